package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourFlag;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Rows of {@code ip neighbour} (print_neigh, print_neigh_brief). Each ends in a blank, as iproute2 6.1 has it. */
final class NeighbourPrinter {
    private static final long SECOND = 1_000_000_000L;

    private final IpContext ip;
    private final Printer out;
    private final Optional<Device> only;

    /** @param only the device that was asked for, which is then not mentioned */
    NeighbourPrinter(IpContext ip, Optional<Device> only) {
        this.ip = ip;
        this.out = ip.printer();
        this.only = only;
    }

    void print(Neighbour neighbour) {
        out.beginObject();
        if (ip.options().brief()) {
            brief(neighbour.address().toString(), Optional.of(neighbour.device()));
            lladdr(neighbour, "%s");
        } else {
            full(neighbour);
        }
        out.text("\n");
        out.endObject();
    }

    void print(Proxy proxy) {
        out.beginObject();
        if (ip.options().brief()) {
            brief(proxy.address().toString(), proxy.device());
        } else {
            head(proxy.address().toString(), proxy.device());
            out.empty("proxy", "proxy ");
        }
        out.text("\n");
        out.endObject();
    }

    private void brief(String address, Optional<Device> device) {
        out.field(Color.ofAddress(address), "dst", "%-39s ", address);
        if (only.isEmpty() && device.isPresent()) {
            out.field(Color.IFNAME, "dev", "%-16s ", device.get().name());
        }
    }

    private void head(String address, Optional<Device> device) {
        out.field(Color.ofAddress(address), "dst", "%s ", address);
        if (only.isEmpty() && device.isPresent()) {
            out.text("dev ");
            out.field(Color.IFNAME, "dev", "%s ", device.get().name());
        }
    }

    private void full(Neighbour neighbour) {
        head(neighbour.address().toString(), Optional.of(neighbour.device()));
        if (neighbour.state().isValid()) {
            out.text("lladdr ");
            lladdr(neighbour, "%s ");
        }
        flag(neighbour, NeighbourFlag.ROUTER, "router");
        flag(neighbour, NeighbourFlag.MANAGED, "managed");
        flag(neighbour, NeighbourFlag.EXTERN_LEARN, "extern_learn");
        if (ip.options().statistics() > 0) {
            statistics(neighbour);
        }
        if (neighbour.state() != NudState.NONE) {
            out.beginArray("state");
            out.element("%s ", neighbour.state().name());
            out.endArray();
        }
        if (neighbour.protocol() != 0) {
            String name = new RouteNames(ip.files(), ip.options().numeric()).protocol(neighbour.protocol());
            out.field("protocol", "proto %s ", name);
        }
    }

    private void lladdr(Neighbour neighbour, String format) {
        if (neighbour.state().isValid()) {
            neighbour.mac().ifPresent(mac -> out.field(Color.MAC, "lladdr", format, mac.toString()));
        }
    }

    private void flag(Neighbour neighbour, NeighbourFlag flag, String word) {
        if (neighbour.flags().contains(flag)) {
            out.empty(word, word + " ");
        }
    }

    private void statistics(Neighbour neighbour) {
        if (neighbour.references() > 0) {
            out.field("refcnt", " ref %s", neighbour.references());
        }
        out.field("used", " used %s", age(neighbour.usedAt()));
        out.field("confirmed", "/%s", age(neighbour.confirmedAt()));
        out.field("updated", "/%s", age(neighbour.updatedAt()));
        out.field("probes", "probes %s ", neighbour.probes());
    }

    private long age(long time) {
        return (ip.context().clock().now() - time) / SECOND;
    }
}
