package org.vethlab.net.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.link.Device;

/** RFC 6724, section 5, rule by rule. */
class Ipv6SourceAddressesTest {
    private final TestNetwork network = new TestNetwork();
    private final Namespace host = network.host();

    private void add(Device device, String address, long preferred) {
        host.ipv6()
                .addresses()
                .add(new Ipv6AddressRequest(
                        device,
                        Ipv6Address.parse(address),
                        Optional.empty(),
                        64,
                        Set.of(Ipv6AddressFlag.NODAD),
                        Ipv6InterfaceAddress.FOREVER,
                        preferred,
                        0));
    }

    @ParameterizedTest
    @CsvSource({
        "the destination itself,      2001:db8:1::1, 2001:db8:1::1",
        "of the destination's scope,  fe80::9,       fe80::ff:fe00:1",
        "not deprecated,              2001:db8:9::1, 2001:db8:1::1",
        "the same label,              fd00::5,       fd00::1",
        "the device where it leaves,  2001:db8:2::5, 2001:db8:1::1",
        "an address of the link,      ff02::1,       fe80::ff:fe00:1"
    })
    void theBestAddressIsChosen(String why, String destination, String source) {
        network.cable(host, "a", 1, network.host(), "b", 2);
        network.cable(host, "c", 3, network.host(), "d", 4);
        Device out = TestNetwork.device(host, "a");
        add(out, "2001:db8:9::7", 0);
        add(out, "2001:db8:1::1", Ipv6InterfaceAddress.FOREVER);
        add(out, "fd00::1", Ipv6InterfaceAddress.FOREVER);
        add(TestNetwork.device(host, "c"), "2001:db8:2::1", Ipv6InterfaceAddress.FOREVER);
        network.clock().advance(3 * TestNetwork.SECOND);
        assertThat(host.ipv6().sources().select(Optional.of(out), Ipv6Address.parse(destination)))
                .as(why)
                .contains(Ipv6Address.parse(source));
    }
}
