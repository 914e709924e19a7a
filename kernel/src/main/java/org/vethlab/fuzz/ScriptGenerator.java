package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;

/** Makes scripts up: a network, then commands about it, a few of them with a slip of the finger. */
final class ScriptGenerator {
    private static final int MISTAKES_PERCENT = 4;
    private static final int PAUSES_PERCENT = 4;

    /** After these Linux takes its time to tell the other end, as little as it likes up to a second (linkwatch). */
    private static final Pattern CARRIER = Pattern.compile("\\b(link set|ifconfig) .*\\b(up|down|master|nomaster)\\b");

    private final List<Family> families;
    private final Map<Family, Grammar> grammars = new EnumMap<>(Family.class);

    ScriptGenerator(List<Family> families) {
        this.families = families;
        families.forEach(family -> grammars.put(family, Grammar.of(family.file())));
    }

    /** The script of a seed: always the same. */
    CommandScript script(long seed) {
        Dice dice = new Dice(seed);
        Scene scene = Topology.scene(dice);
        List<Command> commands = new ArrayList<>(scene.commands());
        List<Family> subjects = subjects(dice);
        int wanted = commands.size() + dice.between(15, 30);
        while (commands.size() < wanted) {
            if (dice.percent(PAUSES_PERCENT)) {
                commands.add(new Command("sleep " + dice.pick(List.of("1.5", "2.5", "6.5")), false));
            }
            String command = command(dice.pick(subjects), scene, dice);
            commands.add(new Command(dice.percent(MISTAKES_PERCENT) ? Slip.in(command, dice) : command, true));
            if (CARRIER.matcher(command).find()) {
                commands.add(new Command("sleep 1.2", false));
            }
        }
        return new CommandScript(commands);
    }

    private String command(Family family, Scene scene, Dice dice) {
        Grammar grammar = grammars.getOrDefault(family, Grammar.of(family.file()));
        String command = "";
        while (command.isEmpty()) {
            command = fitting(grammar, scene.view(), dice);
        }
        return command;
    }

    /** @return empty for one that makes no sense in the scene */
    private static String fitting(Grammar grammar, Scene.View view, Dice dice) {
        try {
            return grammar.command(view, dice);
        } catch (UnfitException e) {
            return "";
        }
    }

    /** A few families, so that their commands meet. */
    private List<Family> subjects(Dice dice) {
        boolean all = families.stream().anyMatch(family -> family.weight() > 0);
        List<Integer> weights =
                families.stream().map(family -> all ? family.weight() : 1).toList();
        List<Family> subjects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            subjects.add(families.get(dice.weighted(weights)));
        }
        return subjects;
    }
}
