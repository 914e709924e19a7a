package org.vethlab.program.tcpdump;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.IpAddress;
import org.vethlab.program.tcpdump.filter.LinkLayer;

/** The names of the machine, for the filter's compiler. */
record FilterNames(Names names) implements LinkLayer.Names {
    @Override
    public Optional<IpAddress> host(String name) {
        return names.address(name);
    }

    @Override
    public Optional<Integer> port(String name, String protocol) {
        OptionalInt number = names.portNumber(name, protocol);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
