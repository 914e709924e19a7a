package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.LabException;
import org.vethlab.picture.Remark;
import org.vethlab.picture.Table;

/** The table of magics. */
public final class Magics {
    // keep-sorted
    private static final List<Magic> ALL = List.of(
            new Arp(),
            new BackendMagic(),
            new CaptureMagic(),
            new Check(),
            new Compare(),
            new Diff(),
            new ExerciseMagic(),
            new Fork(),
            new Help(),
            new Hint(),
            new Load(),
            new Lsmagic(),
            new Ns(),
            new Reset(),
            new Routes(),
            new Save(),
            new Scenario(),
            new Sh(),
            new TopologyMagic(),
            new Undo(),
            new Why());

    private static final int SHORTEST_MISSPELT = 3;

    private Magics() {}

    public static Optional<Magic> find(String name) {
        return ALL.stream().filter(magic -> magic.name().equals(name)).findFirst();
    }

    /** Whether a word behind a percent sign is a magic, or one misspelt: at a prompt it may also be a job of bash. */
    public static boolean isMeant(String name) {
        return find(name).isPresent()
                || name.length() >= SHORTEST_MISSPELT
                        && Nearest.to(name, names()).isPresent();
    }

    /** @throws LabException naming the one that is spelt most alike */
    public static Magic named(String name) {
        return find(name).orElseThrow(() -> {
            String nearest = Nearest.to(name, names())
                    .map(like -> "did you mean %" + like + "?")
                    .orElse("%help lists them");
            return new LabException("there is no %" + name + "; " + nearest);
        });
    }

    /** @throws LabException also if it cannot stand as a line, or over a body */
    public static Magic named(String name, boolean overBody) {
        Magic magic = named(name);
        if (magic.form() == Magic.Form.LINE && overBody) {
            throw new LabException("stands on a line of its own: " + magic.synopsis());
        }
        if (magic.form() == Magic.Form.CELL && !overBody) {
            throw new LabException("stands over a script: " + magic.synopsis());
        }
        return magic;
    }

    public static List<String> names() {
        return ALL.stream().map(Magic::name).toList();
    }

    /** All of them, and what each does. */
    static Table overview() {
        List<Table.Row> rows = ALL.stream()
                .map(magic -> new Table.Row(List.of(magic.synopsis(), magic.summary()), Remark.NONE))
                .toList();
        return new Table("", List.of("magic", "what it does"), rows);
    }
}
