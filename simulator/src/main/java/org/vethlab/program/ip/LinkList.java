package org.vethlab.program.ip;

import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip link show}. */
final class LinkList {
    private final IpContext ip;
    private final LinkPrinter printer;

    LinkList(IpContext ip) {
        this.ip = ip;
        this.printer = new LinkPrinter(ip, true);
    }

    int run(Arguments words) {
        ListWords selection = ListWords.parse(ip, words, Family.LINK, "ip-link");
        LinkFilter filter = selection.links;
        Printer out = ip.printer();
        out.beginList();
        for (Device device : ip.net().devices().all()) {
            if (isListed(filter, device)) {
                out.beginObject();
                if (filter.isPrinted(device) && selection.addresses.label.isEmpty()) {
                    print(device);
                }
                out.endObject();
            }
        }
        out.endList();
        return 0;
    }

    /** A device that is named is asked for alone; what else is said then filters the answer. */
    private static boolean isListed(LinkFilter filter, Device device) {
        return filter.device.map(named -> named == device).orElseGet(() -> filter.isDumped(device));
    }

    private void print(Device device) {
        if (ip.options().brief()) {
            printer.printBrief(device, true);
        } else {
            printer.print(device, true);
        }
    }
}
