package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.BuiltinTable;

/** The table of builtins: one row each. */
public final class Builtins implements BuiltinTable {
    // keep-sorted
    private static final List<Builtin> ROWS = List.of(
            new Alias(),
            new Bg(),
            new Bracket(),
            new Break(),
            new BuiltinCommand(),
            new Caller(),
            new Cd(),
            new Colon(),
            new CommandBuiltin(),
            new Continue(),
            new Declare(),
            new Dirs(),
            new Disown(),
            new Dot(),
            new Echo(),
            new Enable(),
            new Eval(),
            new Exec(),
            new Exit(),
            new Export(),
            new False(),
            new Fg(),
            new Getopts(),
            new Hash(),
            new Help(),
            new History(),
            new Jobs(),
            new Kill(),
            new Let(),
            new Local(),
            new Logout(),
            new Mapfile(),
            new Popd(),
            new Printf(),
            new Pushd(),
            new Pwd(),
            new Read(),
            new Readarray(),
            new Readonly(),
            new Return(),
            new SetBuiltin(),
            new Shift(),
            new Shopt(),
            new Source(),
            new TestBuiltin(),
            new Times(),
            new Trap(),
            new True(),
            new Type(),
            new Typeset(),
            new Ulimit(),
            new Umask(),
            new Unalias(),
            new Unset(),
            new Wait());

    /** What dash does not have. */
    private static final Set<String> ONLY_BASH = Set.of(
            "builtin",
            "caller",
            "declare",
            "dirs",
            "disown",
            "enable",
            "help",
            "history",
            "let",
            "logout",
            "mapfile",
            "popd",
            "pushd",
            "readarray",
            "shopt",
            "source",
            "typeset");

    private final TreeMap<String, Builtin> byName = new TreeMap<>();

    /** Those of bash. */
    public Builtins() {
        ROWS.forEach(builtin -> byName.put(builtin.name(), builtin));
    }

    /** Those of dash. */
    public static Builtins ofDash() {
        Builtins builtins = new Builtins();
        builtins.byName.keySet().removeAll(ONLY_BASH);
        builtins.byName.put("echo", new PlainEcho());
        return builtins;
    }

    @Override
    public Optional<Builtin> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<Builtin> all() {
        return List.copyOf(byName.values());
    }
}
