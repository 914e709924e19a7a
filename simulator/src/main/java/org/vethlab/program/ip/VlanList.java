package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.VlanMembership;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.net.link.VlanStatistics;
import org.vethlab.program.Arguments;
import org.vethlab.program.ip.VlanSelection.Run;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code bridge vlan show}: plain, with {@code -d} and with {@code -s} three different questions to the kernel. */
final class VlanList {
    private static final String PORT = "%-16s  ";
    private static final String NEXT_LINE = " ".repeat(20);

    private final IpContext ip;
    private final Printer out;
    private VlanSelection selection = new VlanSelection(Optional.empty(), 0);
    private boolean opened;

    VlanList(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
    }

    int run(Arguments words) {
        selection = VlanSelection.parse(ip, words);
        out.beginList();
        boolean details = ip.options().details();
        boolean statistics = ip.options().statistics() > 0;
        header(out, statistics && !details ? "vlan-id" : "vlan-id  ");
        if (statistics && !details) {
            forEach(true, false, this::printStatistics);
            forEach(false, true, this::printStatistics);
        } else {
            forEach(true, true, details ? this::printDetails : this::print);
        }
        out.endList();
        return 0;
    }

    static void header(Printer out, String columns) {
        out.text(String.format(PORT, "port") + columns + "\n");
    }

    /** What is done with the VLANs of one device. */
    private interface Action {
        void accept(Device device, VlanMemberships vlans);
    }

    private void forEach(boolean bridges, boolean ports, Action action) {
        for (Device device : ip.net().devices().all()) {
            boolean wanted = device instanceof Bridge ? bridges : ports;
            if (wanted && selection.has(device)) {
                VlanSelection.of(device).ifPresent(vlans -> action.accept(device, vlans));
            }
        }
    }

    private void print(Device device, VlanMemberships vlans) {
        boolean compressed = ip.options().compressVlans();
        opened = false;
        for (Run run : VlanSelection.runs(vlans.usable(), (last, next) -> compressed && sameFlags(vlans, last, next))) {
            if (isShown(run)) {
                open(device);
                printRange(run);
                printFlags(vlans, run.last());
                out.newline();
                out.endObject();
            }
        }
        close();
    }

    /** A range is shown if it does not end before the VLAN that is asked for (filter_vlan_check). */
    private boolean isShown(Run run) {
        boolean range = run.first() != run.last();
        int asked = selection.id();
        return asked == 0
                || run.first().id() <= asked
                        && (range ? run.last().id() >= asked : run.first().id() == asked);
    }

    private void open(Device device) {
        open(out, device, opened);
        opened = true;
    }

    /** The device's name in the first line, blanks in the others. */
    static void open(Printer out, Device device, boolean again) {
        if (!again) {
            out.beginObject();
            out.field(Color.IFNAME, "ifname", PORT, device.name());
            out.beginArray("vlans");
        } else {
            out.text(String.format(PORT, ""));
        }
        out.beginObject();
    }

    private void close() {
        if (opened) {
            out.endArray();
            out.endObject();
        }
    }

    private void printRange(Run run) {
        printRange(out, run);
    }

    static void printRange(Printer out, Run run) {
        out.field("vlan", "%s", run.first().id());
        if (run.first() != run.last()) {
            out.field("vlanEnd", "-%s", run.last().id());
        }
    }

    private void printFlags(VlanMemberships vlans, VlanMembership vlan) {
        printFlags(vlans, vlan, pvidOrUntagged(vlans, vlan));
    }

    private static boolean pvidOrUntagged(VlanMemberships vlans, VlanMembership vlan) {
        return vlans.pvid() == vlan.id() || vlan.isUntagged();
    }

    /** @param any whether there are flags at all, even if none of them has a name */
    private void printFlags(VlanMemberships vlans, VlanMembership vlan, boolean any) {
        boolean pvid = vlans.pvid() == vlan.id();
        if (!any) {
            return;
        }
        out.beginArray("flags");
        if (pvid) {
            out.element(" %s", "PVID");
        }
        if (vlan.isUntagged()) {
            out.element(" %s", "Egress Untagged");
        }
        out.endArray();
    }

    private static boolean sameFlags(VlanMemberships vlans, VlanMembership last, VlanMembership next) {
        boolean pvid = vlans.pvid() == last.id() || vlans.pvid() == next.id();
        return !pvid && last.isUntagged() == next.isUntagged();
    }

    /** This question is always answered in ranges, unless counters are wanted (br_vlan_dump_dev). */
    private void printDetails(Device device, VlanMemberships vlans) {
        boolean statistics = ip.options().statistics() > 0;
        opened = false;
        List<Run> runs = VlanSelection.runs(
                vlans.usable(), (last, next) -> !statistics && sameFlags(vlans, last, next) && sameState(last, next));
        for (Run run : runs) {
            if (selection.has(run.first().id(), run.last().id())) {
                open(device);
                printRange(run);
                printFlags(vlans, run.first());
                printState(run.first());
                out.endObject();
            }
        }
        close();
    }

    private static boolean sameState(VlanMembership last, VlanMembership next) {
        boolean sameTunnels = last.tunnel().isEmpty() && next.tunnel().isEmpty() || VlanTunnels.follows(last, next);
        return sameTunnels && last.state() == next.state() && last.multicastRouter() == next.multicastRouter();
    }

    private void printState(VlanMembership vlan) {
        out.newline();
        out.text(NEXT_LINE);
        out.field("state", "state %s ", vlan.state().text());
        out.field("mcast_router", "mcast_router %s ", vlan.multicastRouter());
        out.newline();
        if (ip.options().statistics() > 0) {
            print(vlan.statistics());
        }
    }

    private void printStatistics(Device device, VlanMemberships vlans) {
        opened = false;
        for (VlanMembership vlan : vlans.usable()) {
            if (selection.has(vlan.id(), vlan.id())) {
                open(device);
                out.field("vid", "%s", vlan.id());
                printFlags(vlans, vlan, device instanceof Bridge || pvidOrUntagged(vlans, vlan));
                out.newline();
                print(vlan.statistics());
                out.endObject();
            }
        }
        close();
    }

    private void print(VlanStatistics counted) {
        out.text(NEXT_LINE);
        out.field("rx_bytes", "RX: %s bytes", counted.rxBytes);
        out.field("rx_packets", " %s packets\n", counted.rxPackets);
        out.text(NEXT_LINE);
        out.field("tx_bytes", "TX: %s bytes", counted.txBytes);
        out.field("tx_packets", " %s packets\n", counted.txPackets);
    }
}
