package org.vethlab.net.ipv4;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.Sysctls;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourTable;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.UpdateFlag;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.trace.Decision;
import org.vethlab.trace.NeighbourDecision;
import org.vethlab.trace.PacketText;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.ArpPacket.Operation;

/** ARP packets that come in: who is answered, and what is learnt (arp_process of net/ipv4/arp.c). */
final class Arp implements DeviceListener {
    private final Namespace namespace;
    private final Ipv4 stack;
    private final ArpAnswers answers;
    private final NeighbourTable table;
    private int waiting;

    Arp(Namespace namespace, Ipv4 stack) {
        this.namespace = namespace;
        this.stack = stack;
        this.answers = new ArpAnswers(namespace.sysctls(), stack);
        namespace.devices().addListener(this);
        this.table = namespace.neighbours().open(Neighbours.IPV4, new ArpProtocol(namespace, stack));
    }

    /** One ARP packet as it came. {@code late}: it has already waited for proxy_delay. */
    private record Heard(Device device, ArpPacket packet, boolean toThisHost, boolean late) {
        boolean isRequest() {
            return packet.operation() == Operation.REQUEST;
        }

        Ipv4Address sender() {
            return packet.senderAddress();
        }

        Ipv4Address target() {
            return packet.targetAddress();
        }
    }

    void receive(Device device, ArpPacket packet, Metadata metadata) {
        if (device.has(DeviceFlag.NOARP) || metadata.type() == PacketType.OTHERHOST) {
            return;
        }
        boolean toThisHost = metadata.type() == PacketType.HOST;
        namespace
                .netfilter()
                .pass(Hook.INPUT, packet, metadata, Optional.of(device), Optional.empty())
                .ifPresent(passed -> process(new Heard(device, passed, toThisHost, false)));
    }

    @Override
    public void up(Device device) {
        announce(device);
    }

    @Override
    public void addressChanged(Device device) {
        announce(device);
    }

    /** arp_notify: tells all who hold the device's addresses where they are now (inetdev_send_gratuitous_arp). */
    private void announce(Device device) {
        if (!device.isUp() || !namespace.sysctls().isOn(device, Ipv4Conf.ARP_NOTIFY)) {
            return;
        }
        for (InterfaceAddress address : stack.addresses().of(device)) {
            MacAddress own = device.address();
            ArpPacket news = ArpPacket.request(own, address.local(), MacAddress.ZERO, address.local());
            stack.transmitArp(device, MacAddress.BROADCAST, news);
        }
    }

    private void process(Heard heard) {
        if (isNonsense(heard)) {
            ignore(heard, "");
            return;
        }
        if (heard.sender().isUnspecified()) {
            answerDuplicateDetection(heard);
            return;
        }
        if (!heard.isRequest() || !answer(heard)) {
            learn(heard);
        }
    }

    private boolean isNonsense(Heard heard) {
        Sysctls sysctls = namespace.sysctls();
        if (heard.target().isMulticast()
                || heard.target().isLoopback() && !sysctls.isOn(heard.device(), Ipv4Conf.ROUTE_LOCALNET)) {
            return true;
        }
        return heard.sender().equals(heard.target()) && sysctls.isOn(heard.device(), Ipv4Conf.DROP_GRATUITOUS_ARP);
    }

    /** A host without address asks whether an address is free (RFC 2131, 4.4.1): nothing is learnt from it. */
    private void answerDuplicateDetection(Heard heard) {
        boolean ours = stack.routing().addressTypeAt(heard.device(), heard.target()) == RouteType.LOCAL;
        if (heard.isRequest() && ours && !answers.isIgnored(heard.device(), heard.sender(), heard.target())) {
            reply(heard);
        }
    }

    /** @return whether the request is dealt with, so that nothing more is to be learnt from it */
    private boolean answer(Heard heard) {
        RouteResult route = routeTo(heard);
        if (route.error().isPresent()) {
            return false;
        }
        if (route.type() == RouteType.LOCAL) {
            answerForOurselves(heard);
            return true;
        }
        boolean forwards = namespace.sysctls().isOn(heard.device(), Ipv4Conf.FORWARDING);
        if (!forwards || route.type() != RouteType.UNICAST || !isProxied(heard, route)) {
            return false;
        }
        answerForAnother(heard);
        return true;
    }

    private RouteResult routeTo(Heard heard) {
        return stack.routing().lookup(FlowKey.received(heard.target(), heard.sender(), heard.device(), 0, 0));
    }

    private void answerForOurselves(Heard heard) {
        if (answers.isIgnored(heard.device(), heard.sender(), heard.target())) {
            ignore(heard, Ipv4Conf.ARP_IGNORE);
            return;
        }
        if (answers.isFiltered(heard.device(), heard.sender(), heard.target())) {
            ignore(heard, Ipv4Conf.ARP_FILTER);
            return;
        }
        learnFromRequest(heard);
        reply(heard);
    }

    private boolean isProxied(Heard heard, RouteResult route) {
        Device device = heard.device();
        boolean elsewhere = !route.device().equals(Optional.of(device));
        return answers.isProxied(device, route, heard.sender(), heard.target())
                || elsewhere && table.isProxied(device, heard.target());
    }

    /** Proxy answers to broadcast questions wait a random time, so that the host itself would be first. */
    private void answerForAnother(Heard heard) {
        learnFromRequest(heard);
        if (heard.late() || heard.toThisHost() || !table.delaysProxyAnswers(heard.device())) {
            reply(heard);
            return;
        }
        if (waiting > table.proxyQueueLength(heard.device())) {
            ignore(heard, "proxy_qlen");
            return;
        }
        waiting++;
        Heard late = new Heard(heard.device(), heard.packet(), heard.toThisHost(), true);
        namespace.world().clock().after(table.drawProxyDelay(heard.device()), () -> answerLate(late));
    }

    private void answerLate(Heard late) {
        waiting--;
        if (late.device().isUp() && late.device().namespace() == namespace) {
            process(late);
        }
    }

    /** Whoever asks for us will be asked back soon: the asker is remembered, not yet believed (neigh_event_ns). */
    private void learnFromRequest(Heard heard) {
        entry(heard)
                .ifPresent(neighbour -> neighbour.update(
                        Optional.of(heard.packet().senderMac()), NudState.STALE, EnumSet.of(UpdateFlag.OVERRIDE)));
    }

    private Optional<Neighbour> entry(Heard heard) {
        try {
            return Optional.of(table.get(heard.device(), heard.sender()));
        } catch (NetException tableFull) {
            return Optional.empty();
        }
    }

    private void reply(Heard heard) {
        MacAddress own = heard.device().address();
        int cause = namespace.trace().make();
        traceAnswer(heard);
        stack.transmitArp(
                heard.device(), heard.packet().senderMac(), heard.packet().reply(own));
        namespace.trace().made(cause);
    }

    /** Answers, and what others tell of themselves, change entries that are there; new ones only with arp_accept. */
    private void learn(Heard heard) {
        Optional<Neighbour> known = table.find(heard.device(), heard.sender());
        boolean gratuitous = answers.isGratuitous(heard.device(), heard.packet());
        boolean accepts = answers.acceptsUnasked(heard.device(), heard.sender());
        boolean host = stack.routing().addressTypeAt(heard.device(), heard.sender()) == RouteType.UNICAST;
        if (known.isEmpty() && accepts && (gratuitous || !heard.isRequest() && host)) {
            known = entry(heard);
        }
        if (known.isEmpty()) {
            traceUnlearnt(heard);
            return;
        }
        boolean answerToUs = !heard.isRequest() && heard.toThisHost();
        // Of several answers the first is taken: locktime keeps the others out.
        boolean override = gratuitous || !known.get().isLocked();
        Set<UpdateFlag> flags = override ? EnumSet.of(UpdateFlag.OVERRIDE) : EnumSet.noneOf(UpdateFlag.class);
        traceLearnt(heard);
        known.get()
                .update(
                        Optional.of(heard.packet().senderMac()),
                        answerToUs ? NudState.REACHABLE : NudState.STALE,
                        flags);
    }

    private void ignore(Heard heard, Ipv4Conf decider) {
        if (namespace.trace().isOn()) {
            ignore(heard, stack.trace().conf(heard.device(), decider));
        }
    }

    private void ignore(Heard heard, String decider) {
        if (namespace.trace().isOn()) {
            boolean own = stack.routing().addressType(heard.target()) == RouteType.LOCAL;
            Decision silent =
                    new NeighbourDecision.Silent(heard.target(), heard.device().name(), own, decider);
            namespace.trace().step(heard.packet(), silent);
        }
    }

    /** A question for others; or an answer that only a program can have asked for. */
    private void traceUnlearnt(Heard heard) {
        if (!namespace.trace().isOn()) {
            return;
        }
        if (heard.isRequest()) {
            ignore(
                    heard,
                    routeTo(heard).refusal().map(why -> refusal(heard, why)).orElse(""));
        } else {
            String what = PacketText.of(heard.packet()) + " arrives; the neighbour table did not ask for it";
            namespace.trace().step(heard.packet(), new Decision.Delivered(what));
        }
    }

    /** Surprising: what would be refused of a packet's source address, reverse path filter included, holds for ARP too. */
    private String refusal(Heard heard, RouteResult.Refusal why) {
        return switch (why) {
            case REVERSE_PATH_FILTER -> stack.trace().conf(heard.device(), Ipv4Conf.RP_FILTER);
            case LOCAL_SOURCE -> "the asker says it is " + heard.sender() + ", which is this host's own address";
            default -> "the asker's address " + heard.sender() + " may come from nobody";
        };
    }

    private void traceLearnt(Heard heard) {
        if (namespace.trace().isOn()) {
            MacAddress mac = heard.packet().senderMac();
            Decision learnt = new NeighbourDecision.Learnt(
                    heard.sender(), Optional.of(mac), heard.device().name());
            namespace.trace().step(heard.packet(), learnt);
        }
    }

    private void traceAnswer(Heard heard) {
        if (!namespace.trace().isOn()) {
            return;
        }
        boolean proxy = stack.routing().addressTypeAt(heard.device(), heard.target()) != RouteType.LOCAL;
        Optional<Device> owner =
                proxy ? routeTo(heard).device() : stack.routing().deviceOfLocal(heard.target());
        Ipv4Conf conf = proxy ? Ipv4Conf.PROXY_ARP : Ipv4Conf.ARP_IGNORE;
        Decision answer = new NeighbourDecision.Answered(
                heard.target(),
                heard.device().name(),
                owner.filter(device -> device != heard.device()).map(Device::name),
                proxy,
                stack.trace().conf(heard.device(), conf));
        namespace.trace().step(heard.packet(), answer);
    }
}
