package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.BondOption;
import org.vethlab.net.link.BondRequest;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code type bond NAME VALUE …}. */
final class BondWords implements KindWords {
    private static final Keywords<BondWords> KEYWORDS = Keywords.of(
            prefix("mode", bond -> bond.named(BondOption.MODE)),
            prefix("active_slave", bond -> bond.device(BondOption.ACTIVE_SLAVE)),
            prefix("clear_active_slave", bond -> bond.values.put(BondOption.ACTIVE_SLAVE, 0L)),
            prefix("miimon", bond -> bond.number(BondOption.MIIMON, 32)),
            prefix("updelay", bond -> bond.number(BondOption.UPDELAY, 32)),
            prefix("downdelay", bond -> bond.number(BondOption.DOWNDELAY, 32)),
            prefix("peer_notify_delay", bond -> bond.number(BondOption.PEER_NOTIFY_DELAY, 32)),
            prefix("use_carrier", bond -> bond.number(BondOption.USE_CARRIER, 8)),
            prefix("arp_interval", bond -> bond.number(BondOption.ARP_INTERVAL, 32)),
            prefix("arp_ip_target", BondWords::targets),
            word("ns_ip6_target", bond -> {
                throw CommandException.notSimulated("type bond ns_ip6_target");
            }),
            prefix("arp_validate", bond -> bond.named(BondOption.ARP_VALIDATE)),
            prefix("arp_all_targets", bond -> bond.named(BondOption.ARP_ALL_TARGETS)),
            word("arp_missed_max", bond -> bond.number(BondOption.ARP_MISSED_MAX, 8)),
            prefix("primary", bond -> bond.device(BondOption.PRIMARY)),
            prefix("primary_reselect", bond -> bond.named(BondOption.PRIMARY_RESELECT)),
            prefix("fail_over_mac", bond -> bond.named(BondOption.FAIL_OVER_MAC)),
            prefix("xmit_hash_policy", bond -> bond.named(BondOption.XMIT_HASH_POLICY)),
            prefix("resend_igmp", bond -> bond.number(BondOption.RESEND_IGMP, 32)),
            prefix("num_grat_arp", bond -> bond.number(BondOption.NUM_GRAT_ARP, 8)),
            prefix("num_unsol_na", bond -> bond.number(BondOption.NUM_GRAT_ARP, 8)),
            prefix("all_slaves_active", bond -> bond.number(BondOption.ALL_SLAVES_ACTIVE, 8)),
            prefix("min_links", bond -> bond.number(BondOption.MIN_LINKS, 32)),
            prefix("lp_interval", bond -> bond.number(BondOption.LP_INTERVAL, 32)),
            prefix("packets_per_slave", bond -> bond.number(BondOption.PACKETS_PER_SLAVE, 32)),
            prefix("lacp_rate", bond -> bond.named(BondOption.LACP_RATE)),
            word("lacp_active", bond -> bond.named(BondOption.LACP_ACTIVE)),
            prefix("ad_select", bond -> bond.named(BondOption.AD_SELECT)),
            prefix("ad_user_port_key", bond -> bond.number(BondOption.AD_USER_PORT_KEY, 16)),
            prefix("ad_actor_sys_prio", bond -> bond.number(BondOption.AD_ACTOR_SYS_PRIO, 16)),
            prefix("ad_actor_system", BondWords::actorSystem),
            prefix("tlb_dynamic_lb", bond -> bond.number(BondOption.TLB_DYNAMIC_LB, 8)),
            prefix("help", bond -> {
                throw LinkKinds.help("bond");
            }));

    /** BOND_MAX_ARP_TARGETS. */
    private static final int MOST_TARGETS = 16;

    private final IpContext ip;
    private final Arguments words;
    private final Map<BondOption, Long> values = new EnumMap<>(BondOption.class);
    private final List<Ipv4Address> targets = new ArrayList<>();

    private BondWords(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    static KindWords parse(IpContext ip, Arguments words) {
        BondWords bond = new BondWords(ip, words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, bond)) {
                throw LinkKinds.unknownWord("bond: unknown command \"" + word + "\"?", "bond");
            }
        }
        return bond;
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.Bond(new BondRequest(values, targets)));
    }

    @Override
    public void change(Device device) {
        if (values.isEmpty()) {
            return;
        }
        if (!(device instanceof Bond bond)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        bond.change(new BondRequest(values, targets));
    }

    private void number(BondOption option, int bits) {
        String word = words.next();
        String name = option == BondOption.NUM_GRAT_ARP ? "num_grat_arp|num_unsol_na" : option.text();
        OptionalLong value = Numbers.unsigned(word, bits);
        values.put(option, value.orElseThrow(() -> CommandException.wrong(word, "invalid " + name)));
    }

    /** A value by its name in full, or its decimal number (get_index). */
    private void named(BondOption option) {
        String word = words.next();
        int index = option.names().indexOf(word);
        if (index < 0
                && word.matches("[0-9]{1,3}")
                && Integer.parseInt(word) < option.names().size()) {
            index = Integer.parseInt(word);
        }
        if (index < 0) {
            throw CommandException.wrong(word, "invalid " + option.text());
        }
        values.put(option, (long) index);
    }

    private void device(BondOption option) {
        values.put(option, (long) ip.device(words.next()).index());
    }

    private void targets() {
        values.put(BondOption.ARP_IP_TARGET, 0L);
        if (!words.hasNext()) {
            return;
        }
        for (String target : words.next().split(",")) {
            if (!target.isEmpty() && targets.size() < MOST_TARGETS) {
                targets.add((Ipv4Address) InetPrefix.parseAddress(target, Family.INET));
            }
        }
    }

    private void actorSystem() {
        values.put(BondOption.AD_ACTOR_SYSTEM, LinkAddresses.mac(words.next()).bits());
    }
}
