package org.vethlab.program.ss;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.Services;
import org.vethlab.program.SocketUsers;
import org.vethlab.program.UsageText;

/** ss(8). */
public final class Ss implements Program {
    @Override
    public String name() {
        return "ss";
    }

    @Override
    public String summary() {
        return "another utility to investigate sockets";
    }

    @Override
    public List<String> notSimulated() {
        return SsOptions.notSimulated();
    }

    @Override
    public int run(Context context) {
        SsOptions options = SsOptions.parse(context.arguments());
        if (options.words().has("h")) {
            context.out().print(UsageText.of("ss"));
            return 0;
        }
        if (options.words().has("V") || options.words().has("v")) {
            context.out().println("ss utility, iproute2-6.1.0");
            return 0;
        }
        Namespace net =
                options.words().last("N").map(name -> enter(context, name)).orElseGet(context::net);
        if (options.summary()) {
            context.out().print(SsSummary.of(net));
        }
        if (!options.onlySummary()) {
            new Listing(context, options).print(net);
        }
        return 0;
    }

    private static Namespace enter(Context context, String name) {
        return context.process()
                .machine()
                .namedNamespaces()
                .find(name)
                .orElseThrow(() -> new CommandException(
                        1, "Cannot open network namespace \"" + name + "\": No such file or directory"));
    }

    /** One run's table. */
    private static final class Listing {
        private final Context context;
        private final SsOptions options;
        private final SsDetails details;
        private final AddressLookup lookup;
        private final Optional<Services> services;

        Listing(Context context, SsOptions options) {
            this.context = context;
            this.options = options;
            this.details = new SsDetails(
                    options,
                    options.processes()
                            ? Optional.of(new SocketUsers(context.process().machine()))
                            : Optional.empty());
            this.lookup = new AddressLookup(context);
            this.services = options.numeric() ? Optional.empty() : Optional.of(new Services(context.files()));
        }

        void print(Namespace net) {
            Optional<SsFilter> filter = SsFilterParser.parse(context, options.expression());
            SsTable table = new SsTable();
            if (options.kinds().size() == 1 && !options.kinds().contains(SocketKind.UNIX)) {
                table.hide(SsTable.Column.NETID);
            }
            if (options.states().size() == 1) {
                table.hide(SsTable.Column.STATE);
            }
            if (options.header()) {
                table.addHeader();
            }
            for (SocketRow row : SocketList.of(net)) {
                boolean shown = options.kinds().contains(row.kind())
                        && (row.ipv6() ? options.ipv6() : options.ipv4())
                        && options.states().contains(row.state());
                if (shown && filter.map(one -> one.passes(row)).orElse(true)) {
                    table.add(cells(row, net));
                }
            }
            context.out().print(table.text());
        }

        private Map<SsTable.Column, String> cells(SocketRow row, Namespace net) {
            Map<SsTable.Column, String> cells = new EnumMap<>(SsTable.Column.class);
            cells.put(SsTable.Column.NETID, row.kind().text());
            cells.put(SsTable.Column.STATE, row.state().shortText());
            cells.put(SsTable.Column.RECEIVE_QUEUE, String.format(Locale.ROOT, "%-6d", row.receiveQueue()));
            cells.put(SsTable.Column.SEND_QUEUE, String.format(Locale.ROOT, "%-6d", row.sendQueue()));
            cells.put(SsTable.Column.ADDRESS, address(row, row.local(), row.device()) + ":");
            cells.put(SsTable.Column.PORT, port(row, row.local().port(), net));
            cells.put(SsTable.Column.PEER_ADDRESS, address(row, row.remote(), Optional.empty()) + ":");
            cells.put(SsTable.Column.PEER_PORT, port(row, row.remote().port(), net));
            cells.put(SsTable.Column.DETAILS, details.of(row));
            return cells;
        }

        /** Surprising: an IPv6 socket for all addresses is shown as a star if it takes IPv4 too. */
        private String address(SocketRow row, Endpoint end, Optional<Device> device) {
            String zone = device.map(bound -> "%" + bound.name()).orElse("");
            if (row.ipv6() && end.address().isUnspecified()) {
                return (row.onlyIpv6() ? "[::]" : "*") + zone;
            }
            Optional<String> name = options.resolve() ? lookup.name(end.address()) : Optional.empty();
            if (name.isPresent()) {
                return name.get() + zone;
            }
            if (end.address() instanceof Ipv4Address && row.ipv6()) {
                return "[::ffff:" + end.address() + "]" + zone;
            }
            return end.address() instanceof Ipv6Address ? "[" + end.address() + "]" + zone : end.address() + zone;
        }

        /** Ports from the range of those that anybody gets have no name. */
        private String port(SocketRow row, int port, Namespace net) {
            if (port == 0) {
                return "*";
            }
            List<String> range = List.of(
                    net.sysctls().setting("net/ipv4/ip_local_port_range").read().split("\t"));
            boolean ephemeral = port >= Integer.parseInt(range.get(0)) && port <= Integer.parseInt(range.get(1));
            return services.filter(names -> !ephemeral)
                    .flatMap(names -> names.name(port, row.kind().text()))
                    .orElse(Integer.toString(port));
        }
    }
}
