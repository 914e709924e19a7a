package org.vethlab.program.ifconfig;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.AddressIoctls;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.program.Context;

/** The aliases of a device, {@code eth0:0} and so on, as {@code ifconfig … add} and {@code del} find and make them. */
final class IfconfigAliases {
    private final Context context;
    private final String parent;
    private final AddressIoctls addresses;

    IfconfigAliases(Context context, String parent) {
        this.context = context;
        this.parent = parent;
        this.addresses = new AddressIoctls(context.net());
    }

    /** The alias that has an address. */
    Optional<String> find(Ipv4Address address) {
        return Ifconfig.rows(context).stream()
                .filter(row -> row.label().startsWith(parent + ":"))
                .filter(row -> row.address().map(InterfaceAddress::peer).equals(Optional.of(address)))
                .map(IfconfigRow::label)
                .findFirst();
    }

    /**
     * Makes an alias with the lowest free number, and netmask and broadcast address of the device itself. {@code del}
     * comes here too when it finds nothing to delete. What goes wrong is not told.
     */
    void add(Ipv4Address address) {
        int number = 0;
        while (addresses.get(parent + ":" + number).isPresent()) {
            number++;
        }
        String alias = parent + ":" + number;
        Optional<InterfaceAddress> own = addresses.get(parent);
        Ipv4Address netmask = own.map(found -> found.prefix().netmask()).orElse(Ipv4Address.ANY);
        Ipv4Address broadcast = own.flatMap(InterfaceAddress::broadcast).orElse(Ipv4Address.ANY);
        try {
            addresses.setAddress(alias, address);
            addresses.setNetmask(alias, netmask);
            addresses.setBroadcast(alias, broadcast);
        } catch (NetException e) {
            return; // ifconfig drops what set_ifstate returns
        }
    }
}
