package org.vethlab.program.iptables;

import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** {@code iptables} and {@code ip6tables}. */
public final class IptablesProgram implements Program {
    private final Variant variant;
    private final String name;

    public IptablesProgram(String name, boolean ipv6) {
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
        return "administration tool for " + (variant.isIpv6() ? "IPv6" : "IPv4") + " packet filtering and NAT";
    }

    @Override
    public int run(Context context) {
        try {
            perform(context, context.arguments());
            return 0;
        } catch (HelpException help) {
            context.out().print(UsageText.of(variant.program()));
            help.extensions().forEach(extension -> context.out().print(helpOn(extension)));
            return 0;
        } catch (CommandException e) {
            if (e.status() == 0) {
                context.out().println(e.text());
                return 0;
            }
            throw Failure.explained(e, variant.program());
        }
    }

    /** The extensions' own part of the help. */
    private String helpOn(String extension) {
        boolean own = variant.isIpv6() && extension.equals("REJECT");
        String all = UsageText.of("iptables-extensions");
        String head = "@@ " + (own ? "ip6 " : "") + extension + "\n";
        int start = all.indexOf(head);
        int end = all.indexOf("@@ ", start + 1);
        return start < 0 ? "" : all.substring(start + head.length(), end < 0 ? all.length() : end);
    }

    private void perform(Context context, List<String> words) {
        Names names = new Names(context, variant);
        InvocationParser parser = new InvocationParser(variant, words, names);
        Invocation given = parser.parse();
        BuiltinTable table = BuiltinTable.named(given.table()).orElseThrow();
        Tables tables = new Tables(context.net(), variant);
        checkTarget(parser.jump(), tables, table);
        Edits edits = new Edits(tables, table, variant, names, context.out());
        Listing listing = new Listing(tables, table, variant, names, context.out());
        for (Action action : given.actions()) {
            switch (action) {
                case LIST -> listing.list(given);
                case LIST_RULES -> listing.rules(given);
                default -> edits.perform(action, given);
            }
        }
    }

    /** @throws CommandException if a rule is to lead to a chain that is not there */
    static void checkTarget(Optional<String> jump, Tables tables, BuiltinTable table) {
        jump.filter(chain -> !tables.exists(table, chain)).ifPresent(chain -> {
            throw Failure.parameter("Chain '" + chain + "' does not exist");
        });
    }
}
