package org.vethlab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.net.sysctl.NeighbourConf;
import org.vethlab.time.VirtualClock;

class SysctlsTest {
    private Namespace namespace;
    private Sysctls sysctls;
    private Device device;

    @BeforeEach
    void makeDevice() {
        namespace = new World(new VirtualClock(), 1).createNamespace();
        sysctls = namespace.sysctls();
        device = make("d0");
    }

    private Device make(String name) {
        return namespace.links().create(LinkRequest.of(new LinkKind.Dummy()).named(name));
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4/ip_forward, 0",
        "ipv4/ip_default_ttl, 64",
        "ipv4/ip_local_port_range, 32768\t60999",
        "ipv4/conf/all/accept_source_route, 0",
        "ipv4/conf/d0/accept_source_route, 1",
        "ipv4/conf/d0/send_redirects, 1",
        "ipv4/conf/lo/disable_policy, 1",
        "ipv4/neigh/d0/base_reachable_time_ms, 30000",
        "ipv4/neigh/d0/base_reachable_time, 30",
        "ipv4/neigh/d0/retrans_time, 100",
        "ipv4/neigh/d0/unres_qlen, 101",
        "ipv6/neigh/d0/retrans_time, 250",
        "ipv6/conf/lo/accept_dad, -1",
        "ipv6/conf/lo/mtu, 65536",
        "ipv6/conf/default/mtu, 1280",
        "ipv6/conf/d0/ioam6_id_wide, 4294967295",
        "ipv6/route/gc_timeout, 60",
    })
    void freshNamespace(String path, String value) {
        assertThat(sysctls.read("net/" + path)).contains(value.replace("\\t", "\t"));
    }

    /** What is written, and what is there then. */
    @ParameterizedTest
    @CsvSource({
        "ipv4/conf/d0/tag, 1, 1",
        "ipv4/conf/d0/tag, '  7\n', 7",
        "ipv4/conf/d0/tag, 0x10, 16",
        "ipv4/conf/d0/tag, 010, 8",
        "ipv4/conf/d0/tag, -5, -5",
        "ipv4/conf/d0/tag, 1 2, 1",
        "ipv4/conf/d0/tag, 1abc, EINVAL",
        "ipv4/conf/d0/tag, +5, EINVAL",
        "ipv4/conf/d0/tag, '\n', EINVAL",
        "ipv4/conf/d0/tag, 4294967296, EINVAL",
        "ipv4/ip_default_ttl, 0, EINVAL",
        "ipv4/ip_default_ttl, 256, EINVAL",
        "ipv4/ip_default_ttl, 32, 32",
        "ipv4/ip_local_port_range, 100 5, EINVAL",
        "ipv4/ip_local_port_range, 5000 6000, '5000\t6000'",
        "ipv4/ip_local_port_range, 1500, '1500\t60999'",
        "ipv4/ip_local_port_range, 1000 5000, EINVAL",
        "bridge/bridge-nf-call-iptables, 7, 1",
        "ipv4/tcp_rmem, 1 2 3, '1\t2\t3'",
        "ipv4/neigh/d0/retrans_time_ms, 1234, 1236",
        "ipv4/neigh/d0/unres_qlen, 3, 3",
        "ipv6/conf/d0/hop_limit, 0, EINVAL",
        "ipv6/conf/d0/mtu, 1501, EINVAL",
        "ipv6/conf/d0/addr_gen_mode, 2, EINVAL",
        "ipv6/conf/d0/addr_gen_mode, 1, 1",
    })
    void writing(String path, String text, String expected) {
        String file = "net/" + path;
        if (expected.equals("EINVAL")) {
            assertThatThrownBy(() -> sysctls.write(file, text)).hasMessage("Invalid argument");
            return;
        }
        sysctls.write(file, text);
        assertThat(sysctls.read(file)).contains(expected);
    }

    @Test
    void unitsOfNeighbourTimes() {
        sysctls.write("net/ipv4/neigh/d0/retrans_time", "3");
        assertThat(sysctls.read("net/ipv4/neigh/d0/retrans_time_ms")).contains("28");
        assertThat(sysctls.neighbour(device, 4, NeighbourConf.RETRANS_TIME)).isEqualTo(28);
    }

    @Test
    void forwardingGoesToAllDevicesAndStopsRedirects() {
        sysctls.write("net/ipv4/ip_forward", "1");
        assertThat(sysctls.read("net/ipv4/conf/all/forwarding")).contains("1");
        assertThat(sysctls.read("net/ipv4/conf/default/forwarding")).contains("1");
        assertThat(sysctls.read("net/ipv4/conf/d0/forwarding")).contains("1");
        assertThat(sysctls.read("net/ipv4/conf/all/accept_redirects")).contains("0");
        assertThat(sysctls.read("net/ipv4/conf/d0/accept_redirects")).contains("1");
        make("d1");
        assertThat(sysctls.read("net/ipv4/conf/d1/forwarding")).contains("1");
    }

    /** What is written to default reaches a device until somebody sets that very setting on the device. */
    @Test
    void defaultReachesDevicesThatNobodyHasSet() {
        sysctls.write("net/ipv4/conf/default/rp_filter", "2");
        assertThat(sysctls.read("net/ipv4/conf/d0/rp_filter")).contains("2");
        sysctls.write("net/ipv4/conf/d0/rp_filter", "1");
        sysctls.write("net/ipv4/conf/default/rp_filter", "0");
        assertThat(sysctls.read("net/ipv4/conf/d0/rp_filter")).contains("1");
        assertThat(sysctls.read("net/ipv4/conf/lo/rp_filter")).contains("0");
    }

    @Test
    void anAddressDetachesFromDefault() {
        device.settings().detachFromDefault();
        sysctls.write("net/ipv4/conf/default/arp_filter", "1");
        assertThat(sysctls.read("net/ipv4/conf/d0/arp_filter")).contains("0");
    }

    /** all, the device's own, the value in force. */
    @ParameterizedTest
    @CsvSource({
        "RP_FILTER, 1, 2, 2",
        "RP_FILTER, 1, 0, 1",
        "PROXY_ARP, 0, 1, 1",
        "PROXY_ARP, 0, 0, 0",
        "ACCEPT_SOURCE_ROUTE, 0, 1, 0",
        "TAG, 5, 0, 0",
        "ACCEPT_REDIRECTS, 0, 1, 1",
    })
    void valueInForce(Ipv4Conf conf, String all, String own, int inForce) {
        sysctls.write("net/ipv4/conf/all/" + conf.fileName(), all);
        sysctls.write("net/ipv4/conf/d0/" + conf.fileName(), own);
        assertThat(sysctls.ipv4(device, conf)).isEqualTo(inForce);
    }

    @Test
    void forwardingDevicesTakeRedirectsOnlyIfBothSaySo() {
        sysctls.write("net/ipv4/conf/d0/forwarding", "1");
        sysctls.write("net/ipv4/conf/all/accept_redirects", "0");
        assertThat(sysctls.isOn(device, Ipv4Conf.ACCEPT_REDIRECTS)).isFalse();
    }

    @Test
    void directories() {
        assertThat(sysctls.list("net/ipv4/conf").orElseThrow()).containsExactly("all", "d0", "default", "lo");
        assertThat(sysctls.list("net/ipv4/neigh").orElseThrow()).containsExactly("d0", "lo");
        assertThat(sysctls.list("net/ipv4/conf/d0").orElseThrow()).hasSize(33).contains("rp_filter");
        assertThat(sysctls.list("net/ipv4").orElseThrow()).contains("conf", "neigh", "route", "ip_forward");
        assertThat(sysctls.list("net/ipv4/ip_forward")).isEmpty();
        namespace.links().rename(device, "e.5");
        assertThat(sysctls.read("net/ipv4/conf/e.5/rp_filter")).contains("0");
        assertThat(sysctls.read("net/ipv4/conf/d0/rp_filter")).isEmpty();
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> sysctls.write("net/ipv4/conf/nope/rp_filter", "1"))
                .hasMessage("No such file or directory");
        assertThatThrownBy(() -> sysctls.write("net/ipv4/conf/all/mc_forwarding", "1"))
                .hasMessage("Permission denied");
        assertThatThrownBy(() -> sysctls.read("net/ipv4/route/flush")).hasMessage("Permission denied");
        assertThatThrownBy(() -> sysctls.read("net/ipv6/conf/all/stable_secret"))
                .hasMessage("Input/output error");
    }
}
