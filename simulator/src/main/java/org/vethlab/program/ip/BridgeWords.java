package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;

/** {@code type bridge NAME VALUE …}: the attributes of a bridge, in the units of netlink (times in hundredths). */
final class BridgeWords implements KindWords {
    private static final Keywords<BridgeWords> KEYWORDS = Keywords.of(
            prefix("forward_delay", words -> words.number("forward_delay", 32)),
            prefix("hello_time", words -> words.number("hello_time", 32)),
            prefix("max_age", words -> words.number("max_age", 32)),
            prefix("ageing_time", words -> words.number("ageing_time", 32)),
            prefix("stp_state", words -> words.number("stp_state", 32)),
            prefix("priority", words -> words.number("priority", 16)),
            prefix("vlan_filtering", words -> words.number("vlan_filtering", 8)),
            prefix("vlan_protocol", BridgeWords::vlanProtocol),
            prefix("group_fwd_mask", words -> words.number("group_fwd_mask", 16)),
            prefix("group_address", BridgeWords::groupAddress),
            word("no_linklocal_learn", words -> words.number("no_linklocal_learn", 8)),
            prefix("fdb_flush", words -> words.attributes.put("fdb_flush", 1L)),
            prefix("vlan_default_pvid", words -> words.number("vlan_default_pvid", 16)),
            prefix("vlan_stats_enabled", words -> words.number("vlan_stats_enabled", 8)),
            prefix("vlan_stats_per_port", words -> words.number("vlan_stats_per_port", 8)),
            prefix("mcast_router", words -> words.number("mcast_router", 8)),
            prefix("mcast_snooping", words -> words.number("mcast_snooping", 8)),
            word("mcast_vlan_snooping", words -> words.number("mcast_vlan_snooping", 8)),
            prefix("mcast_query_use_ifaddr", words -> words.number("mcast_query_use_ifaddr", 8)),
            prefix("mcast_querier", words -> words.number("mcast_querier", 8)),
            prefix("mcast_hash_elasticity", words -> words.number("mcast_hash_elasticity", 32)),
            prefix("mcast_hash_max", words -> words.number("mcast_hash_max", 32)),
            prefix("mcast_last_member_count", words -> words.number("mcast_last_member_count", 32)),
            prefix("mcast_startup_query_count", words -> words.number("mcast_startup_query_count", 32)),
            prefix("mcast_last_member_interval", words -> words.number("mcast_last_member_interval", 62)),
            prefix("mcast_membership_interval", words -> words.number("mcast_membership_interval", 62)),
            prefix("mcast_querier_interval", words -> words.number("mcast_querier_interval", 62)),
            prefix("mcast_query_interval", words -> words.number("mcast_query_interval", 62)),
            prefix("mcast_query_response_interval", words -> words.number("mcast_query_response_interval", 62)),
            prefix("mcast_startup_query_interval", words -> words.number("mcast_startup_query_interval", 62)),
            prefix("mcast_stats_enabled", words -> words.number("mcast_stats_enabled", 8)),
            prefix("mcast_igmp_version", words -> words.number("mcast_igmp_version", 8)),
            prefix("mcast_mld_version", words -> words.number("mcast_mld_version", 8)),
            prefix("nf_call_iptables", words -> words.number("nf_call_iptables", 8)),
            prefix("nf_call_ip6tables", words -> words.number("nf_call_ip6tables", 8)),
            prefix("nf_call_arptables", words -> words.number("nf_call_arptables", 8)),
            prefix("help", words -> {
                throw LinkKinds.help("bridge");
            }));

    private final Arguments words;
    private final Map<String, Long> attributes = new LinkedHashMap<>();

    private BridgeWords(Arguments words) {
        this.words = words;
    }

    static KindWords parse(Arguments words) {
        BridgeWords bridge = new BridgeWords(words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, bridge)) {
                throw LinkKinds.unknownWord("bridge: unknown command \"" + word + "\"?", "bridge");
            }
        }
        return bridge;
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.Bridge(attributes));
    }

    @Override
    public void change(Device device) {
        if (attributes.isEmpty()) {
            return;
        }
        if (!(device instanceof Bridge bridge)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        bridge.change(attributes);
    }

    private void number(String name, int bits) {
        String word = words.next();
        OptionalLong value = Numbers.unsigned(word, bits);
        attributes.put(name, value.orElseThrow(() -> CommandException.wrong(word, "invalid " + name)));
    }

    private void vlanProtocol() {
        String word = words.next();
        attributes.put("vlan_protocol", (long)
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "802.1q" -> 0x8100;
                    case "802.1ad" -> 0x88a8;
                    default -> throw CommandException.wrong(word, "invalid vlan_protocol");
                });
    }

    private void groupAddress() {
        attributes.put("group_address", LinkAddresses.mac(words.next()).bits());
    }
}
