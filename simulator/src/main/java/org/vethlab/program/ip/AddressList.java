package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip address show}: devices, each with its addresses. */
final class AddressList {
    private final IpContext ip;
    private final Printer out;
    private final LinkPrinter links;
    private final AddressPrinter addresses;

    AddressList(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
        this.links = new LinkPrinter(ip, false);
        this.addresses = new AddressPrinter(ip, ip.options().oneline());
    }

    int run(Arguments words) {
        ListWords selection = ListWords.parse(ip, words, ip.options().family(), "ip-address");
        out.beginList();
        for (Device device : ip.net().devices().all()) {
            List<AddressRow> rows = rows(ip, device);
            if (isListed(selection, device) && hasSomething(selection.addresses, rows)) {
                out.beginObject();
                print(selection, device, rows);
                out.endObject();
            }
        }
        out.endList();
        return 0;
    }

    /** The addresses of a device, those of IPv4 first. */
    static List<AddressRow> rows(IpContext ip, Device device) {
        long now = ip.context().clock().now();
        List<AddressRow> rows = new ArrayList<>();
        for (InterfaceAddress address : ip.net().ipv4().addresses().of(device)) {
            rows.add(AddressRow.of(address, now));
        }
        for (Ipv6InterfaceAddress address : ip.net().ipv6().addresses().of(device)) {
            rows.add(AddressRow.of(address, now));
        }
        return rows;
    }

    private static boolean isListed(ListWords selection, Device device) {
        LinkFilter filter = selection.links;
        return filter.device.map(named -> named == device).orElseGet(() -> filter.isDumped(device));
    }

    /** A device with addresses is left out if none fits; one without any, only if a family is asked for. */
    private static boolean hasSomething(AddressFilter filter, List<AddressRow> rows) {
        if (filter.family == Family.LINK) {
            return true;
        }
        return rows.isEmpty() ? filter.family == Family.UNSPEC : rows.stream().anyMatch(filter::matches);
    }

    private void print(ListWords selection, Device device, List<AddressRow> rows) {
        boolean linkOnly = selection.addresses.family == Family.LINK;
        boolean brief = ip.options().brief();
        boolean withLink = brief || linkOnly || !ip.options().oneline();
        if (withLink && !selection.links.isPrinted(device)) {
            return;
        }
        boolean printed = withLink && selection.addresses.label.isEmpty();
        if (printed) {
            printLink(selection, device);
        }
        if (!linkOnly) {
            printAddresses(selection, device, rows);
        }
        if (printed && !brief && ip.options().statistics() > 0) {
            new LinkStatistics(ip).print(device.statistics());
            out.newline();
        }
    }

    private void printLink(ListWords selection, Device device) {
        Family family = selection.addresses.family;
        boolean brief = ip.options().brief();
        if (isToldByIpv6(selection) && brief) {
            links.printBriefForIpv6(device);
        } else if (isToldByIpv6(selection)) {
            links.printForIpv6(device);
        } else if (brief) {
            links.printBrief(device, family == Family.LINK);
        } else {
            boolean withLinkLayer = family == Family.LINK || family == Family.UNSPEC;
            links.print(device, withLinkLayer || ip.options().details());
        }
    }

    /** For {@code -6} without a device the kernel's IPv6 answers the dump of the links itself (inet6_dump_ifinfo). */
    private boolean isToldByIpv6(ListWords selection) {
        return ip.options().family() == Family.INET6 && selection.links.device.isEmpty();
    }

    private void printAddresses(ListWords selection, Device device, List<AddressRow> rows) {
        out.beginArray("addr_info");
        for (AddressRow row : rows) {
            if (selection.addresses.isFamily(row) && (!selection.links.up || device.isUp())) {
                out.beginObject();
                if (selection.addresses.matches(row)) {
                    addresses.print(row);
                }
                out.endObject();
            }
        }
        out.endArray();
        if (ip.options().brief()) {
            out.text("\n");
        }
    }
}
