package org.vethlab.program.ip;

import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.NextHopObject;
import org.vethlab.net.route.Scope;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Prints next hops that stand by themselves (__print_nexthop_entry of ip/ipnexthop.c). */
final class NexthopPrinter {
    private final Printer out;
    private final RouteNames names;
    private final boolean details;

    NexthopPrinter(IpContext ip, RouteNames names) {
        this.out = ip.printer();
        this.names = names;
        this.details = ip.options().details();
    }

    void print(NextHopObject object) {
        out.beginObject();
        printFields(object);
        out.endObject();
        out.text("\n");
    }

    void printFields(NextHopObject object) {
        out.field("id", "id %s ", Integer.toUnsignedLong(object.id()));
        Scope scope = Scope.GLOBAL;
        boolean onLink = false;
        if (object instanceof NextHopObject.Group group) {
            printGroup(group);
        } else if (object instanceof NextHopObject.Single single && !single.blackhole()) {
            printHop(single.hop());
            scope = single.hop().scope();
            onLink = single.hop().onLink();
        }
        if (!scope.equals(Scope.GLOBAL) || details) {
            out.field("scope", "scope %s ", names.scope(scope));
        }
        if (object instanceof NextHopObject.Single single && single.blackhole()) {
            out.empty("blackhole", "blackhole ");
        }
        if (object.protocol() != 0 || details) {
            out.field("protocol", "proto %s ", names.protocol(object.protocol()));
        }
        out.beginArray("flags");
        if (onLink) {
            out.element("%s ", "onlink");
        }
        out.endArray();
    }

    private void printGroup(NextHopObject.Group group) {
        out.beginArray("group");
        String separator = "group ";
        for (NextHopObject.Member member : group.members()) {
            out.beginObject();
            out.text(separator);
            out.field("id", "%s", Integer.toUnsignedLong(member.id()));
            if (member.weight() > 1) {
                out.field("weight", ",%s", member.weight());
            }
            out.endObject();
            separator = "/";
        }
        out.text(" ");
        out.endArray();
    }

    private void printHop(NextHop hop) {
        if (hop.gateway().isPresent()) {
            IpAddress gateway = hop.gateway().get();
            out.text("via ");
            out.field(Color.ofAddress(gateway.toString()), "gateway", "%s ", gateway);
        }
        if (hop.device().isPresent()) {
            Device device = hop.device().get();
            out.text("dev ");
            out.field(Color.IFNAME, "dev", "%s ", device.name());
        }
    }
}
