package org.vethlab.program.ip;

import static java.util.Map.entry;
import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.Map.Entry;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** The {@code bridge} of iproute2 6.1. */
public final class BridgeProgram implements Program {
    private static final List<Entry<String, IpObject>> OBJECTS = List.of(
            entry("link", new BridgeLink()),
            entry("fdb", new BridgeFdb()),
            entry("mdb", new BridgeMdb()),
            entry("vlan", new BridgeVlan()),
            entry("vni", new BridgeVni()),
            entry("monitor", (bridge, words) -> {
                throw CommandException.notSimulated("bridge monitor");
            }),
            entry("help", (bridge, words) -> bridge.usage("bridge")));

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public String path() {
        return "/usr/sbin/bridge";
    }

    @Override
    public String summary() {
        return "show / manipulate bridge addresses and devices";
    }

    @Override
    public List<String> notSimulated() {
        return List.of(
                "bridge monitor",
                "bridge vni add",
                "bridge vni delete",
                "bridge mdb src",
                "bridge fdb dst over IPv6",
                "bridge fdb nhid",
                "bridge fdb src_vni");
    }

    @Override
    public int run(Context context) {
        try {
            Arguments words = new Arguments(context.arguments());
            IpOptions options = BridgeOptionParser.parse(words);
            if (options.version) {
                context.out().println("bridge utility, 6.1.0");
                return 0;
            }
            options.namespace.ifPresent(
                    name -> NamespaceNames.enter(context.process(), NamespaceNames.open(context, name)));
            IpContext bridge = new IpContext(context, options);
            return options.batchFile.isPresent()
                    ? new IpBatch(bridge, line -> executeLine(bridge, line)).run(options.batchFile.get())
                    : execute(bridge, words);
        } catch (CommandException e) {
            return context.fail(e.status(), e.text());
        }
    }

    private static int executeLine(IpContext bridge, Arguments words) {
        try {
            return execute(bridge, words);
        } catch (CommandException e) {
            return bridge.fail(e.status(), e.text());
        }
    }

    /** Where {@code ip} ends with 1 or 2, {@code bridge} ends with 255. */
    private static int execute(IpContext bridge, Arguments words) {
        try {
            bridge.net().links().dump();
            return words.hasNext() ? find(words.next()).run(bridge, words) : bridge.usage("bridge");
        } catch (NetException e) {
            return bridge.fail(CommandException.USAGE, IpContext.describe(e));
        } finally {
            bridge.flush();
        }
    }

    private static IpObject find(String word) {
        for (Entry<String, IpObject> object : OBJECTS) {
            if (matches(word, object.getKey())) {
                return object.getValue();
            }
        }
        throw new CommandException(CommandException.USAGE, "Object \"" + word + "\" is unknown, try \"bridge help\".");
    }
}
