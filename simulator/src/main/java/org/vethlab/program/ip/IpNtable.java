package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.NeighbourQuota;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.sysctl.NeighbourConf;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip ntable}: the settings of the neighbour tables. */
final class IpNtable implements IpObject {
    private static final long MILLISECOND = 1_000_000;

    private static final List<Field> LIMITS = List.of(
            new Field("thresh1", NeighbourQuota.SPARED_LIMIT),
            new Field("thresh2", NeighbourQuota.SOFT_LIMIT),
            new Field("thresh3", NeighbourQuota.HARD_LIMIT));

    /** How often tables are tidied up, in milliseconds (gc_interval). */
    private static final int TIDY_EVERY = 30_000;

    /** One of the two tables. */
    private record Kind(Family family, int number, String name, String sysctls) {
        static final List<Kind> ALL = List.of(
                new Kind(Family.INET, Neighbours.IPV4, "arp_cache", "net/ipv4/neigh/"),
                new Kind(Family.INET6, Neighbours.IPV6, "ndisc_cache", "net/ipv6/neigh/"));
    }

    /** What is to be shown. */
    private record Selection(Optional<String> device, Optional<String> name) {}

    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (matches(verb, "change") || matches(verb, "chg")) {
            throw CommandException.notSimulated("ip ntable change");
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return show(ip, selection(ip, words));
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-ntable");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip ntable help\".");
    }

    private static Selection selection(IpContext ip, Arguments words) {
        Optional<String> device = Optional.empty();
        Optional<String> name = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = Optional.of(existing(ip, words.next()));
            } else if (word.equals("name")) {
                name = Optional.of(words.next());
            } else {
                throw CommandException.wrong(word, "unknown");
            }
        }
        return new Selection(device, name);
    }

    private static String existing(IpContext ip, String name) {
        return ip.findDevice(name)
                .map(Device::name)
                .orElseThrow(() -> CommandException.wrong(name, "\"DEV\" is invalid"));
    }

    private static int show(IpContext ip, Selection selection) {
        if (ip.options().statistics() > 0) {
            throw CommandException.notSimulated("ip -s ntable");
        }
        Family family = ip.options().family();
        ip.printer().beginList();
        for (Kind kind : Kind.ALL) {
            boolean ofFamily = family == Family.UNSPEC || family == kind.family();
            if (ofFamily
                    && selection
                            .name()
                            .filter(name -> !name.equals(kind.name()))
                            .isEmpty()) {
                new Table(ip, kind).print(selection.device());
            }
        }
        ip.printer().endList();
        return 0;
    }

    /** A table on its way out. */
    private record Table(IpContext ip, Kind kind) {
        /** The settings for new devices first, with those of the whole table, then the devices, the newest first. */
        void print(Optional<String> only) {
            List<Device> devices = new ArrayList<>(ip.net().devices().all());
            Collections.reverse(devices);
            if (only.isEmpty()) {
                begin();
                thresholds();
                settings(Optional.empty());
            }
            for (Device device : devices) {
                if (only.isEmpty() || only.get().equals(device.name())) {
                    begin();
                    out().field("dev", "    dev %s ", device.name());
                    out().newline();
                    settings(Optional.of(device));
                }
            }
        }

        private Printer out() {
            return ip.printer();
        }

        private void begin() {
            out().beginObject();
            out().field("family", "%s ", kind.family() == Family.INET ? "inet" : "inet6");
            out().field("name", "%s ", kind.name());
            out().newline();
        }

        private void thresholds() {
            out().text("    ");
            LIMITS.forEach(this::print);
            out().field("gc_interval", "gc_int %s ", TIDY_EVERY);
            out().newline();
        }

        private void settings(Optional<Device> device) {
            line(
                    new Field("refcnt", device.map(this::references).orElse(1)),
                    new Field(
                            "reachable",
                            device.map(this::reachable).orElse(value(device, NeighbourConf.BASE_REACHABLE_TIME))),
                    field("base_reachable", device, NeighbourConf.BASE_REACHABLE_TIME),
                    field("retrans", device, NeighbourConf.RETRANS_TIME));
            line(
                    field("gc_stale", device, NeighbourConf.GC_STALE_TIME),
                    field("delay_probe", device, NeighbourConf.DELAY_FIRST_PROBE_TIME),
                    new Field("queue", queue(device)));
            line(
                    field("app_probes", device, NeighbourConf.APP_SOLICIT),
                    field("ucast_probes", device, NeighbourConf.UCAST_SOLICIT),
                    field("mcast_probes", device, NeighbourConf.MCAST_SOLICIT));
            line(
                    field("anycast_delay", device, NeighbourConf.ANYCAST_DELAY),
                    field("proxy_delay", device, NeighbourConf.PROXY_DELAY),
                    field("proxy_queue", device, NeighbourConf.PROXY_QLEN),
                    field("locktime", device, NeighbourConf.LOCKTIME));
            out().newline();
            out().endObject();
        }

        private int references(Device device) {
            return ip.net().neighbours().table(kind.number()).references(device);
        }

        private int reachable(Device device) {
            return (int) (ip.net().neighbours().table(kind.number()).reachableTime(device) / MILLISECOND);
        }

        /** In packets of the usual length. */
        private int queue(Optional<Device> device) {
            String of = device.map(Device::name).orElse("default");
            return ip.net().sysctls().number(kind.sysctls() + of + "/unres_qlen");
        }

        private Field field(String key, Optional<Device> device, NeighbourConf conf) {
            return new Field(key, value(device, conf));
        }

        private int value(Optional<Device> device, NeighbourConf conf) {
            return device.map(one -> ip.net().sysctls().neighbour(one, kind.number(), conf))
                    .orElseGet(() -> ip.net().sysctls().neighbourDefault(kind.number(), conf));
        }

        private void line(Field... fields) {
            out().text("    ");
            for (Field field : fields) {
                print(field);
            }
            out().newline();
        }

        private void print(Field field) {
            out().field(field.key(), field.key() + " %s ", field.value());
        }
    }

    private record Field(String key, int value) {}
}
