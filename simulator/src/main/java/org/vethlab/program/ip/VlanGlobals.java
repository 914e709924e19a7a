package org.vethlab.program.ip;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.VlanMembership;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.net.link.VlanOption;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.VlanSelection.Run;
import org.vethlab.view.Printer;

/** {@code bridge vlan global}: what is set for a VLAN of a bridge as a whole, its ports' VLANs included. */
final class VlanGlobals {
    private final IpContext ip;
    private final Printer out;

    VlanGlobals(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
    }

    int show(Arguments words) {
        VlanSelection selection = VlanSelection.parse(ip, words);
        out.beginList();
        VlanList.header(out, "vlan-id  ");
        for (Device device : ip.net().devices().all()) {
            if (device instanceof Bridge bridge && selection.has(device)) {
                print(bridge, selection);
            }
        }
        out.endList();
        return 0;
    }

    private void print(Bridge bridge, VlanSelection selection) {
        List<Run> runs = VlanSelection.runs(bridge.memberships().all(), VlanGlobals::alike).stream()
                .filter(run -> selection.has(run.first().id(), run.last().id()))
                .toList();
        for (int i = 0; i < runs.size(); i++) {
            VlanList.open(out, bridge, i > 0);
            print(runs.get(i));
        }
        if (!runs.isEmpty()) {
            out.endArray();
            out.endObject();
        }
    }

    private void print(Run run) {
        VlanList.printRange(out, run);
        out.newline();
        out.text(" ".repeat(20));
        for (VlanOption option : VlanOption.values()) {
            out.field(option.text(), option.text() + " %s ", run.first().option(option));
        }
        out.newline();
        out.endObject();
    }

    private static boolean alike(VlanMembership last, VlanMembership next) {
        for (VlanOption option : VlanOption.values()) {
            if (last.option(option) != next.option(option)) {
                return false;
            }
        }
        return true;
    }

    int set(Arguments words) {
        Optional<Device> device = Optional.empty();
        Optional<VlanRange> range = Optional.empty();
        Map<VlanOption, Long> wanted = new EnumMap<>(VlanOption.class);
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "dev" -> device = Optional.of(VlanSet.device(ip, words.next()));
                case "vid" -> {
                    range = Optional.of(VlanRange.read(words.next()));
                    range.get().checkRangeFirst();
                }
                case "help" -> words.next();
                default -> VlanOption.named(word).ifPresent(option -> wanted.put(option, number(option, words.next())));
            }
        }
        if (device.isEmpty() || range.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Device and VLAN ID are required arguments.");
        }
        if (!(device.get() instanceof Bridge bridge)) {
            throw new NetException(Errno.EINVAL, "bridge: The device is not a valid bridge");
        }
        set(bridge, range.get(), wanted);
        return 0;
    }

    private static long number(VlanOption option, String word) {
        return Numbers.unsigned(word, option.bits())
                .orElseThrow(() -> CommandException.wrong(word, "invalid " + option.text()));
    }

    private static void set(Bridge bridge, VlanRange ids, Map<VlanOption, Long> wanted) {
        VlanMemberships.checkId(ids.first());
        for (int id = ids.first(); id <= ids.last(); id++) {
            int each = id;
            wanted.forEach((option, value) -> bridge.memberships().setOption(each, option, value));
        }
    }
}
