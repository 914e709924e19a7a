package org.vethlab.net.filter;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.Sysctls;
import org.vethlab.net.link.Device;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/**
 * Shows iptables what bridges pass on (net/bridge/br_netfilter_hooks.c, net.bridge.bridge-nf-call-*). Surprising: a rule that
 * drops in FORWARD cuts hosts of one segment off from each other. To such rules the bridge is the input and output device.
 */
final class BridgeNetfilter {
    private final Sysctls sysctls;
    private final Netfilter netfilter;

    BridgeNetfilter(Sysctls sysctls, Netfilter netfilter) {
        this.sysctls = sysctls;
        this.netfilter = netfilter;
    }

    Verdict prerouting(PacketContext packet) {
        Optional<Family> family = family(packet.packet());
        if (family.isEmpty()) {
            return Verdict.ACCEPT;
        }
        packet.metadata().setBridgePorts(packet.input(), Optional.empty());
        Optional<Payload> passed = netfilter.pass(
                family.get(),
                Hook.PREROUTING,
                packet.packet(),
                packet.metadata(),
                bridge(packet.input()),
                Optional.empty());
        packet.metadata().setPreroutingDone(true);
        return passed.map(changed -> replace(packet, changed)).orElse(Verdict.STOLEN);
    }

    private static Verdict replace(PacketContext packet, Payload changed) {
        boolean elsewhere = !destination(changed).equals(destination(packet.packet()));
        packet.replace(changed);
        Optional<Device> bridge = bridge(packet.input());
        if (!elsewhere || bridge.isEmpty()) {
            return Verdict.ACCEPT;
        }
        if (changed instanceof Ipv4Packet translated) {
            return new BridgedTranslation(bridge.get(), packet, translated).go();
        }
        EthernetFrame frame = packet.frame().orElseThrow();
        packet.metadata().setFrame(new EthernetFrame(bridge.get().address(), frame.source(), changed));
        return Verdict.ACCEPT;
    }

    Verdict forward(PacketContext packet) {
        if (packet.packet() instanceof ArpPacket arp && isOn("arptables")) {
            Optional<ArpPacket> passed =
                    netfilter.pass(Hook.FORWARD, arp, packet.metadata(), packet.input(), packet.output());
            passed.ifPresent(packet::replace);
            return passed.isPresent() ? Verdict.ACCEPT : Verdict.STOLEN;
        }
        Optional<Family> family = family(packet.packet());
        if (family.isEmpty() || packet.metadata().bridgeInput().isEmpty()) {
            return Verdict.ACCEPT;
        }
        packet.metadata().setBridgePorts(packet.input(), packet.output());
        return pass(family.get(), Hook.FORWARD, packet, bridge(packet.input()), bridge(packet.output()));
    }

    Verdict postrouting(PacketContext packet) {
        Optional<Family> family = family(packet.packet());
        if (family.isEmpty() || packet.metadata().bridgeOutput().isEmpty()) {
            return Verdict.ACCEPT;
        }
        return pass(family.get(), Hook.POSTROUTING, packet, Optional.empty(), bridge(packet.output()));
    }

    private Verdict pass(
            Family family, Hook hook, PacketContext packet, Optional<Device> input, Optional<Device> output) {
        Optional<Payload> passed = netfilter.pass(family, hook, packet.packet(), packet.metadata(), input, output);
        passed.ifPresent(packet::replace);
        return passed.isPresent() ? Verdict.ACCEPT : Verdict.STOLEN;
    }

    private Optional<Family> family(Payload payload) {
        if (payload instanceof Ipv4Packet && isOn("iptables")) {
            return Optional.of(Family.IP);
        }
        return payload instanceof Ipv6Packet && isOn("ip6tables") ? Optional.of(Family.IP6) : Optional.empty();
    }

    private boolean isOn(String tables) {
        return sysctls.setting("net/bridge/bridge-nf-call-" + tables).value() != 0;
    }

    private static Optional<Device> bridge(Optional<Device> port) {
        return port.flatMap(Device::master);
    }

    private static IpAddress destination(Payload payload) {
        return payload instanceof Ipv6Packet ipv6 ? ipv6.destination() : ((Ipv4Packet) payload).destination();
    }
}
