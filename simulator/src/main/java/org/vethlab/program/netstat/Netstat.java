package org.vethlab.program.netstat;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.RouteProgram;
import org.vethlab.program.UsageText;
import org.vethlab.program.ifconfig.Ifconfig;

/** netstat(8). */
public final class Netstat implements Program {
    private static final long SECOND = 1_000_000_000L;

    private static final String HEAD =
            "Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";

    @Override
    public String name() {
        return "netstat";
    }

    @Override
    public String path() {
        return "/usr/bin/netstat";
    }

    @Override
    public String summary() {
        return "Print network connections, routing tables, interface statistics, masquerade connections, and multicast"
                + " memberships";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("netstat -C", "netstat -Z", "netstat -S");
    }

    @Override
    public int run(Context context) {
        NetstatOptions options = NetstatOptions.parse(context.arguments());
        if (options.has("h") || options.has("?")) {
            context.out().print(UsageText.of("netstat"));
            return 0;
        }
        if (options.has("V")) {
            context.out().print(UsageText.of("netstat-version"));
            return 0;
        }
        if (!options.has("c")) {
            return once(context, options);
        }
        context.process().endless();
        while (true) {
            once(context, options);
            context.sleep(SECOND);
        }
    }

    private static int once(Context context, NetstatOptions options) {
        if (options.has("M")) {
            return context.fail(1, "netstat: no support for `ip_masquerade' on this system.");
        }
        if (options.has("r")) {
            return routes(context, options);
        }
        if (options.has("i")) {
            return interfaces(context, options);
        }
        if (options.has("g")) {
            context.out().print(Groups.text(context));
            return 0;
        }
        if (options.has("s")) {
            context.out().print(Statistics.text(context, options));
            return 0;
        }
        new SocketTable(context, options).print();
        return 0;
    }

    /** As {@code route -e} shows them. */
    private static int routes(Context context, NetstatOptions options) {
        List<String> words = new ArrayList<>(List.of("route", "-e"));
        if (options.numericHosts()) {
            words.add("-n");
        }
        if (!options.ipv4()) {
            words.add("-6");
        }
        return new RouteProgram().run(new Context(context.process(), words));
    }

    /** As {@code ifconfig -s} shows them, under a wider heading; with -e as ifconfig itself does. */
    private static int interfaces(Context context, NetstatOptions options) {
        context.out().println("Kernel Interface table");
        boolean brief = !options.has("e");
        context.out().print(brief ? HEAD : "");
        return Ifconfig.all(context, options.all(), brief);
    }
}
