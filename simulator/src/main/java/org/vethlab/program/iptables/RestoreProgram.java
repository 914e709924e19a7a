package org.vethlab.program.iptables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Snapshot;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** {@code iptables-restore} and {@code ip6tables-restore}. */
public final class RestoreProgram implements Program {
    private final Variant variant;
    private final String name;

    public RestoreProgram(String name, boolean ipv6) {
        this.name = name;
        this.variant = ipv6 ? Variant.IPV6 : Variant.IPV4;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return "/usr/sbin/" + name;
    }

    @Override
    public String summary() {
        return "restore " + variant.program() + " rules";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result given = new GetOpt(
                        program(),
                        "bcvVthnwWT:M:46",
                        List.of(
                                "counters=c",
                                "verbose=v",
                                "version=V",
                                "test=t",
                                "help=h",
                                "noflush=n",
                                "modprobe=M",
                                "table=T",
                                "wait=w",
                                "ipv4=4",
                                "ipv6=6"))
                .failing(1, "Try `" + program() + " -h' for more information.")
                .parse(context.arguments());
        if (given.has("h")) {
            context.err().print(UsageText.of("iptables-restore").replace("iptables-restore", program()));
            return 0;
        }
        if (given.has("V")) {
            context.out().println(program() + " v1.8.9 (nf_tables)");
            return 0;
        }
        List<String> lines;
        try {
            byte[] bytes = given.operands().isEmpty()
                    ? context.in().readAll()
                    : context.files().read(given.operands().get(0));
            lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (NetException missing) {
            return context.fail(
                    1,
                    "Can't open " + given.operands().get(0) + ": "
                            + missing.errno().text());
        }
        return restore(context, given, lines);
    }

    private String program() {
        return variant.program() + "-restore";
    }

    private int restore(Context context, GetOpt.Result given, List<String> lines) {
        Tables tables = new Tables(context.net(), variant);
        Snapshot before = tables.ruleset().snapshot();
        RestoreReader reader = new RestoreReader(context, variant, tables, given);
        try {
            reader.read(lines);
        } catch (CommandException e) {
            tables.ruleset().restore(before);
            return fail(context, e, reader.line());
        }
        if (given.has("t")) {
            tables.ruleset().restore(before);
        }
        return 0;
    }

    /** A mistake names the line; what the kernel refuses names it in another way. */
    private int fail(Context context, CommandException e, int line) {
        String head = program() + " v1.8.9 (nf_tables): ";
        String tail = "\nTry `" + program() + " -h' or '" + program() + " --help' for more information.";
        if (e.text().startsWith("vethlab: ")) {
            return context.fail(e.status(), e.text());
        }
        return switch (e.status()) {
            case 2 -> context.fail(2, head + e.text() + "\nError occurred at line: " + line + tail);
            case 4 -> context.fail(4, head + "\nline " + line + ":" + e.text());
            default -> context.fail(1, program() + ": " + e.text());
        };
    }
}
