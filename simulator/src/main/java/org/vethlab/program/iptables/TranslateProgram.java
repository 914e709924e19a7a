package org.vethlab.program.iptables;

import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code iptables-translate} and {@code ip6tables-translate}: says a command of iptables in nft's language. */
public final class TranslateProgram implements Program {
    private static final String NONE = "Translation not implemented";

    private final Variant variant;

    public TranslateProgram(boolean ipv6) {
        this.variant = ipv6 ? Variant.IPV6 : Variant.IPV4;
    }

    @Override
    public String name() {
        return variant.program() + "-translate";
    }

    @Override
    public String path() {
        return "/usr/sbin/" + name();
    }

    @Override
    public String summary() {
        return "translation tool to migrate from " + variant.program() + " to nftables";
    }

    @Override
    public int run(Context context) {
        try {
            Names names = new Names(context, variant);
            Invocation given = new InvocationParser(variant, context.arguments(), names).parse();
            return translate(context, given, new Translation(variant, names));
        } catch (CommandException e) {
            throw Failure.explained(e, name());
        }
    }

    private int translate(Context context, Invocation given, Translation translation) {
        String table = variant.family().keyword() + " " + given.table();
        for (Action action : given.actions()) {
            switch (action) {
                case APPEND -> rules(context, given, translation, "add rule " + table);
                case INSERT -> rules(context, given, translation, "insert rule " + table);
                case NEW_CHAIN -> context.out().println("nft add chain " + table + " " + given.chain());
                case DELETE_CHAIN -> context.out().println("nft delete chain " + table + " " + given.chain());
                case FLUSH -> context.out().println("nft flush " + place(table, given));
                case LIST -> context.out().println("nft list " + place(table, given));
                default -> {
                    int status = context.fail(1, NONE);
                    context.out().print("nft ");
                    return status;
                }
            }
        }
        return 0;
    }

    private static String place(String table, Invocation given) {
        return given.chain().isEmpty() ? "table " + table : "chain " + table + " " + given.chain();
    }

    /** What cannot be said is repeated as a remark. */
    private static void rules(Context context, Invocation given, Translation translation, String start) {
        for (RuleSpec rule : given.rules()) {
            Optional<String> words = translation.of(rule);
            context.out()
                    .println(words.map(text -> "nft '" + start + " " + given.chain() + " " + text + "'")
                            .orElse("nft # " + String.join(" ", context.arguments()) + " "));
        }
    }
}
