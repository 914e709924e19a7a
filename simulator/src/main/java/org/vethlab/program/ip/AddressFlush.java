package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.AddressMatch;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip address flush}: deletes what {@code show} would list, in rounds until nothing is left. */
final class AddressFlush {
    private static final int MOST_ROUNDS = 10;

    private final IpContext ip;

    AddressFlush(IpContext ip) {
        this.ip = ip;
    }

    int run(Arguments words) {
        if (!words.hasNext()) {
            throw new CommandException(1, "Flush requires arguments.");
        }
        Family family = ip.options().family();
        if (family == Family.LINK) {
            throw new CommandException(1, "Cannot flush link addresses.");
        }
        return flush(ListWords.parse(ip, words, family, "ip-address"));
    }

    private int flush(ListWords selection) {
        boolean tell = ip.options().statistics() > 0;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<AddressRow> rows = select(selection);
            if (rows.isEmpty() || (round > 1 && selection.addresses.isPrimariesOnly())) {
                ip.print(tell ? summary(round - 1) : "");
                return 0;
            }
            if (ip.options().statistics() > 1) {
                rows.forEach(new AddressPrinter(ip, true)::print);
            }
            rows.forEach(this::delete);
            if (tell) {
                ip.print("\n*** Round " + round + ", deleting " + rows.size() + " addresses ***\n");
            }
        }
        ip.flush();
        return ip.fail(1, "*** Flush remains incomplete after " + MOST_ROUNDS + " rounds. ***");
    }

    private static String summary(int rounds) {
        return rounds == 0
                ? "Nothing to flush.\n"
                : "*** Flush is complete after " + rounds + " round" + (rounds > 1 ? "s" : "") + " ***\n";
    }

    private List<AddressRow> select(ListWords selection) {
        Optional<Device> only = selection.links.device;
        return ip.net().devices().all().stream()
                .filter(device -> only.isEmpty() || only.get() == device)
                .flatMap(device -> AddressList.rows(ip, device).stream())
                .filter(selection.addresses::matches)
                .toList();
    }

    /** A primary may have taken its secondaries along, so that one is not there any more is no error. */
    private void delete(AddressRow row) {
        if (row.local() instanceof Ipv6Address local) {
            ip.net().ipv6().addresses().delete(row.device(), local, row.prefixLength());
        }
        if (!(row.local() instanceof Ipv4Address local) || !(row.peer() instanceof Ipv4Address peer)) {
            return;
        }
        AddressMatch match = new AddressMatch(
                row.device(),
                Optional.of(local),
                Optional.of(new AddressMatch.Subnet(peer, row.prefixLength())),
                row.label());
        try {
            ip.net().ipv4().addresses().delete(match);
        } catch (NetException e) {
            if (e.errno() != Errno.EADDRNOTAVAIL) {
                throw e;
            }
        }
    }
}
