package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.enslave;
import static org.vethlab.net.link.Lab.up;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/** A bridge with one port, and a host behind it that tells the groups it is in. */
class MulticastDatabaseTest {
    private static final Ipv4Address GROUP = Ipv4Address.parse("239.1.1.1");
    private static final int V2_REPORT = 0x16;
    private static final int LEAVE = 0x17;

    private final Lab lab = new Lab();
    private final Namespace home = lab.namespace();
    private final Bridge bridge = lab.bridge(home, "br0");
    private final Device device = lab.veth(home, "p0", lab.namespace(), "eth0", 1);
    private final Device host = device.lower().orElseThrow();
    private final GroupAddress group = new GroupAddress.Ip(GROUP);

    @BeforeEach
    void connect() {
        enslave(device, bridge);
        up(device, host, bridge);
    }

    private void tell(int type, Ipv4Address about) {
        byte[] message = new ByteWriter(8).u8(type).u8(0).u16(0).ipv4(about).toByteArray();
        Ipv4Packet packet =
                new Ipv4Packet(Ipv4Address.parse("10.0.0.1"), about, 1, 0, 1, false, false, 0, new RawData(2, message));
        host.transmit(new EthernetFrame(new MacAddress(0x0100_5e01_0101L), host.address(), packet));
        lab.settle();
    }

    private List<String> groups() {
        return bridge.multicast().groups().stream()
                .filter(each -> !each.members().isEmpty())
                .map(each -> each.address().toString())
                .toList();
    }

    private Optional<BridgePort> port() {
        return bridge.port(device);
    }

    @ParameterizedTest
    @CsvSource({"239.1.1.1, true", "224.0.0.251, false", "10.1.1.1, false"})
    void registersGroupsThatAreNotEverybodys(String address, boolean registered) {
        tell(V2_REPORT, Ipv4Address.parse(address));
        assertThat(groups()).isEqualTo(registered ? List.of(address) : List.of());
    }

    @Test
    void whoLeavesIsForgottenSoon() {
        tell(V2_REPORT, GROUP);
        tell(LEAVE, GROUP);
        assertThat(groups()).containsExactly("239.1.1.1");
        bridge.clock().advance(2_000_000_000L);
        assertThat(groups()).isEmpty();
        tell(V2_REPORT, GROUP);
        port().orElseThrow().set(PortFlag.FASTLEAVE, true);
        tell(LEAVE, GROUP);
        assertThat(groups()).as("fast leave").isEmpty();
    }

    @Test
    void permanentOnesStayUntilThePortGoes() {
        bridge.multicast().add(port(), group, 0, true);
        tell(LEAVE, GROUP);
        bridge.clock().advance(400_000_000_000L);
        assertThat(groups()).containsExactly("239.1.1.1");
        assertThatThrownBy(() -> bridge.multicast().add(port(), group, 0, true))
                .hasMessage("bridge: (*, G) group is already joined by port");
        home.links().setMaster(device, Optional.empty());
        assertThat(groups()).isEmpty();
    }

    @Test
    void wantsSnooping() {
        bridge.change(Map.of("mcast_snooping", 0L));
        tell(V2_REPORT, GROUP);
        assertThat(groups()).isEmpty();
        assertThatThrownBy(() -> bridge.multicast().add(port(), group, 0, false))
                .hasMessage("bridge: Bridge's multicast processing is disabled");
    }
}
