package org.vethlab.net.sysctl;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The files of {@code net.ipv4.neigh.DEVICE}; some settings have two, in different units (neigh_sysctl_template). */
enum NeighbourFile {
    ANYCAST_DELAY(NeighbourConf.ANYCAST_DELAY, Unit.TICKS),
    APP_SOLICIT(NeighbourConf.APP_SOLICIT, Unit.COUNT),
    BASE_REACHABLE_TIME(NeighbourConf.BASE_REACHABLE_TIME, Unit.SECONDS),
    BASE_REACHABLE_TIME_MS(NeighbourConf.BASE_REACHABLE_TIME, Unit.MILLISECONDS),
    DELAY_FIRST_PROBE_TIME(NeighbourConf.DELAY_FIRST_PROBE_TIME, Unit.SECONDS),
    GC_STALE_TIME(NeighbourConf.GC_STALE_TIME, Unit.SECONDS),
    INTERVAL_PROBE_TIME_MS(NeighbourConf.INTERVAL_PROBE_TIME, Unit.MILLISECONDS),
    LOCKTIME(NeighbourConf.LOCKTIME, Unit.TICKS),
    MCAST_RESOLICIT(NeighbourConf.MCAST_RESOLICIT, Unit.COUNT),
    MCAST_SOLICIT(NeighbourConf.MCAST_SOLICIT, Unit.COUNT),
    PROXY_DELAY(NeighbourConf.PROXY_DELAY, Unit.TICKS),
    PROXY_QLEN(NeighbourConf.PROXY_QLEN, Unit.COUNT),
    RETRANS_TIME(NeighbourConf.RETRANS_TIME, Unit.TICKS),
    RETRANS_TIME_MS(NeighbourConf.RETRANS_TIME, Unit.MILLISECONDS),
    UCAST_SOLICIT(NeighbourConf.UCAST_SOLICIT, Unit.COUNT),
    UNRES_QLEN(NeighbourConf.UNRES_QLEN_BYTES, Unit.FRAMES),
    UNRES_QLEN_BYTES(NeighbourConf.UNRES_QLEN_BYTES, Unit.COUNT);

    /** What a number in a file stands for. */
    private enum Unit {
        COUNT,
        SECONDS,
        MILLISECONDS,
        /** Of 10 ms (USER_HZ) for IPv4; IPv6 shows jiffies for its retrans_time. */
        TICKS,
        /** Of the memory that a full Ethernet frame takes: SKB_TRUESIZE(ETH_FRAME_LEN). */
        FRAMES
    }

    private static final int HZ = 250;
    private static final int USER_HZ = 100;
    private static final int FRAME_MEMORY = 2090;

    private final NeighbourConf conf;
    private final Unit unit;
    private final String fileName = name().toLowerCase(Locale.ROOT);

    NeighbourFile(NeighbourConf conf, Unit unit) {
        this.conf = conf;
        this.unit = unit;
    }

    String fileName() {
        return fileName;
    }

    static Optional<NeighbourFile> named(String fileName) {
        return Find.named(values(), NeighbourFile::fileName, fileName);
    }

    long read(int family, Values<NeighbourConf> values) {
        long stored = values.get(conf);
        return switch (unit) {
            case COUNT -> stored;
            case SECONDS -> stored / HZ;
            case MILLISECONDS -> stored * 1000 / HZ;
            case TICKS -> inJiffies(family) ? stored : stored * USER_HZ / HZ;
            case FRAMES -> stored / FRAME_MEMORY;
        };
    }

    /** @throws NetException EINVAL, if the number is out of range */
    void write(int family, Values<NeighbourConf> values, long number) {
        long least = unit == Unit.SECONDS || unit == Unit.TICKS
                ? Integer.MIN_VALUE
                : conf == NeighbourConf.INTERVAL_PROBE_TIME ? 1 : 0;
        long stored = switch (unit) {
            case COUNT -> number;
            case SECONDS -> number * HZ;
            case MILLISECONDS -> (number * HZ + 999) / 1000;
            case TICKS -> inJiffies(family) ? number : number * HZ / USER_HZ;
            case FRAMES -> number * FRAME_MEMORY;
        };
        if (number < least || number > Integer.MAX_VALUE || stored != (int) stored) {
            throw new NetException(Errno.EINVAL);
        }
        values.set(conf, (int) stored);
    }

    private boolean inJiffies(int family) {
        return family == 6 && this == RETRANS_TIME;
    }
}
