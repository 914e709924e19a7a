package org.vethlab.program.ip;

import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.program.HostNames;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Prints an address as {@code ip address} does (print_addrinfo). */
final class AddressPrinter {
    private final IpContext ip;
    private final Printer out;
    private final boolean brief;
    private final boolean withDevice;

    /** @param withDevice starts with index and name of the device, as under {@code -o} */
    AddressPrinter(IpContext ip, boolean withDevice) {
        this.ip = ip;
        this.out = ip.printer();
        this.brief = ip.options().brief();
        this.withDevice = withDevice;
    }

    void print(AddressRow row) {
        if (!brief) {
            printDevice(row);
            out.field("family", "    %s ", row.family().text());
        }
        printAddress(row);
        if (brief) {
            return;
        }
        row.broadcast().ifPresent(broadcast -> {
            out.text("brd ");
            out.field(color(row), "broadcast", "%s ", name(broadcast));
        });
        out.field("scope", "scope %s ", row.scope().text());
        printFlags(row.flags(), row.family() == Family.INET6);
        row.label().ifPresent(label -> out.field("label", "%s", label));
        printLifetimes(row);
        out.text("\n");
    }

    private void printDevice(AddressRow row) {
        if (withDevice) {
            out.field("index", "%s: ", row.device().index());
            out.field("dev", "%s", row.device().name());
        }
    }

    private void printAddress(AddressRow row) {
        out.field(color(row), "local", "%s", name(row.local()));
        if (!row.peer().equals(row.local())) {
            out.text(" peer ");
            out.field(color(row), "address", "%s", name(row.peer()));
        }
        out.field("prefixlen", "/%s ", row.prefixLength());
        if (row.metric() != 0) {
            out.field("metric", "metric %s ", row.metric());
        }
    }

    /** The host name of an address under {@code -r}, if it has one. */
    private String name(IpAddress address) {
        if (ip.options().resolve() && address instanceof Ipv4Address host) {
            return HostNames.nameOf(ip.context(), host).orElseGet(host::toString);
        }
        return address.toString();
    }

    private static Color color(AddressRow row) {
        return row.family() == Family.INET6 ? Color.INET6 : Color.INET;
    }

    private void printFlags(Set<AddressFlag> flags, boolean inet6) {
        for (AddressFlag flag : AddressFlag.values()) {
            boolean set = flags.contains(flag);
            if (flag == AddressFlag.PERMANENT && !set) {
                out.flag("dynamic", "dynamic ");
            } else if (flag != AddressFlag.PERMANENT && set) {
                String name = flag == AddressFlag.SECONDARY && inet6 ? "temporary" : flag.text();
                out.flag(name, name + " ");
            }
        }
    }

    private void printLifetimes(AddressRow row) {
        out.newline();
        out.text("       valid_lft ");
        printLifetime("valid_life_time", row.valid());
        out.text(" preferred_lft ");
        printLifetime("preferred_life_time", row.preferred());
    }

    private void printLifetime(String key, long seconds) {
        if (seconds == InterfaceAddress.FOREVER) {
            out.hidden(key, seconds);
            out.text("forever");
        } else {
            out.field(key, "%ssec", seconds);
        }
    }
}
