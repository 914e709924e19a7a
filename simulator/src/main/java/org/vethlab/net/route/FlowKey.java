package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;

/**
 * What a route lookup goes by (struct flowi4). With an input device it is the lookup of a received packet
 * (ip_route_input), without one that of a packet made here (ip_route_output).
 *
 * @param protocol IANA number, 0 if not known
 * @param sourcePort of UDP and TCP, 0 if there is none
 * @param user who sends
 */
public record FlowKey(
        Ipv4Address destination,
        Optional<Ipv4Address> source,
        Optional<Device> input,
        Optional<Device> output,
        int tos,
        int mark,
        int protocol,
        int sourcePort,
        int destinationPort,
        int user)
        implements RuleSubject {
    /** The DSCP; the two ECN bits do not count. */
    private static final int DSCP_MASK = 0xfc;

    /** RT_TOS of RFC 1349's type of service: routes and rules look at these bits alone, never at the precedence. */
    private static final int SERVICE_MASK = 0x1c;

    public FlowKey {
        tos &= DSCP_MASK;
    }

    public FlowKey(
            Ipv4Address destination,
            Optional<Ipv4Address> source,
            Optional<Device> input,
            Optional<Device> output,
            int tos,
            int mark) {
        this(destination, source, input, output, tos, mark, 0, 0, 0, 0);
    }

    /** Whether a route or rule with this type of service is meant: one with 0 always is (fib_dscp_masked_match). */
    @Override
    public boolean hasService(int wanted) {
        return wanted == 0 || wanted == (tos & SERVICE_MASK);
    }

    @Override
    public Optional<Vrf> domain() {
        Optional<Vrf> byOutput = output.flatMap(Vrf::of);
        return byOutput.isPresent() || output.isPresent() ? byOutput : input.flatMap(Vrf::of);
    }

    /** Being bound to a VRF chooses its table, and after that no device. */
    Optional<Device> outputWithinDomain() {
        return output.filter(device -> !(device instanceof Vrf));
    }

    @Override
    public IpAddress from() {
        return source.orElse(Ipv4Address.ANY);
    }

    @Override
    public IpAddress to() {
        return destination;
    }

    public static FlowKey to(Ipv4Address destination) {
        return new FlowKey(destination, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
    }

    public static FlowKey received(Ipv4Address destination, Ipv4Address source, Device input, int tos, int mark) {
        return new FlowKey(destination, Optional.of(source), Optional.of(input), Optional.empty(), tos, mark);
    }

    public FlowKey from(Ipv4Address newSource) {
        return new FlowKey(
                destination,
                Optional.of(newSource),
                input,
                output,
                tos,
                mark,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    public FlowKey to(Ipv4Address newDestination, Optional<Device> newOutput) {
        return new FlowKey(
                newDestination, source, input, newOutput, tos, mark, protocol, sourcePort, destinationPort, user);
    }

    public FlowKey withTransport(int newProtocol, int newSourcePort, int newDestinationPort) {
        return new FlowKey(
                destination, source, input, output, tos, mark, newProtocol, newSourcePort, newDestinationPort, user);
    }
}
