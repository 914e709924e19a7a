package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.Vlan;
import org.vethlab.net.link.VlanFlag;
import org.vethlab.net.link.VlanSettings;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;

/** {@code type vlan id ID [protocol PROTOCOL] …}. */
final class VlanWords implements KindWords {
    private static final int PROTOCOL_8021Q = 0x8100;
    private static final int PROTOCOL_8021AD = 0x88a8;

    private static final Keywords<VlanWords> KEYWORDS = Keywords.of(
            prefix("protocol", VlanWords::protocol),
            prefix("id", VlanWords::id),
            prefix("reorder_hdr", words -> words.flag(VlanFlag.REORDER_HDR)),
            prefix("gvrp", words -> words.flag(VlanFlag.GVRP)),
            prefix("mvrp", words -> words.flag(VlanFlag.MVRP)),
            prefix("loose_binding", words -> words.flag(VlanFlag.LOOSE_BINDING)),
            prefix("bridge_binding", words -> words.flag(VlanFlag.BRIDGE_BINDING)),
            prefix("ingress-qos-map", words -> words.map("ingress-qos-map", words.ingress)),
            prefix("egress-qos-map", words -> words.map("egress-qos-map", words.egress)),
            prefix("help", words -> {
                throw LinkKinds.help("vlan");
            }));

    private final Arguments words;
    private boolean empty;
    private OptionalLong id = OptionalLong.empty();
    private int protocol = PROTOCOL_8021Q;
    private final Map<VlanFlag, Boolean> flags = new EnumMap<>(VlanFlag.class);
    private final Map<Integer, Integer> ingress = new LinkedHashMap<>();
    private final Map<Integer, Integer> egress = new LinkedHashMap<>();

    private VlanWords(Arguments words) {
        this.words = words;
    }

    static KindWords parse(Arguments words) {
        boolean empty = !words.hasNext();
        VlanWords vlan = new VlanWords(words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, vlan)) {
                throw LinkKinds.unknownWord("vlan: unknown command \"" + word + "\"?", "vlan");
            }
        }
        vlan.empty = empty;
        return vlan;
    }

    /** There is no default for the id (vlan_validate). */
    @Override
    public Optional<LinkKind> kind() {
        if (id.isEmpty()) {
            String missing = empty ? "VLAN properties" : "VLAN id";
            throw new NetException(Errno.EINVAL, "8021q: " + missing + " not specified");
        }
        return Optional.of(new LinkKind.Vlan((int) id.getAsLong(), protocol, settings()));
    }

    /** Of a device that is there, id and protocol stay what they are, without a word (vlan_changelink). */
    @Override
    public void change(Device device) {
        if (empty) {
            return;
        }
        if (!(device instanceof Vlan vlan)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        vlan.change(settings());
    }

    private VlanSettings settings() {
        return new VlanSettings(flags, ingress, egress);
    }

    private void id() {
        String word = words.next();
        id = Numbers.unsigned(word, 16);
        if (id.isEmpty()) {
            throw CommandException.wrong(word, "id is invalid");
        }
    }

    private void protocol() {
        String word = words.next();
        protocol = switch (word.toLowerCase(Locale.ROOT)) {
            case "802.1q" -> PROTOCOL_8021Q;
            case "802.1ad" -> PROTOCOL_8021AD;
            case "all" -> 3;
            case "ip", "ipv4" -> 0x0800;
            case "arp" -> 0x0806;
            case "ipv6" -> 0x86dd;
            default ->
                (int) Numbers.unsigned(word, 16).orElseThrow(() -> CommandException.wrong(word, "protocol is invalid"));
        };
    }

    private void flag(VlanFlag flag) {
        String word = words.next();
        if (!word.equals("on") && !word.equals("off")) {
            throw new CommandException(
                    1, "Error: argument of \"" + flag.text() + "\" must be \"on\" or \"off\", not \"" + word + "\"");
        }
        flags.put(flag, word.equals("on"));
    }

    /** {@code FROM:TO} as often as there is a colon in the next word. */
    private void map(String key, Map<Integer, Integer> map) {
        words.peek();
        while (words.hasNext() && words.peek().contains(":")) {
            String word = words.next();
            String[] pair = word.split(":", 2);
            OptionalLong from = Numbers.unsigned(pair[0], 32);
            OptionalLong to = Numbers.unsigned(pair[1], 32);
            if (from.isEmpty() || to.isEmpty()) {
                throw CommandException.wrong(word, "invalid " + key);
            }
            map.put((int) from.getAsLong(), (int) to.getAsLong());
        }
    }
}
