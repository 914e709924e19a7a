package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.AddressListener;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.ipv4.SourceAddresses;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.link.Vrf;

/** The IPv4 forwarding tables of a namespace, its rules, and the commands on them (RTM_*ROUTE, RTM_*RULE). */
public final class Routing implements AddressListener, DeviceListener {
    public static final int TABLE_DEFAULT = 253;
    public static final int TABLE_MAIN = 254;
    public static final int TABLE_LOCAL = 255;

    private final Namespace namespace;
    private final Fib fib = new Fib();
    private final RuleList rules = new RuleList();
    private final FibSync sync = new FibSync(fib);
    private final FibLookup lookup;
    private final AddressTypes types;
    private final NextHopObjects objects;
    private final RouteCheck check;
    private final AddressRoutes addressRoutes;
    private final OutputRouting output;
    private final InputRouting input;
    private final LearntRoutes learnt;
    private boolean domains;

    public Routing(Namespace namespace, SourceAddresses sources) {
        this.namespace = namespace;
        this.lookup = new FibLookup(namespace, fib, rules);
        this.types = new AddressTypes(fib, lookup);
        NextHopCheck hops = new NextHopCheck(fib, lookup, types);
        this.objects = new NextHopObjects(namespace, fib, hops);
        this.check = new RouteCheck(hops, objects, types);
        this.addressRoutes = new AddressRoutes(fib, check);
        PathSelection paths = new PathSelection(namespace, lookup, sources, new DefaultRoutes(namespace, fib));
        this.output = new OutputRouting(namespace, lookup, paths, sources);
        SourceValidation validation = new SourceValidation(namespace, fib, lookup);
        this.input = new InputRouting(namespace, lookup, paths, sources, validation);
        this.learnt = new LearntRoutes(namespace, fib, lookup, paths, output::route);
        namespace.devices().addListener(this);
    }

    /** How RTM_NEWROUTE treats equal routes (NLM_F_* of iproute2's verbs). */
    public enum Mode {
        ADD,
        APPEND,
        PREPEND,
        REPLACE,
        CHANGE,
        TEST
    }

    /** Numbers of the tables that exist, in the order of a dump of all. */
    public List<Integer> tables() {
        return fib.all().stream().map(FibTable::id).toList();
    }

    /**
     * The routes of a table in dump order (by network, longer prefix first, then as a lookup tries them); empty if
     * there is no such table.
     */
    public Optional<List<Route>> routes(int table) {
        return fib.table(table)
                .map(found -> found.entries().stream()
                        .map(entry -> asShown(entry.route()))
                        .toList());
    }

    /** What lookups pass over for want of carrier is told as dead too (fib_nexthop_info). */
    private Route asShown(Route route) {
        return route.withNextHops(route.nextHops().stream()
                .map(hop -> hop.linkDown() && lookup.ignoresLinkDown(hop) ? hop.withState(true, true) : hop)
                .toList());
    }

    /** @throws NetException EEXIST, ENETUNREACH, EINVAL, … as fib_table_insert and fib_create_info say them */
    public void add(Mode mode, Route route) {
        Route placed = route.table() == 0 ? route.withTable(TABLE_MAIN) : route;
        FibTable table = fib.obtain(placed.table());
        table.insert(mode, check.check(placed));
        if (placed.type() == RouteType.LOCAL) {
            fib.noteCustomLocalRoute();
        }
    }

    /** Deletes the first route that fits what is said. @throws NetException ESRCH */
    public void delete(RouteMatch match) {
        if (match.nextHopId() != 0 && objects.find(match.nextHopId()).isEmpty()) {
            throw new NetException(Errno.EINVAL, "Nexthop id does not exist");
        }
        int id = match.table() == 0 ? TABLE_MAIN : match.table();
        fib.table(id)
                .orElseThrow(() -> new NetException(Errno.ESRCH, "FIB table does not exist"))
                .delete(match);
    }

    /** Which routing decision a packet would get (fib_lookup with the special cases of ip_route_{in,out}put). */
    public RouteResult lookup(FlowKey flow) {
        return flow.input().isPresent() ? input.route(flow, flow.input().get()) : output.route(flow);
    }

    /** The route of the tables for a flow; none if a device is named and it goes to its neighbours in any case. */
    public Optional<Route> match(FlowKey flow) {
        boolean near =
                flow.destination().isLinkLocalGroup() || flow.destination().isBroadcast();
        boolean tablesAreAsked = flow.output().isEmpty() || !near;
        FibResult found = tablesAreAsked ? lookup.lookup(flow) : FibResult.NOTHING;
        return found.isFound() ? Optional.of(found.route().withTable(found.table())) : Optional.empty();
    }

    /** Whether there are rules besides the three of the beginning. */
    public boolean hasCustomRules() {
        return fib.hasCustomRules();
    }

    /** The decision for who sends to neighbours only (SO_DONTROUTE). */
    public RouteResult lookupOnLink(FlowKey flow) {
        return output.onLink(flow);
    }

    /** An ICMP message says how long a packet of a flow may be ("fragmentation needed"). */
    public void learnPathMtu(FlowKey flow, int mtu) {
        learnt.learnPathMtu(flow, mtu);
    }

    /** An ICMP redirect, found to be believable, names a nearer gateway. */
    public void learnRedirect(FlowKey flow, Ipv4Address gateway) {
        learnt.learnRedirect(flow, gateway);
    }

    /** Whether some route leads by a gateway behind a device (ip_fib_check_default). */
    public boolean isGateway(Ipv4Address address, Device device) {
        return learnt.isGateway(address, device);
    }

    /** What an address is to this host by the local table alone (inet_addr_type). */
    public RouteType addressType(Ipv4Address address) {
        return types.of(address);
    }

    /** What an address is by one table; all is broadcast to a table that is not there. */
    RouteType addressType(Ipv4Address address, int table) {
        return types.of(address, table);
    }

    /** What an address is to the routing domain of a device (inet_addr_type_dev_table). */
    public RouteType addressTypeAt(Device device, Ipv4Address address) {
        return Vrf.of(device).map(vrf -> types.of(address, vrf.table())).orElseGet(() -> types.of(address));
    }

    /** As if only the routes of one device were there (inet_dev_addr_type). */
    public RouteType addressType(Ipv4Address address, Device device) {
        return types.of(address, device);
    }

    /** The device of an own address, or of a local route that covers it (__ip_dev_find). */
    public Optional<Device> deviceOfLocal(Ipv4Address address) {
        Optional<Device> owner = namespace.ipv4().addresses().owner(address);
        if (owner.isPresent()) {
            return owner;
        }
        return fib.table(TABLE_LOCAL)
                .map(local -> lookup.inTable(local, FlowKey.to(address), FibLookup.Mode.PLAIN))
                .filter(FibResult::isFound)
                .filter(found -> found.type() == RouteType.LOCAL)
                .flatMap(found -> found.nextHop().device());
    }

    /** The next hops that stand by themselves ({@code ip nexthop}). */
    public NextHopObjects nextHops() {
        return objects;
    }

    public List<Rule> rules() {
        return rules.all();
    }

    /** @param priority as said; without one the rule comes right behind the first. @throws NetException EEXIST */
    public void addRule(Rule rule, OptionalLong priority) {
        Rule placed = rule.withPriority(priority.orElse(rules.automaticPriority()));
        boolean undecided = rule.action() == Rule.Action.TABLE && rule.table() == 0 && !rule.l3mdev();
        rules.add(undecided ? placed.withTable(fib.makeEmpty()) : placed);
        fib.unmerge();
        fib.noteCustomRules();
    }

    /** The namespace has its first VRF: a rule sends lookups to the tables of VRFs (vrf_fib_rule). */
    public void startDomains() {
        if (!domains) {
            domains = true;
            addRule(Rule.ofDomains(), OptionalLong.of(Rule.DOMAINS_PRIORITY));
            namespace.ipv6().routing().addRule(Rule.ofDomains(), OptionalLong.of(Rule.DOMAINS_PRIORITY));
        }
    }

    /** @throws NetException ENOENT */
    public void deleteRule(RuleMatch match) {
        rules.delete(match);
        fib.unmerge();
        fib.noteCustomRules();
    }

    /** The destinations of which ICMP has taught something ({@code ip route show cache}; fib_dump_info_fnhe). */
    public List<Ipv4Address> cached() {
        long now = namespace.world().clock().now();
        return fib.all().stream()
                .flatMap(table -> table.entries().stream())
                .flatMap(entry -> entry.exceptions().stream())
                .flatMap(exceptions -> exceptions.all().keySet().stream()
                        .filter(destination -> exceptions.find(destination, now).isPresent()))
                .distinct()
                .toList();
    }

    /** {@code ip route flush cache}: forgets what ICMP has taught. */
    public void flushCache() {
        for (FibTable table : fib.all()) {
            table.entries().forEach(entry -> entry.exceptions().forEach(NextHopExceptions::clear));
        }
    }

    @Override
    public void added(InterfaceAddress address) {
        addressRoutes.add(address, primaryOf(address));
        sync.up(address.device(), true);
    }

    private InterfaceAddress primaryOf(InterfaceAddress address) {
        return namespace.ipv4().addresses().of(address.device()).stream()
                .filter(other -> other.sharesSubnetWith(address))
                .findFirst()
                .orElse(address);
    }

    @Override
    public void removed(InterfaceAddress address, boolean last) {
        List<InterfaceAddress> remaining = namespace.ipv4().addresses().of(address.device());
        InterfaceAddress primary = address.secondary() ? primaryOf(address) : address;
        boolean gone = addressRoutes.delete(address, primary, new AddressesInUse(remaining, primary));
        if (gone && types.of(address.local()) != RouteType.LOCAL) {
            sync.addressGone(address.local());
        }
        if (last) {
            sync.down(address.device(), FibSync.Event.LAST_ADDRESS_GONE);
        }
    }

    /** Before a secondary becomes primary: the routes of all of the subnet go, to come back with the new source. */
    public void withdrawSecondaries(InterfaceAddress primary, List<InterfaceAddress> secondaries) {
        List<InterfaceAddress> others =
                new ArrayList<>(namespace.ipv4().addresses().of(primary.device()));
        others.removeIf(other -> other.sharesSubnetWith(primary));
        for (InterfaceAddress secondary : secondaries) {
            addressRoutes.delete(secondary, primary, new AddressesInUse(others, primary));
        }
    }

    public void changeMetric(InterfaceAddress address, long newMetric) {
        addressRoutes.changeMetric(address, newMetric);
    }

    @Override
    public void up(Device device) {
        for (InterfaceAddress address : namespace.ipv4().addresses().of(device)) {
            addressRoutes.add(address, primaryOf(address));
        }
        sync.up(device, true);
    }

    @Override
    public void down(Device device) {
        objects.deviceLost(device, false);
        sync.down(device, FibSync.Event.DOWN);
    }

    /** Surprising: its local routes go too, and come back when it is set up (fib_disable_ip with force). */
    @Override
    public void domainChanged(Device device) {
        sync.down(device, FibSync.Event.LAST_ADDRESS_GONE);
    }

    @Override
    public void changed(Device device) {
        if (device.isUp() && device.hasCarrier()) {
            sync.up(device, false);
        } else {
            objects.deviceLost(device, false);
            sync.down(device, FibSync.Event.CARRIER_LOST);
        }
    }

    @Override
    public void unregistered(Device device) {
        objects.deviceLost(device, true);
        sync.down(device, FibSync.Event.UNREGISTERED);
    }
}
