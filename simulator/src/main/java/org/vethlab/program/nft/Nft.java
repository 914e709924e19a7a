package org.vethlab.program.nft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** The {@code nft} of nftables 1.0.6. */
public final class Nft implements Program {
    private static final String LETTERS = "+d:hvVcf:iI:jvnsNSyupTtoaeD:";
    private static final List<String> LONG_NAMES = List.of(
            "help=h",
            "version=v",
            "check=c",
            "file=f",
            "interactive=i",
            "includepath=I",
            "json=j",
            "numeric=n",
            "stateless=s",
            "reversedns=N",
            "service=S",
            "debug=d",
            "guid=u",
            "numeric-priority=y",
            "numeric-protocol=p",
            "numeric-time=T",
            "terse=t",
            "optimize=o",
            "handle=a",
            "echo=e",
            "define=D");

    @Override
    public String name() {
        return "nft";
    }

    @Override
    public String path() {
        return "/usr/sbin/nft";
    }

    @Override
    public String summary() {
        return "administration tool of the nftables framework for packet filtering and classification";
    }

    @Override
    public List<String> notSimulated() {
        return List.of(
                "nft monitor",
                "nft -i",
                "nft flowtable",
                "nft secmark",
                "nft synproxy",
                "nft ct helper",
                "nft ct timeout",
                "nft dup",
                "nft fwd",
                "nft socket");
    }

    @Override
    public int run(Context context) {
        Optional<OptionOrder.Complaint> misplaced = OptionOrder.complaint(context.arguments());
        if (misplaced.isPresent()) {
            context.err().print(misplaced.get().error());
            context.out().print(misplaced.get().output());
            return 1;
        }
        GetOpt.Result words =
                new GetOpt("nft", LETTERS, LONG_NAMES).failing(1, "").parse(context.arguments());
        if (words.has("h")) {
            context.out().print(UsageText.of("nft"));
            return 0;
        }
        if (words.has("v") || words.has("V")) {
            context.out().print(words.has("V") ? UsageText.of("nft-version") : "nftables v1.0.6 (Lester Gooch #5)\n");
            return 0;
        }
        refuse(words);
        return run(context, words);
    }

    private static void refuse(GetOpt.Result words) {
        for (String letter : List.of("i", "o", "d")) {
            if (words.has(letter)) {
                throw CommandException.notSimulated("nft -" + letter);
            }
        }
    }

    private static int run(Context context, GetOpt.Result words) {
        if (words.has("D") && !words.has("f")) {
            return context.fail(1, "Error: -D/--define can only be used with -f/--filename");
        }
        Optional<Source> source = source(context, words);
        if (source.isEmpty()) {
            return context.fail(1, context.name() + ": no command specified");
        }
        Session session = new Session(context, options(words));
        Parser parser = new Parser(source.get(), definitions(words), path -> read(context, path));
        List<Command> commands = List.of();
        try {
            commands = parser.parse();
        } catch (NftStop e) {
            // the text ended within a mistake, which has been noted
        }
        List<NftError> errors = new ArrayList<>(parser.errors());
        Transaction transaction = new Transaction(session, words.has("j"), words.has("e"));
        errors.addAll(transaction.run(commands, words.has("c"), errors.isEmpty()));
        errors.forEach(error -> context.err().print(error.print()));
        return errors.isEmpty() ? 0 : 1;
    }

    private static Optional<Source> source(Context context, GetOpt.Result words) {
        Optional<String> file = words.last("f");
        if (file.isPresent()) {
            return Optional.of(file(context, file.get()));
        }
        if (words.operands().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Source.ofCommandLine(String.join(" ", words.operands())));
    }

    private static Source file(Context context, String name) {
        if (name.equals("-")) {
            byte[] text = context.in().readAll();
            return Source.ofFile("/dev/stdin", new String(text, StandardCharsets.UTF_8));
        }
        String text = read(context, name)
                .orElseThrow(() -> new CommandException(
                        1,
                        "internal:0:0-0: Error: Could not open file \"" + name + "\": No such file or directory\n\n"));
        return Source.ofFile(name, text);
    }

    private static Optional<String> read(Context context, String path) {
        try {
            return Optional.of(new String(context.files().read(path), StandardCharsets.UTF_8));
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Syntax> definitions(GetOpt.Result words) {
        Map<String, Syntax> variables = new HashMap<>();
        Location nowhere = new Location(Source.ofCommandLine(""), 0, 1, 1, 1);
        for (GetOpt.Option option : words.options()) {
            int equals = option.key().equals("D") ? option.text().indexOf('=') : -1;
            if (equals > 0) {
                String value = option.text().substring(equals + 1);
                variables.put(option.text().substring(0, equals), new Syntax.Symbol(nowhere, value));
            }
        }
        return variables;
    }

    private static PrintOptions options(GetOpt.Result words) {
        boolean numeric = words.has("n");
        return new PrintOptions(
                words.has("a"),
                words.has("s"),
                words.has("t"),
                numeric || words.has("y"),
                numeric || words.has("p"),
                numeric,
                numeric || words.has("T"),
                words.has("S"),
                words.has("u"));
    }
}
