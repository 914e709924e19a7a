package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.up;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** Bonds: what each mode takes for options, and whose address a bond has. */
class BondTest {
    private final Lab lab = new Lab();
    private final Namespace host = lab.host;
    private final Namespace outside = lab.namespace();
    private final Device first = lab.veth(host, "e0", outside, "p0", 1);
    private final Device second = lab.veth(host, "e1", outside, "p1", 2);

    private Bond bond(Map<BondOption, Long> options) {
        LinkKind kind = new LinkKind.Bond(new BondRequest(options, List.of()));
        return (Bond) host.links().create(LinkRequest.of(kind).named("bond0"));
    }

    private void join(Bond bond) {
        host.links().setMaster(first, Optional.of(bond));
        host.links().setMaster(second, Optional.of(bond));
    }

    /** Which options a mode knows, and which want the bond down or without ports. */
    @ParameterizedTest
    @CsvSource({
        "0, PACKETS_PER_SLAVE, 2, ",
        "1, PACKETS_PER_SLAVE, 2, EACCES",
        "1, PRIMARY_RESELECT, 2, ",
        "3, LACP_RATE, 1, EACCES",
        "4, LACP_RATE, 1, ",
        "4, ARP_INTERVAL, 100, EACCES",
        "1, MIIMON, -1, EINVAL",
        "1, USE_CARRIER, 2, EINVAL",
        "0, UPDELAY, 100, EPERM",
    })
    void optionsOfModes(long mode, BondOption option, long value, Errno refusal) {
        Bond bond = bond(Map.of(BondOption.MODE, mode));
        BondRequest request = new BondRequest(Map.of(option, value), List.of());
        if (refusal == null) {
            bond.change(request);
            assertThat(bond.options().get(option)).isEqualTo(value);
        } else {
            assertThatThrownBy(() -> bond.change(request))
                    .isInstanceOfSatisfying(
                            NetException.class, e -> assertThat(e.errno()).isEqualTo(refusal));
        }
    }

    @Test
    void takesTheAddressOfItsFirstPortAndGivesItToAll() {
        MacAddress permanent = first.address();
        MacAddress other = second.address();
        Bond bond = bond(Map.of());
        join(bond);
        assertThat(bond.address()).isEqualTo(permanent);
        assertThat(second.address()).isEqualTo(permanent);
        host.links().setMaster(second, Optional.empty());
        assertThat(second.address()).isEqualTo(other);
        assertThat(second.isUp()).isFalse();
    }

    @Test
    void theOtherPortTakesOverWhenTheActiveOneLosesItsLink() {
        up(first.lower().orElseThrow(), second.lower().orElseThrow());
        Bond bond = bond(Map.of(BondOption.MODE, 1L, BondOption.MIIMON, 100L));
        join(bond);
        up(bond);
        assertThat(bond.activePort().orElseThrow().device()).isEqualTo(first);
        outside.links().setDown(first.lower().orElseThrow());
        lab.clock.advance(Lab.SECOND);
        assertThat(bond.activePort().orElseThrow().device()).isEqualTo(second);
        assertThat(bond.port(first).orElseThrow().failures()).isEqualTo(1);
        assertThat(bond.hasCarrier()).isTrue();
    }

    @Test
    void aPortMustBeDownToJoin() {
        Bond bond = bond(Map.of());
        up(first);
        assertThatThrownBy(() -> host.links().setMaster(first, Optional.of(bond)))
                .hasMessage("Device can not be enslaved while up");
    }
}
