package org.vethlab.program.tc;

import static java.util.Map.entry;
import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.ip.NamespaceNames;

/** The {@code tc} of iproute2 6.1: options, then an object, found by its first prefix in the order of the table. */
public final class Tc implements Program {
    private static final List<Entry<String, TcObject>> OBJECTS = List.of(
            entry("qdisc", new QdiscCommand()),
            entry("class", new ClassCommand()),
            entry("filter", new FilterCommand()),
            entry("chain", notSimulated("chain")),
            entry("actions", new ActionsCommand()),
            entry("monitor", notSimulated("monitor")),
            entry("exec", notSimulated("exec")),
            entry("help", (tc, words) -> {
                tc.usage("tc");
                return 0;
            }));

    @Override
    public String name() {
        return "tc";
    }

    @Override
    public String path() {
        return "/usr/sbin/tc";
    }

    @Override
    public String summary() {
        return "show / manipulate traffic control settings";
    }

    @Override
    public int run(Context context) {
        Arguments words = new Arguments(context.arguments());
        TcOptions options = TcOptions.parse(words);
        if (options.version) {
            context.out().println("tc utility, iproute2-6.1.0, libbpf 1.1.2");
            return 0;
        }
        TcContext tc = new TcContext(context, options);
        options.namespace.ifPresent(
                name -> NamespaceNames.enter(context.process(), NamespaceNames.open(context, name)));
        if (options.help) {
            tc.usage("tc");
            return 0;
        }
        return options.batchFile.isPresent() ? new TcBatch(tc).run(options.batchFile.get()) : execute(tc, words);
    }

    /** One command, options apart. What was printed before an error stays printed, but comes after it. */
    static int execute(TcContext tc, Arguments words) {
        try {
            if (!words.hasNext()) {
                tc.usage("tc");
                return 0;
            }
            return find(words.next()).run(tc, words);
        } catch (NetException e) {
            tc.complain(describe(e));
            return 2;
        } catch (CommandException e) {
            tc.context().err().print(e.text().isEmpty() ? "" : e.text() + "\n");
            return e.status();
        } finally {
            tc.flush();
        }
    }

    /** {@code Error: TEXT.} for an extended acknowledgement, {@code RTNETLINK answers: STRERROR} otherwise. */
    static String describe(NetException refusal) {
        Optional<String> text = refusal.extendedAck();
        return text.map(ack -> "Error: " + ack + ".")
                .orElseGet(() -> "RTNETLINK answers: " + refusal.errno().text());
    }

    private static TcObject find(String word) {
        return OBJECTS.stream()
                .filter(object -> matches(word, object.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        CommandException.USAGE, "Object \"" + word + "\" is unknown, try \"tc help\"."));
    }

    @Override
    public List<String> notSimulated() {
        List<String> missing = new ArrayList<>(List.of("tc chain", "tc monitor", "tc exec", "tc actions add"));
        UnknownKind.notSimulated().forEach(kind -> missing.add("tc qdisc " + kind));
        missing.addAll(List.of("tc qdisc netem slot", "tc qdisc stab", "tc qdisc estimator", "tc qdisc ingress_block"));
        FilterKinds.notSimulated().forEach(kind -> missing.add("tc filter " + kind));
        missing.addAll(List.of("tc filter basic match", "tc filter chain", "tc filter block", "tc filter get"));
        ActionParser.notSimulated().forEach(kind -> missing.add("tc action " + kind));
        return missing;
    }

    private static TcObject notSimulated(String object) {
        return (tc, words) -> {
            throw CommandException.notSimulated("tc " + object);
        };
    }
}
