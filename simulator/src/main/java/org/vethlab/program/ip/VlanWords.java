package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.Vlan;
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
            prefix("reorder_hdr", words -> words.flag("reorder_hdr", true)),
            prefix("gvrp", words -> words.flag("gvrp", false)),
            prefix("mvrp", words -> words.flag("mvrp", false)),
            prefix("loose_binding", words -> words.flag("loose_binding", false)),
            prefix("bridge_binding", words -> words.flag("bridge_binding", false)),
            prefix("ingress-qos-map", words -> notSimulated("ingress-qos-map")),
            prefix("egress-qos-map", words -> notSimulated("egress-qos-map")),
            prefix("help", words -> {
                throw LinkKinds.help("vlan");
            }));

    private final Arguments words;
    private boolean empty;
    private OptionalLong id = OptionalLong.empty();
    private int protocol = PROTOCOL_8021Q;

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
        return Optional.of(new LinkKind.Vlan((int) id.getAsLong(), protocol));
    }

    /** Of a device that is there, id and protocol stay what they are, without a word (vlan_changelink). */
    @Override
    public void change(Device device) {
        if (!empty && !(device instanceof Vlan)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
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
            default ->
                (int) Numbers.unsigned(word, 16).orElseThrow(() -> CommandException.wrong(word, "protocol is invalid"));
        };
    }

    private void flag(String key, boolean simulated) {
        String word = words.next();
        if (!word.equals("on") && !word.equals("off")) {
            throw new CommandException(
                    1, "Error: argument of \"" + key + "\" must be \"on\" or \"off\", not \"" + word + "\"");
        }
        if (word.equals("on") != simulated) {
            notSimulated(key + " " + word);
        }
    }

    private static void notSimulated(String what) {
        throw CommandException.notSimulated("type vlan " + what);
    }
}
