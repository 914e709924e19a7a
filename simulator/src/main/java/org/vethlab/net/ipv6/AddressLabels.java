package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** Which addresses belong together when a source is chosen: RFC 6724's policy table (net/ipv6/addrlabel.c). */
public final class AddressLabels {
    /** No label at all. */
    private static final long NONE = 0xffff_ffffL;

    /** In the kernel's order: longer prefixes first, of one length the newest. */
    private final List<AddressLabel> labels = new ArrayList<>();

    AddressLabels() {
        insert("::", 0, 1);
        insert("fc00::", 7, 5);
        insert("fec0::", 10, 11);
        insert("2002::", 16, 2);
        insert("3ffe::", 16, 12);
        insert("2001::", 32, 6);
        insert("2001:10::", 28, 7);
        insert("::ffff:0:0", 96, 4);
        insert("::", 96, 3);
        insert("::1", 128, 0);
    }

    /**
     * One row of the table.
     *
     * @param device for addresses of this device only
     */
    public record AddressLabel(Ipv6Prefix prefix, Optional<Device> device, long label) {}

    private void insert(String network, int length, long label) {
        insert(new AddressLabel(Ipv6Prefix.of(Ipv6Address.parse(network), length), Optional.empty(), label));
    }

    private void insert(AddressLabel row) {
        int place = 0;
        while (place < labels.size()
                && labels.get(place).prefix().length() > row.prefix().length()) {
            place++;
        }
        labels.add(place, row);
    }

    public List<AddressLabel> all() {
        return List.copyOf(labels);
    }

    /** @throws NetException EEXIST */
    public void add(AddressLabel row) {
        if (find(row.prefix(), row.device()).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        insert(row);
    }

    /** @throws NetException ESRCH */
    public void delete(Ipv6Prefix prefix, Optional<Device> device) {
        labels.remove(find(prefix, device).orElseThrow(() -> new NetException(Errno.ESRCH)));
    }

    private Optional<AddressLabel> find(Ipv6Prefix prefix, Optional<Device> device) {
        return labels.stream()
                .filter(row -> row.prefix().equals(prefix) && row.device().equals(device))
                .findFirst();
    }

    /** The label of an address on a device. */
    public long of(Ipv6Address address, Optional<Device> device) {
        return labels.stream()
                .filter(row -> row.device().isEmpty() || row.device().equals(device))
                .filter(row -> row.prefix().contains(address))
                .max(Comparator.comparingInt(row -> row.prefix().length()))
                .map(AddressLabel::label)
                .orElse(NONE);
    }
}
