package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.VlanMembership;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.VlanSelection.Run;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code bridge vlan tunnelshow}: which VLAN of a port is which tunnel. */
final class VlanTunnels {
    private static final int ID_WIDTH = 9;

    private final IpContext ip;
    private final Printer out;

    VlanTunnels(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
    }

    /** {@code id TUNNEL_ID} or {@code id FIRST-LAST}. @throws CommandException status 255 */
    static VlanRange parse(Arguments words) {
        String key = words.next();
        if (!Arguments.matches(key, "id")) {
            throw CommandException.wrong(key, "tunnel id expected");
        }
        String word = words.next();
        int dash = word.indexOf('-');
        String first = dash < 0 ? word : word.substring(0, dash);
        return new VlanRange(id(first), id(word.substring(dash + 1)), dash >= 0);
    }

    private static int id(String word) {
        OptionalLong id = Numbers.unsigned(word, 24);
        return (int) id.orElseThrow(() -> CommandException.wrong(word, "invalid tun id"));
    }

    int run(Arguments words) {
        VlanSelection selection = VlanSelection.parse(ip, words);
        out.beginList();
        VlanList.header(out, "vlan-id    tunnel-id");
        for (Device device : ip.net().devices().all()) {
            Optional<VlanMemberships> vlans = VlanSelection.of(device).filter(unused -> selection.has(device));
            vlans.ifPresent(all -> print(device, all, selection));
        }
        out.endList();
        return 0;
    }

    private void print(Device device, VlanMemberships vlans, VlanSelection selection) {
        boolean opened = false;
        for (Run run : VlanSelection.runs(
                vlans.all().stream().filter(vlan -> vlan.tunnel().isPresent()).toList(), VlanTunnels::follows)) {
            if (!selection.has(run.first().id(), run.last().id())) {
                continue;
            }
            open(device, opened);
            opened = true;
            print(run);
        }
        if (opened) {
            out.endArray();
            out.endObject();
        }
    }

    /** Whether the VLANs' tunnels are neighbours too. */
    static boolean follows(VlanMembership last, VlanMembership next) {
        return last.tunnel().isPresent()
                && next.tunnel().orElse(0) == last.tunnel().getAsInt() + 1;
    }

    private void open(Device device, boolean again) {
        if (again) {
            out.text(" ".repeat(18));
        } else {
            out.beginObject();
            out.field(Color.IFNAME, "ifname", "%-16s  ", device.name());
            out.beginArray("tunnels");
        }
        out.beginObject();
    }

    private void print(Run run) {
        VlanList.printRange(out, run);
        String first = Integer.toString(run.first().id());
        int width = first.length()
                + (run.first() == run.last()
                        ? 0
                        : 1 + Integer.toString(run.last().id()).length());
        out.text(" ".repeat(Math.max(0, ID_WIDTH - width)) + "  ");
        int start = run.first().tunnel().orElse(0);
        int end = run.last().tunnel().orElse(0);
        out.field("tunid", "%s", start);
        if (start != end) {
            out.field("tunidEnd", "-%s", end);
        }
        out.endObject();
        out.newline();
    }
}
