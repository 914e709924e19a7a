package org.vethlab.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.row.AddressRow;
import org.vethlab.row.DeviceRow;
import org.vethlab.row.Rows;

/**
 * Whose an address is: of which namespace.
 *
 * @param places in the lab's order
 */
public record Owners(List<String> places, Map<String, String> byMac, Map<String, String> byAddress) {
    /** Asks namespaces for their addresses until all senders and receivers of a capture are known. */
    public static Owners of(Lab lab, Capture capture) {
        Owners owners = new Owners(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        Set<String> unknown = new HashSet<>();
        for (Packet packet : capture.packets()) {
            packet.frame().source().map(MacAddress::toString).ifPresent(unknown::add);
            packet.frame()
                    .destination()
                    .filter(to -> !to.isGroup())
                    .map(MacAddress::toString)
                    .ifPresent(unknown::add);
        }
        for (Place place : lab.places()) {
            owners.places.add(place.name());
            if (!unknown.isEmpty()) {
                new Rows(lab, place).devices().forEach(device -> owners.add(place.name(), device, unknown));
            }
        }
        return owners;
    }

    private void add(String place, DeviceRow device, Set<String> unknown) {
        device.link().address().ifPresent(mac -> {
            byMac.putIfAbsent(mac, place);
            unknown.remove(mac);
        });
        for (AddressRow address : device.addresses()) {
            byAddress.putIfAbsent(address.local(), place);
        }
    }

    public Optional<String> of(MacAddress address) {
        return Optional.ofNullable(byMac.get(address.toString()));
    }

    /** @param address of IPv4 or IPv6, as text */
    public Optional<String> of(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
