package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHopObject.Group;
import org.vethlab.net.route.NextHopObject.Member;
import org.vethlab.net.route.NextHopObject.Single;

/**
 * The next hops that stand by themselves (net/ipv4/nexthop.c). One that goes, by hand or with its device, takes along
 * the routes that name it; one that changes, changes them all.
 */
public final class NextHopObjects {
    private final Namespace namespace;
    private final Fib fib;
    private final NextHopCheck check;
    private final TreeMap<Integer, NextHopObject> objects = new TreeMap<>(Integer::compareUnsigned);
    private int lastAllocated;

    NextHopObjects(Namespace namespace, Fib fib, NextHopCheck check) {
        this.namespace = namespace;
        this.fib = fib;
        this.check = check;
    }

    /** By number. */
    public List<NextHopObject> all() {
        return new ArrayList<>(objects.values());
    }

    public Optional<NextHopObject> find(int id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** Adds a next hop that has no number yet, or replaces one. @param id 0 for the first free one */
    public void set(boolean replace, int id, NextHop hop, int protocol) {
        Device device = hop.device()
                .orElseThrow(() -> invalid("Device attribute required for non-blackhole and non-fdb nexthops"));
        if (hop.gateway().isEmpty() && hop.onLink()) {
            throw invalid("ONLINK flag can not be set for nexthop without a gateway");
        }
        requireId(replace, id);
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN, "Nexthop device is not up");
        }
        if (!device.hasCarrier()) {
            throw new NetException(Errno.ENETDOWN, "Carrier for nexthop device is down");
        }
        NextHop checked = check.check(hop, Routing.TABLE_MAIN, Scope.GLOBAL);
        insert(replace, new Single(idOrFree(id), checked, false, protocol));
    }

    public void setBlackhole(boolean replace, int id, int protocol) {
        requireId(replace, id);
        NextHop hop = check.check(NextHop.over(namespace.devices().loopback()), Routing.TABLE_MAIN, Scope.GLOBAL);
        insert(replace, new Single(idOrFree(id), hop, true, protocol));
    }

    public void setGroup(boolean replace, int id, List<Member> members, int protocol) {
        Set<Integer> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.id())) {
                throw invalid("Nexthop id can not be used twice in a group");
            }
        }
        requireId(replace, id);
        for (Member member : members) {
            checkMember(member, members.size());
        }
        insert(replace, new Group(idOrFree(id), members, isBlackhole(members), protocol));
    }

    private boolean isBlackhole(List<Member> members) {
        return members.stream()
                .anyMatch(member -> objects.get(member.id()) instanceof Single single && single.blackhole());
    }

    private void checkMember(Member member, int paths) {
        NextHopObject object = find(member.id()).orElseThrow(() -> invalid("Invalid nexthop id"));
        if (object instanceof Group) {
            throw invalid("Hash-threshold group can not be a nexthop within a group");
        }
        if (object.isBlackhole() && paths > 1) {
            throw invalid("Blackhole nexthop can not be used in a group with more than 1 path");
        }
    }

    private static NetException invalid(String text) {
        return new NetException(Errno.EINVAL, text);
    }

    private static void requireId(boolean replace, int id) {
        if (replace && id == 0) {
            throw invalid("Replace requires nexthop id");
        }
    }

    private int idOrFree(int id) {
        if (id != 0) {
            return id;
        }
        do {
            lastAllocated++;
        } while (objects.containsKey(lastAllocated));
        return lastAllocated;
    }

    private void insert(boolean replace, NextHopObject object) {
        NextHopObject old = objects.get(object.id());
        if (old == null) {
            objects.put(object.id(), object);
            return;
        }
        if (!replace) {
            throw new NetException(Errno.EEXIST);
        }
        checkRoutes(old.id(), object);
        for (Group group : groupsOf(old.id())) {
            if (object.isBlackhole() && group.members().size() > 1) {
                throw invalid("Blackhole nexthop can not be a member of a group with more than one path");
            }
            checkRoutes(group.id(), object);
        }
        if (old instanceof Group != object instanceof Group) {
            throw invalid(
                    old instanceof Group
                            ? "Can not replace a nexthop group with a nexthop"
                            : "Can not replace a nexthop with a nexthop group");
        }
        objects.put(object.id(), object);
        refresh(object.id());
    }

    private List<Group> groupsOf(int member) {
        return objects.values().stream()
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .filter(group -> group.members().stream().anyMatch(each -> each.id() == member))
                .toList();
    }

    /** Routes that name one must be able to live with the other. */
    private void checkRoutes(int id, NextHopObject replacement) {
        for (FibTable table : fib.all()) {
            for (FibEntry entry : table.entries()) {
                if (entry.route().nextHopId() == id) {
                    checkScope(replacement, entry.route().scope());
                }
            }
        }
    }

    /** fib_check_nexthop: what a route of this scope may name. */
    void checkScope(NextHopObject object, Scope scope) {
        if (object instanceof Group && scope.equals(Scope.HOST)) {
            throw invalid("Route with host scope can not have multiple nexthops");
        }
        NextHop first = expand(object).get(0);
        if (scope.equals(Scope.HOST) && first.gateway().isPresent()) {
            throw invalid("Route with host scope can not have a gateway");
        }
        if (first.onLink() && scope.compareTo(Scope.LINK) >= 0) {
            throw invalid("Scope mismatch with nexthop");
        }
    }

    /** The next hops that a route gets. */
    List<NextHop> expand(NextHopObject object) {
        if (object instanceof Single single) {
            return List.of(single.hop());
        }
        List<NextHop> hops = new ArrayList<>();
        for (Member member : ((Group) object).members()) {
            NextHopObject inside = objects.get(member.id());
            if (inside instanceof Single single) {
                hops.add(single.hop().withWeight(member.weight()));
            }
        }
        return hops;
    }

    /** @throws NetException ENOENT */
    public void delete(int id) {
        if (id == 0) {
            throw invalid("Invalid nexthop id");
        }
        if (!objects.containsKey(id)) {
            throw new NetException(Errno.ENOENT);
        }
        remove(id);
    }

    /** A group that loses its last member goes too. */
    private void remove(int id) {
        List<Group> groups = groupsOf(id);
        objects.remove(id);
        refresh(id);
        for (Group group : groups) {
            List<Member> left =
                    group.members().stream().filter(member -> member.id() != id).toList();
            if (left.isEmpty()) {
                remove(group.id());
            } else {
                objects.put(group.id(), new Group(group.id(), left, isBlackhole(left), group.protocol()));
                refresh(group.id());
            }
        }
    }

    /** Hands a change on to the routes that name it, directly or through a group. */
    private void refresh(int id) {
        NextHopObject object = objects.get(id);
        boolean anyDead = false;
        for (FibTable table : fib.all()) {
            for (FibEntry entry : table.entries()) {
                if (entry.route().nextHopId() != id) {
                    continue;
                }
                if (object == null) {
                    entry.kill();
                    anyDead = true;
                } else {
                    entry.become(applied(entry.route(), object));
                }
            }
        }
        if (anyDead) {
            fib.flushDead();
        }
        if (object != null) {
            groupsOf(id).forEach(group -> refresh(group.id()));
        }
    }

    /** A route as the object makes it. */
    Route applied(Route route, NextHopObject object) {
        RouteType type = object.isBlackhole() ? RouteType.BLACKHOLE : RouteType.UNICAST;
        boolean plain = route.type() == RouteType.UNICAST || route.type() == RouteType.BLACKHOLE;
        return route.withNextHops(expand(object)).withType(plain ? type : route.type());
    }

    /** nexthop_flush_dev: without carrier, too, the next hops of a device go for good. */
    void deviceLost(Device device, boolean unregistered) {
        for (NextHopObject object : all()) {
            if (object instanceof Single single && single.leavesBy(device) && (unregistered || !single.blackhole())) {
                remove(single.id());
            }
        }
    }
}
