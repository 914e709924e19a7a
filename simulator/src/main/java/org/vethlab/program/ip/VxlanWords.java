package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.Vxlan;
import org.vethlab.net.link.VxlanOption;
import org.vethlab.net.link.VxlanRequest;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code type vxlan id VNI …}. */
final class VxlanWords implements KindWords {
    private static final long MOST_VNI = 1 << 24;

    private static final Keywords<VxlanWords> KEYWORDS = Keywords.of(
            prefix("id", VxlanWords::id),
            prefix("vni", VxlanWords::id),
            prefix("group", vxlan -> vxlan.remote("group")),
            prefix("remote", vxlan -> vxlan.remote("remote")),
            prefix("local", VxlanWords::local),
            prefix("dev", VxlanWords::device),
            prefix("ttl", VxlanWords::ttl),
            prefix("hoplimit", VxlanWords::ttl),
            prefix("tos", VxlanWords::tos),
            prefix("dsfield", VxlanWords::tos),
            prefix("df", VxlanWords::dontFragment),
            prefix("label", vxlan -> notSimulated("flowlabel")),
            prefix("flowlabel", vxlan -> notSimulated("flowlabel")),
            prefix("ageing", vxlan -> vxlan.number(VxlanOption.AGEING, "none", 32, "ageing timer")),
            prefix("maxaddress", vxlan -> vxlan.number(VxlanOption.LIMIT, "unlimited", 32, "max addresses")),
            prefix("port", VxlanWords::sourcePorts),
            prefix("srcport", VxlanWords::sourcePorts),
            prefix("dstport", VxlanWords::destinationPort),
            prefix("nolearning", vxlan -> vxlan.values.put(VxlanOption.LEARNING, 0L)),
            prefix("learning", vxlan -> vxlan.values.put(VxlanOption.LEARNING, 1L)),
            prefix("noproxy", vxlan -> vxlan.values.put(VxlanOption.PROXY, 0L)),
            prefix("proxy", vxlan -> vxlan.values.put(VxlanOption.PROXY, 1L)),
            prefix("norsc", vxlan -> vxlan.values.put(VxlanOption.RSC, 0L)),
            prefix("rsc", vxlan -> vxlan.values.put(VxlanOption.RSC, 1L)),
            prefix("nol2miss", vxlan -> vxlan.values.put(VxlanOption.L2MISS, 0L)),
            prefix("l2miss", vxlan -> vxlan.values.put(VxlanOption.L2MISS, 1L)),
            prefix("nol3miss", vxlan -> vxlan.values.put(VxlanOption.L3MISS, 0L)),
            prefix("l3miss", vxlan -> vxlan.values.put(VxlanOption.L3MISS, 1L)),
            prefix("udpcsum", vxlan -> vxlan.values.put(VxlanOption.UDP_CHECKSUM, 1L)),
            prefix("noudpcsum", vxlan -> vxlan.values.put(VxlanOption.UDP_CHECKSUM, 0L)),
            prefix("udp6zerocsumtx", vxlan -> vxlan.values.put(VxlanOption.ZERO_CHECKSUM6_SENT, 1L)),
            prefix("noudp6zerocsumtx", vxlan -> vxlan.values.put(VxlanOption.ZERO_CHECKSUM6_SENT, 0L)),
            prefix("udp6zerocsumrx", vxlan -> vxlan.values.put(VxlanOption.ZERO_CHECKSUM6_RECEIVED, 1L)),
            prefix("noudp6zerocsumrx", vxlan -> vxlan.values.put(VxlanOption.ZERO_CHECKSUM6_RECEIVED, 0L)),
            prefix("remcsumtx", vxlan -> notSimulated("remcsumtx")),
            prefix("remcsumrx", vxlan -> notSimulated("remcsumrx")),
            prefix("external", vxlan -> notSimulated("external")),
            prefix("noexternal", vxlan -> {}),
            prefix("gbp", vxlan -> notSimulated("gbp")),
            prefix("gpe", vxlan -> notSimulated("gpe")),
            word("vnifilter", vxlan -> notSimulated("vnifilter")),
            word("novnifilter", vxlan -> {}),
            prefix("help", vxlan -> {
                throw LinkKinds.help("vxlan");
            }));

    private final IpContext ip;
    private final Arguments words;
    private final Map<VxlanOption, Long> values = new EnumMap<>(VxlanOption.class);
    private OptionalInt vni = OptionalInt.empty();
    private Optional<Ipv4Address> remote = Optional.empty();
    private Optional<Ipv4Address> local = Optional.empty();
    private Optional<Device> device = Optional.empty();
    private String remoteWord = "";
    private boolean portSaid;

    private VxlanWords(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    static KindWords parse(IpContext ip, Arguments words, boolean creates) {
        VxlanWords vxlan = new VxlanWords(ip, words);
        boolean empty = !words.hasNext();
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, vxlan)) {
                throw LinkKinds.unknownWord("vxlan: unknown command \"" + word + "\"?", "vxlan");
            }
        }
        if (!empty) {
            vxlan.check(creates);
        }
        return vxlan;
    }

    private void check(boolean creates) {
        if (vni.isEmpty() && creates) {
            throw new CommandException(1, "vxlan: missing virtual network identifier");
        }
        if (remote.filter(Ipv4Address::isMulticast).isPresent() && device.isEmpty()) {
            throw new CommandException(1, "vxlan: 'group' requires 'dev' to be specified");
        }
        if (!portSaid && creates) {
            ip.context()
                    .err()
                    .print("vxlan: destination port not specified\nWill use Linux kernel default (non-standard value)\n"
                            + "Use 'dstport 4789' to get the IANA assigned value\n"
                            + "Use 'dstport 0' to get default and quiet this message\n");
        }
    }

    private VxlanRequest request() {
        return new VxlanRequest(vni, remote, local, device, values);
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.Vxlan(request()));
    }

    @Override
    public void change(Device changed) {
        if (!(changed instanceof Vxlan vxlan)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        vxlan.change(request());
    }

    private void id() {
        String word = words.next();
        if (vni.isPresent()) {
            throw CommandException.duplicate("id", word);
        }
        OptionalLong value = Numbers.unsigned(word, 32);
        if (value.isEmpty() || value.getAsLong() >= MOST_VNI) {
            throw CommandException.wrong(word, "invalid id");
        }
        vni = OptionalInt.of((int) value.getAsLong());
    }

    private void remote(String key) {
        if (!remoteWord.isEmpty() && !remoteWord.equals(key)) {
            throw new CommandException(1, "vxlan: both group and remote cannot be specified");
        }
        String word = words.next();
        if (!remoteWord.isEmpty()) {
            throw CommandException.duplicate(key, word);
        }
        remoteWord = key;
        Ipv4Address address = address(word);
        boolean wanted = key.equals("group");
        if (address.isMulticast() != wanted) {
            throw CommandException.wrong(word, wanted ? "invalid group address" : "invalid remote address");
        }
        remote = Optional.of(address);
    }

    private void local() {
        String word = words.next();
        Ipv4Address address = address(word);
        if (address.isMulticast()) {
            throw CommandException.wrong(word, "invalid local address");
        }
        local = Optional.of(address);
    }

    private static Ipv4Address address(String word) {
        IpAddress address = InetPrefix.parseAddress(word, Family.UNSPEC);
        if (address instanceof Ipv4Address ipv4) {
            return ipv4;
        }
        notSimulated("over IPv6");
        return Ipv4Address.ANY;
    }

    private void device() {
        String word = words.next();
        device = Optional.of(ip.findDevice(word)
                .orElseThrow(
                        () -> new CommandException(CommandException.USAGE, "Cannot find device \"" + word + "\"")));
    }

    private void ttl() {
        String word = words.next();
        values.put(VxlanOption.TTL_INHERIT, word.equals("inherit") ? 1L : 0L);
        if (word.equals("inherit") || word.equals("auto")) {
            values.put(VxlanOption.TTL, 0L);
            return;
        }
        long value = Numbers.unsigned(word, 32).orElseThrow(() -> CommandException.wrong(word, "invalid TTL"));
        if (value > 255) {
            throw CommandException.wrong(word, "TTL must be <= 255");
        }
        values.put(VxlanOption.TTL, value);
    }

    private void tos() {
        String word = words.next();
        long value = word.equals("inherit")
                ? 1
                : new RouteNames(ip.files(), false)
                        .serviceNumber(word)
                        .orElseThrow(() -> CommandException.wrong(word, "bad TOS value"));
        values.put(VxlanOption.TOS, value);
    }

    private void dontFragment() {
        String word = words.next();
        values.put(VxlanOption.DF, (long)
                switch (word) {
                    case "unset" -> VxlanOption.DF_UNSET;
                    case "set" -> VxlanOption.DF_SET;
                    case "inherit" -> VxlanOption.DF_INHERIT;
                    default -> throw CommandException.wrong(word, "DF must be 'unset', 'set' or 'inherit'");
                });
    }

    private void number(VxlanOption option, String zero, int bits, String complaint) {
        String word = words.next();
        OptionalLong value = word.equals(zero) ? OptionalLong.of(0) : Numbers.unsigned(word, bits);
        values.put(option, value.orElseThrow(() -> CommandException.wrong(word, complaint)));
    }

    private void sourcePorts() {
        number(VxlanOption.SOURCE_PORT_LOW, "", 16, "min port");
        number(VxlanOption.SOURCE_PORT_HIGH, "", 16, "max port");
    }

    /** 0 is the kernel's own choice. */
    private void destinationPort() {
        number(VxlanOption.DESTINATION_PORT, "", 16, "dst port");
        values.remove(VxlanOption.DESTINATION_PORT, 0L);
        portSaid = true;
    }

    private static void notSimulated(String what) {
        throw CommandException.notSimulated("type vxlan " + what);
    }
}
