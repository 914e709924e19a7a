package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.wire.Ipv4Packet;

/** Asks the routes about a packet's addresses (nft_fib4_eval). */
final class FibValues {
    private FibValues() {}

    static Optional<BigInteger> load(Selector.Fib fib, PacketContext packet) {
        Optional<BigInteger> value = packet.ipv4().map(ipv4 -> load(fib, packet, ipv4));
        return fib.presence() ? value.map(number -> BigInteger.valueOf(number.signum())) : value;
    }

    private static BigInteger load(Selector.Fib fib, PacketContext packet, Ipv4Packet ipv4) {
        boolean source = fib.keys().contains(FibKey.SOURCE);
        Ipv4Address address = source ? ipv4.source() : ipv4.destination();
        Routing routing = packet.namespace().ipv4().routing();
        Optional<Device> device = device(fib, packet);
        if (fib.answer() == FibAnswer.ADDRESS_TYPE) {
            RouteType type =
                    device.isPresent() ? routing.addressType(address, device.get()) : routing.addressType(address);
            return BigInteger.valueOf(type.code());
        }
        Optional<Device> way =
                way(routing, address, fib, packet).filter(found -> device.isEmpty() || found.equals(device.get()));
        return fib.answer() == FibAnswer.DEVICE_NAME
                ? way.map(found -> Registers.ofName(found.name())).orElse(BigInteger.ZERO)
                : BigInteger.valueOf(way.map(Device::index).orElse(0));
    }

    private static Optional<Device> device(Selector.Fib fib, PacketContext packet) {
        if (fib.keys().contains(FibKey.INPUT)) {
            return packet.input();
        }
        return fib.keys().contains(FibKey.OUTPUT) ? packet.output() : Optional.empty();
    }

    private static Optional<Device> way(Routing routing, Ipv4Address address, Selector.Fib fib, PacketContext packet) {
        int mark = fib.keys().contains(FibKey.MARK) ? packet.metadata().mark() : 0;
        RouteResult result = routing.lookup(
                new FlowKey(address, Optional.empty(), Optional.empty(), Optional.empty(), 0, mark, 0, 0, 0, 0));
        return result.isError() ? Optional.empty() : result.device();
    }
}
