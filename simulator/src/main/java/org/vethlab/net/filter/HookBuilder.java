package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.Namespace;

/** Hangs in the hooks what the tables ask for: base chains, and connection tracking and address translation if they are needed. */
final class HookBuilder {
    /** NF_IP_PRI_CONNTRACK. */
    private static final int TRACK = -200;

    /** NF_IP_PRI_NAT_DST, NF_IP_PRI_NAT_SRC. */
    private static final int NAT = 100;

    private static final List<Hook> TRANSLATING = List.of(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);

    private static final int LAST = Integer.MAX_VALUE;

    private final Namespace namespace;
    private final Netfilter netfilter;
    private final Hooks hooks = new Hooks();
    private final Map<Place, List<Chain>> natChains = new LinkedHashMap<>();

    HookBuilder(Namespace namespace, Netfilter netfilter) {
        this.namespace = namespace;
        this.netfilter = netfilter;
    }

    private record Place(Family family, Hook hook) {}

    Hooks build() {
        boolean tracks = false;
        for (Table table : netfilter.ruleset().tables()) {
            if (table.isDormant()) {
                continue;
            }
            for (Chain chain : table.chains()) {
                chain.base().ifPresent(base -> hang(chain, base));
                tracks |= isTracking(chain);
            }
        }
        if (tracks) {
            track(Family.IP);
            track(Family.IP6);
        }
        for (Family family : List.of(Family.IP, Family.IP6)) {
            if (natChains.keySet().stream().anyMatch(place -> place.family() == family)) {
                TRANSLATING.forEach(hook -> translate(new Place(family, hook)));
            }
        }
        watchBridges();
        return hooks;
    }

    private static boolean isTracking(Chain chain) {
        return chain.rules().stream()
                .flatMap(rule -> rule.statements().stream())
                .anyMatch(Statement::needsConntrack);
    }

    private void hang(Chain chain, BaseHook base) {
        Family family = chain.table().family();
        if (family == Family.INET && base.hook() == Hook.INGRESS) {
            hang(Family.NETDEV, chain, base);
        } else if (family == Family.INET) {
            hang(Family.IP, chain, base);
            hang(Family.IP6, chain, base);
        } else {
            hang(family, chain, base);
        }
    }

    private void hang(Family family, Chain chain, BaseHook base) {
        if (base.type() == ChainType.NAT) {
            natChains
                    .computeIfAbsent(new Place(family, base.hook()), unused -> new ArrayList<>())
                    .add(chain);
        } else {
            hooks.add(family, base.hook(), base.priority(), packet -> evaluate(chain, base, packet));
        }
    }

    private static Verdict evaluate(Chain chain, BaseHook base, PacketContext packet) {
        if (!base.devices().isEmpty()
                && packet.input()
                        .filter(device -> base.devices().contains(device.name()))
                        .isEmpty()) {
            return Verdict.ACCEPT;
        }
        return base.type() == ChainType.ROUTE ? RouteChain.run(chain, packet) : Evaluation.run(chain, packet);
    }

    private void track(Family family) {
        hooks.trackConnections();
        hooks.add(
                family, Hook.PREROUTING, TRACK, packet -> netfilter.conntrack().track(packet));
        hooks.add(family, Hook.OUTPUT, TRACK, packet -> netfilter.conntrack().track(packet));
        hooks.add(family, Hook.INPUT, LAST, packet -> netfilter.conntrack().confirm(packet));
        hooks.add(
                family, Hook.POSTROUTING, LAST, packet -> netfilter.conntrack().confirm(packet));
    }

    /**
     * All chains of type nat in a hook are one to the connection: the first that translates decides. Surprising: one chain
     * anywhere makes all four hooks translate, for answers must be translated back.
     */
    private void translate(Place place) {
        List<Chain> chains = new ArrayList<>(natChains.getOrDefault(place, List.of()));
        chains.sort(Comparator.comparingInt(
                chain -> chain.base().map(BaseHook::priority).orElse(0)));
        List<HookFunction> functions = chains.stream()
                .<HookFunction>map(chain -> packet -> Evaluation.run(chain, packet))
                .toList();
        boolean late = place.hook() == Hook.POSTROUTING || place.hook() == Hook.INPUT;
        hooks.add(
                place.family(),
                place.hook(),
                late ? NAT : -NAT,
                packet -> netfilter.nat().translate(packet, functions));
    }

    /** Bridges show IP's and ARP's hooks what passes through them (br_netfilter). */
    private void watchBridges() {
        if (!hooks.watches(Family.IP) && !hooks.watches(Family.IP6) && !hooks.watches(Family.ARP)) {
            return;
        }
        BridgeNetfilter bridges = new BridgeNetfilter(namespace.sysctls(), netfilter);
        hooks.add(Family.BRIDGE, Hook.PREROUTING, 0, bridges::prerouting);
        hooks.add(Family.BRIDGE, Hook.FORWARD, -1, bridges::forward);
        hooks.add(Family.BRIDGE, Hook.POSTROUTING, LAST, bridges::postrouting);
    }
}
