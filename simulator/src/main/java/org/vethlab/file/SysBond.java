package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.BondMode;
import org.vethlab.net.link.BondOption;
import org.vethlab.net.link.BondPort;
import org.vethlab.net.link.BondRequest;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LacpPort;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;

/** /sys/class/net/BOND/bonding, bonding_slave of its ports, bonding_masters (drivers/net/bonding/bond_sysfs.c). */
final class SysBond {
    private SysBond() {}

    static Node of(Bond bond) {
        Attributes files = new Attributes();
        for (BondOption option : BondOption.values()) {
            files.written(file(option), () -> read(bond, option), text -> write(bond, option, text));
        }
        addState(files, bond);
        return files.directory();
    }

    private static String file(BondOption option) {
        return option == BondOption.PEER_NOTIFY_DELAY ? "peer_notif_delay" : option.text();
    }

    private static void addState(Attributes files, Bond bond) {
        files.written("slaves", () -> names(bond.ports()), text -> changePorts(bond, text))
                .written(
                        "num_unsol_na",
                        () -> read(bond, BondOption.NUM_GRAT_ARP),
                        text -> write(bond, BondOption.NUM_GRAT_ARP, text))
                .text("mii_status", () -> bond.hasCarrier() ? "up" : "down")
                .text("queue_id", () -> queues(bond));
        aggregator(files, bond, "ad_aggregator", active -> active.id());
        aggregator(files, bond, "ad_num_ports", active -> active.ports());
        aggregator(files, bond, "ad_actor_key", active -> active.actorKey());
        aggregator(files, bond, "ad_partner_key", active -> active.partnerKey());
        aggregator(files, bond, "ad_partner_mac", active -> active.partner());
    }

    private static void aggregator(Attributes files, Bond bond, String name, Function<Bond.Aggregator, Object> value) {
        files.text(
                name,
                () -> bond.aggregator()
                        .map(active -> value.apply(active).toString())
                        .orElse(""));
    }

    private static String names(List<BondPort> ports) {
        return ports.stream().map(port -> port.device().name()).collect(Collectors.joining(" "));
    }

    private static String queues(Bond bond) {
        return bond.ports().stream()
                .map(port -> port.device().name() + ":" + port.queueId())
                .collect(Collectors.joining(" "));
    }

    private static String read(Bond bond, BondOption option) {
        return switch (option) {
            case ACTIVE_SLAVE -> name(bond.activePort());
            case PRIMARY -> name(bond.primary());
            case ARP_IP_TARGET ->
                bond.options().arpTargets().stream().map(Ipv4Address::toString).collect(Collectors.joining(" "));
            case AD_ACTOR_SYSTEM ->
                bond.options().mode() == BondMode.LACP
                        ? new MacAddress(bond.options().get(option)).toString()
                        : "";
            case AD_ACTOR_SYS_PRIO, AD_USER_PORT_KEY ->
                bond.options().mode() == BondMode.LACP
                        ? Long.toString(bond.options().get(option))
                        : "";
            default -> {
                String text = bond.options().text(option);
                yield option.names().isEmpty()
                        ? text
                        : text + " " + bond.options().get(option);
            }
        };
    }

    private static String name(Optional<BondPort> port) {
        return port.map(found -> found.device().name()).orElse("");
    }

    private static void write(Bond bond, BondOption option, String text) {
        String word = text.strip();
        if (option == BondOption.ARP_IP_TARGET) {
            changeTargets(bond, word);
            return;
        }
        bond.change(new BondRequest(Map.of(option, value(bond, option, word)), List.of()));
    }

    private static long value(Bond bond, BondOption option, String word) {
        int named = option.names().indexOf(word);
        if (named >= 0) {
            return named;
        }
        if (option == BondOption.ACTIVE_SLAVE || option == BondOption.PRIMARY) {
            return word.isEmpty() ? 0 : device(bond, word).index();
        }
        return Attributes.number(word);
    }

    private static Device device(Bond bond, String name) {
        return bond.namespace().devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    /** {@code +ADDRESS} adds one, {@code -ADDRESS} takes one away. */
    private static void changeTargets(Bond bond, String word) {
        Ipv4Address address = address(word.isEmpty() ? "" : word.substring(1));
        List<Ipv4Address> targets = new ArrayList<>(bond.options().arpTargets());
        boolean changed = word.startsWith("+") ? targets.add(address) : word.startsWith("-") && targets.remove(address);
        if (!changed) {
            throw new NetException(Errno.EINVAL);
        }
        bond.change(new BondRequest(Map.of(BondOption.ARP_IP_TARGET, 0L), targets));
    }

    private static Ipv4Address address(String word) {
        try {
            return Ipv4Address.parse(word);
        } catch (IllegalArgumentException e) {
            throw new NetException(Errno.EINVAL);
        }
    }

    /** {@code +DEVICE} joins, {@code -DEVICE} leaves. */
    private static void changePorts(Bond bond, String text) {
        String word = text.strip();
        if (word.length() < 2) {
            throw new NetException(Errno.EINVAL);
        }
        Device device = device(bond, word.substring(1));
        switch (word.charAt(0)) {
            case '+' -> bond.namespace().links().setMaster(device, Optional.of(bond));
            case '-' -> bond.namespace().links().setMaster(device, Optional.empty());
            default -> throw new NetException(Errno.EINVAL);
        }
    }

    static Node port(BondPort port) {
        boolean agrees = port.bond().options().mode() == BondMode.LACP;
        LacpPort lacp = port.lacp();
        return new Attributes()
                .text("ad_aggregator_id", () -> agrees ? Integer.toString(lacp.aggregator()) : "N/A")
                .text("ad_actor_oper_port_state", () -> agrees ? Integer.toString(lacp.state()) : "N/A")
                .text(
                        "ad_partner_oper_port_state",
                        () -> agrees ? Integer.toString(lacp.partner().state()) : "N/A")
                .text("state", () -> port.isActive() ? "active" : "backup")
                .text("mii_status", () -> port.link().text())
                .number("link_failure_count", port::failures)
                .text("perm_hwaddr", () -> port.permanentAddress().toString())
                .number("queue_id", port::queueId)
                .directory();
    }

    /** The names of all bonds; {@code +NAME} makes one, {@code -NAME} deletes one. */
    static Node masters(Namespace net) {
        return GeneratedFile.attribute(() -> masterNames(net) + "\n", text -> changeMasters(net, text.strip()));
    }

    private static String masterNames(Namespace net) {
        return net.devices().all().stream()
                .filter(Bond.class::isInstance)
                .map(Device::name)
                .collect(Collectors.joining(" "));
    }

    private static void changeMasters(Namespace net, String word) {
        if (word.startsWith("+") && word.length() > 1) {
            LinkKind kind = new LinkKind.Bond(new BondRequest(Map.of(), List.of()));
            net.links().create(LinkRequest.of(kind).named(word.substring(1)));
            return;
        }
        Optional<Device> bond = word.startsWith("-")
                ? net.devices().byName(word.substring(1)).filter(Bond.class::isInstance)
                : Optional.empty();
        net.links().delete(bond.orElseThrow(() -> new NetException(Errno.EINVAL)));
    }
}
