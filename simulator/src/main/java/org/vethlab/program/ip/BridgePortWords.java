package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.PortFlag;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.OnOff;

/** {@code type bridge_slave NAME VALUE …}: the attributes of a bridge's port. */
final class BridgePortWords implements KindWords {
    private static final Keywords<BridgePortWords> KEYWORDS = Keywords.of(
            prefix("fdb_flush", words -> words.settings.flush = true),
            prefix("state", words -> words.settings.state = words.number("state", 8)),
            prefix("priority", words -> words.settings.priority = words.number("priority", 16)),
            prefix("cost", words -> words.settings.cost = words.number("cost", 31)),
            prefix("hairpin", words -> words.flag(PortFlag.HAIRPIN)),
            prefix("guard", words -> words.flag(PortFlag.GUARD)),
            prefix("root_block", words -> words.flag(PortFlag.ROOT_BLOCK)),
            prefix("fastleave", words -> words.flag(PortFlag.FASTLEAVE)),
            prefix("learning", words -> words.flag(PortFlag.LEARNING)),
            prefix("flood", words -> words.flag(PortFlag.FLOOD)),
            prefix("mcast_flood", words -> words.flag(PortFlag.MCAST_FLOOD)),
            prefix("bcast_flood", words -> words.flag(PortFlag.BCAST_FLOOD)),
            prefix("mcast_to_unicast", words -> words.flag(PortFlag.MCAST_TO_UNICAST)),
            prefix("proxy_arp", words -> words.flag(PortFlag.PROXY_ARP)),
            prefix("proxy_arp_wifi", words -> words.flag(PortFlag.PROXY_ARP_WIFI)),
            prefix("mcast_router", words -> words.settings.multicastRouter = words.setting("mcast_router", 8)),
            prefix("mcast_fast_leave", words -> words.flag("mcast_fast_leave", PortFlag.FASTLEAVE)),
            prefix("neigh_suppress", words -> words.flag(PortFlag.NEIGH_SUPPRESS)),
            prefix("group_fwd_mask", words -> words.settings.groupForwardMask = words.setting("group_fwd_mask", 16)),
            prefix("vlan_tunnel", words -> words.flag(PortFlag.VLAN_TUNNEL)),
            prefix("isolated", words -> words.flag(PortFlag.ISOLATED)),
            prefix("locked", words -> words.flag(PortFlag.LOCKED)),
            prefix("backup_port", BridgePortWords::backup),
            prefix("nobackup_port", words -> words.settings.backup = Optional.of(Optional.empty())),
            prefix("help", words -> {
                throw LinkKinds.help("bridge_slave");
            }));

    private final IpContext ip;
    private final Arguments words;
    private final PortSettings settings = new PortSettings();

    private BridgePortWords(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    static KindWords parse(IpContext ip, Arguments words) {
        BridgePortWords port = new BridgePortWords(ip, words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, port)) {
                throw LinkKinds.unknownWord("bridge_slave: unknown option \"" + word + "\"?", "bridge_slave");
            }
        }
        return port;
    }

    /** There is no device of this kind. */
    @Override
    public Optional<LinkKind> kind() {
        return Optional.empty();
    }

    @Override
    public void change(Device device) {
        if (!settings.isEmpty()) {
            settings.apply(device);
        }
    }

    private void flag(PortFlag flag) {
        flag(flag.text(), flag);
    }

    private void flag(String key, PortFlag flag) {
        settings.flags.put(flag, OnOff.parse(key, words.next(), 1));
    }

    private OptionalInt number(String key, int bits) {
        String word = words.next();
        return OptionalInt.of((int)
                Numbers.unsigned(word, bits).orElseThrow(() -> CommandException.wrong(word, key + " is invalid")));
    }

    private OptionalInt setting(String key, int bits) {
        String word = words.next();
        return OptionalInt.of(
                (int) Numbers.unsigned(word, bits).orElseThrow(() -> CommandException.wrong(word, "invalid " + key)));
    }

    private void backup() {
        String name = words.next();
        Device device = ip.findDevice(name).orElseThrow(() -> CommandException.wrong(name, "Device does not exist\n"));
        settings.backup = Optional.of(Optional.of(device));
    }
}
