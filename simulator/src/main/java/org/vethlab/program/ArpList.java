package org.vethlab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;

/** What {@code arp} shows of {@code /proc/net/arp}, in Linux's style or in BSD's. */
final class ArpList {
    private final Context context;
    private final boolean bsd;
    private final boolean numeric;
    private final boolean verbose;
    private final Optional<String> device;
    private final boolean hasHardware;

    ArpList(
            Context context,
            boolean bsd,
            boolean numeric,
            boolean verbose,
            Optional<String> device,
            boolean hasHardware) {
        this.context = context;
        this.bsd = bsd;
        this.numeric = numeric;
        this.verbose = verbose;
        this.device = device;
        this.hasHardware = hasHardware;
    }

    /** A line of the kernel's table. Without {@code complete} the MAC address is not known, or the device's own. */
    private record Row(
            Ipv4Address address, String mac, boolean complete, boolean permanent, boolean published, String device) {
        String flags() {
            return (complete ? "C" : "") + (permanent ? "M" : "") + (published ? "P" : "");
        }
    }

    int show(Optional<String> name) {
        Optional<Ipv4Address> host = name.map(this::resolve);
        List<Row> all = rows();
        List<Row> shown = new ArrayList<>(all);
        shown.removeIf(row -> host.isPresent() && !row.address().equals(host.get())
                || device.isPresent() && !row.device().equals(device.get()));
        if (!bsd && !shown.isEmpty()) {
            context.out().println("Address                  HWtype  HWaddress           Flags Mask            Iface");
        }
        shown.forEach(row -> context.out().println(bsd ? bsdLine(row) : line(row)));
        if (verbose) {
            int skipped = all.size() - shown.size();
            context.out().println("Entries: " + all.size() + "\tSkipped: " + skipped + "\tFound: " + shown.size());
        }
        if (shown.isEmpty()) {
            sayNothingFound(name, host, all.size());
        }
        return 0;
    }

    private Ipv4Address resolve(String name) {
        return HostNames.resolve(context, name)
                .orElseThrow(() -> new CommandException(255, name + ": " + HostNames.failure(name)));
    }

    private void sayNothingFound(Optional<String> name, Optional<Ipv4Address> host, int entries) {
        if (host.isPresent() && !bsd) {
            context.out().println(name.orElse("") + " (" + host.get() + ") -- no entry");
        } else if (host.isPresent() || device.isPresent() || hasHardware) {
            context.out().println("arp: in " + entries + " entries no match found.");
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Neighbour neighbour : context.net().neighbours().list(Neighbours.IPV4)) {
            if (neighbour.state() != NudState.NONE && neighbour.state() != NudState.NOARP) {
                rows.add(row(neighbour));
            }
        }
        for (Proxy proxy : context.net().neighbours().proxies(Neighbours.IPV4)) {
            String where = proxy.device().map(Device::name).orElse("*");
            rows.add(new Row((Ipv4Address) proxy.address(), "", false, true, true, where));
        }
        return rows;
    }

    private static Row row(Neighbour neighbour) {
        boolean complete = neighbour.state().isValid();
        String mac = neighbour.mac().map(Object::toString).orElse("");
        boolean permanent = neighbour.state() == NudState.PERMANENT;
        String where = neighbour.device().name();
        return new Row((Ipv4Address) neighbour.address(), mac, complete, permanent, false, where);
    }

    private Optional<String> name(Row row) {
        return numeric ? Optional.empty() : HostNames.nameOf(context, row.address());
    }

    private String line(Row row) {
        String address = name(row).orElse(row.address().toString());
        String type = row.complete() ? "ether" : row.published() ? "*" : "";
        String mac = row.complete() ? row.mac() : row.published() ? "<from_interface>" : "(incomplete)";
        return String.format(
                "%-23.23s  %-8.8s%-20.20s%-6.6s%-15.15s %s", address, type, mac, row.flags(), "", row.device());
    }

    private String bsdLine(Row row) {
        String mac = row.complete() ? row.mac() + " [ether] " : row.published() ? "<from_interface> " : "<incomplete> ";
        return name(row).orElse("?") + " (" + row.address() + ") at " + mac + (row.permanent() ? "PERM " : "")
                + (row.published() ? "PUB " : "") + "on " + row.device();
    }
}
