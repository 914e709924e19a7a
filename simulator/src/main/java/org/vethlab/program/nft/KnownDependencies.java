package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;

/**
 * Which tests of a rule are there only because a later one needs them, and are not shown (struct payload_dep_ctx). A test
 * of what comes next is kept in mind; a field of that header makes it superfluous.
 */
final class KnownDependencies {
    private static final int LEVELS = 5;
    private static final int INNER = 4;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private final Family family;
    private final List<String> shown;
    private final Dependency[] levels = new Dependency[LEVELS];
    private int icmpType = -1;

    /** A test, by its place in the rule. */
    private record Dependency(int index, Optional<HeaderField> field, Optional<MetaKey> meta, int value) {}

    /** @param shown what the tests are shown as; what is superfluous becomes empty */
    KnownDependencies(Family family, List<String> shown) {
        this.family = family;
        this.shown = shown;
    }

    private static int level(HeaderBase base) {
        return switch (base) {
            case LINK -> 1;
            case NETWORK -> 2;
            case TRANSPORT -> 3;
        };
    }

    void reset() {
        java.util.Arrays.fill(levels, null);
    }

    private Optional<Dependency> at(int level) {
        if (levels[level] == null && level == level(HeaderBase.TRANSPORT)) {
            return Optional.ofNullable(levels[INNER]);
        }
        return Optional.ofNullable(levels[level]);
    }

    private void release(int level) {
        int held = levels[level] == null && level == level(HeaderBase.TRANSPORT) ? INNER : level;
        if (levels[held] != null) {
            shown.set(levels[held].index(), "");
            levels[held] = null;
        }
    }

    /** A field is shown: the test that its header is there is implied. */
    void used(HeaderField field) {
        int level = level(field.protocol().base());
        Optional<Dependency> dependency = at(level);
        if (dependency.isPresent() && mayHide(dependency.get(), field)) {
            release(level);
        }
    }

    private boolean mayHide(Dependency dependency, HeaderField field) {
        boolean mixed = family == Family.BRIDGE || family == Family.NETDEV || family == Family.INET;
        Optional<HeaderField> tested = dependency.field();
        if (mixed && tested.isPresent()) {
            HeaderField by = tested.get();
            if (by.protocol().base() == HeaderBase.NETWORK && field.protocol().base() == HeaderBase.TRANSPORT) {
                return false;
            }
            if (by.protocol().base() == field.protocol().base()) {
                if (field.announces()) {
                    return false;
                }
                if (field.protocol().base() == HeaderBase.LINK) {
                    return by.protocol() != Protocol.VLAN && dependency.value() == 0x8100;
                }
            }
        }
        if (field.protocol().base() != HeaderBase.TRANSPORT
                || tested.isEmpty()
                || tested.get().protocol().base() != HeaderBase.TRANSPORT) {
            return true;
        }
        return field.icmpType() != 0 && tested.get().protocol() == field.protocol() && icmpType == field.icmpType();
    }

    /** A test of a field that says what comes next. */
    void remember(HeaderField field, int value, int index) {
        if (field == HeaderField.ICMP_TYPE) {
            icmpType = value == 0 ? 8 : value;
            if (icmpType == 8) {
                return;
            }
        }
        if (field == HeaderField.ICMPV6_TYPE) {
            icmpType = value;
            if (value == 128 || value == 129) {
                return;
            }
        }
        boolean stacked = field.protocol()
                .next(value)
                .filter(next -> next == Protocol.VLAN)
                .isPresent();
        int level = level(field.protocol().base()) + (stacked ? 0 : 1);
        levels[level] = new Dependency(index, Optional.of(field), Optional.empty(), value);
    }

    /** A test of what the kernel knows of the next header. */
    void remember(MetaKey key, int value, int index) {
        int base = switch (key) {
            case FAMILY, PROTOCOL -> level(HeaderBase.LINK);
            case TRANSPORT -> level(HeaderBase.NETWORK);
            default -> 0;
        };
        if (base > 0 && levels[base] != null && mayHide(key, value)) {
            release(base);
        }
        if (base > 0 || key == MetaKey.INPUT_TYPE) {
            levels[base + 1] = new Dependency(index, Optional.empty(), Optional.of(key), value);
        }
    }

    private boolean mayHide(MetaKey key, int value) {
        Dependency dependency = levels[level(HeaderBase.NETWORK)];
        if (dependency == null) {
            return true;
        }
        Optional<Integer> network = networkFamily(dependency);
        if (network.isEmpty()) {
            return true;
        }
        if (family == Family.IP || family == Family.IP6) {
            return family.number() == network.get();
        }
        if (family == Family.ARP || key != MetaKey.TRANSPORT) {
            return true;
        }
        boolean ipv4 = network.get() == Family.IP.number();
        boolean ipv6 = network.get() == Family.IP6.number();
        return (value == ICMP || value == ICMPV6) && !(ipv4 && value == ICMPV6) && !(ipv6 && value == ICMP);
    }

    /** The family that a test asks for; empty if it asks for something else. */
    private static Optional<Integer> networkFamily(Dependency dependency) {
        if (dependency.meta().equals(Optional.of(MetaKey.FAMILY))) {
            return Optional.of(dependency.value());
        }
        boolean etherType = dependency.meta().equals(Optional.of(MetaKey.PROTOCOL))
                || dependency
                        .field()
                        .filter(field -> field.type() == DataType.ETHER_TYPE)
                        .isPresent();
        if (!etherType) {
            return Optional.empty();
        }
        return Optional.of(
                dependency.value() == 0x0800
                        ? Family.IP.number()
                        : dependency.value() == 0x86dd ? Family.IP6.number() : 0);
    }

    /** What {@code reject} implies is not shown before it. */
    void rejected(HeaderBase base) {
        release(level(base));
    }
}
