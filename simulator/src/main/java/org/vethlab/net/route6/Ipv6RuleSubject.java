package org.vethlab.net.route6;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.RuleSubject;

/** An IPv6 flow as rules see it (fib6_rule_match). */
record Ipv6RuleSubject(Ipv6FlowKey flow) implements RuleSubject {
    @Override
    public IpAddress from() {
        return flow.source().orElse(Ipv6Address.ANY);
    }

    @Override
    public IpAddress to() {
        return flow.destination();
    }

    @Override
    public Optional<Device> output() {
        return flow.output();
    }

    @Override
    public boolean hasService(int wanted) {
        return wanted == 0 || wanted == (flow.trafficClass() & 0xfc);
    }

    @Override
    public int mark() {
        return flow.mark();
    }

    @Override
    public int protocol() {
        return flow.protocol();
    }

    @Override
    public int sourcePort() {
        return flow.sourcePort();
    }

    @Override
    public int destinationPort() {
        return flow.destinationPort();
    }

    @Override
    public Optional<Vrf> domain() {
        return flow.domain();
    }

    @Override
    public int user() {
        return flow.user();
    }
}
