package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.conntrack.NatRange;
import org.vethlab.net.filter.xt.ConnmarkTarget;
import org.vethlab.net.filter.xt.CtTarget;
import org.vethlab.net.filter.xt.LogTarget;
import org.vethlab.net.filter.xt.MarkTarget;
import org.vethlab.net.filter.xt.NatTarget;
import org.vethlab.net.filter.xt.RejectTarget;
import org.vethlab.net.filter.xt.TcpmssTarget;
import org.vethlab.net.filter.xt.TosTarget;
import org.vethlab.net.filter.xt.XtTarget;

/** Actions that iptables made, as libxtables translates them. */
final class ForeignTarget {
    private static final int WARNING = 4;

    private final ValuePrinter values;

    ForeignTarget(ValuePrinter values) {
        this.values = values;
    }

    String print(XtTarget target) {
        if (target instanceof RejectTarget reject) {
            return reject(reject.reject());
        }
        if (target instanceof LogTarget log && log.extension().equals("LOG")) {
            return log(log);
        }
        if (target instanceof NatTarget nat) {
            return nat(nat);
        }
        if (target instanceof MarkTarget mark) {
            return "meta mark set " + hex(mark.value());
        }
        if (target instanceof ConnmarkTarget mark) {
            return switch (mark.mode()) {
                case SET -> "ct mark set " + hex(mark.value());
                case SAVE -> "ct mark set mark";
                case RESTORE -> "meta mark set ct mark";
            };
        }
        if (target instanceof CtTarget ct && ct.untracked()) {
            return "notrack";
        }
        if (target instanceof TosTarget tos && tos.extension().equals("DSCP")) {
            return "ip dscp set " + String.format(Locale.ROOT, "0x%02x", tos.value());
        }
        if (target instanceof TcpmssTarget mss) {
            return "tcp option maxseg size set "
                    + mss.size().map(String::valueOf).orElse("rt mtu");
        }
        return "xt target " + target.extension();
    }

    private static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    private String reject(Reject reject) {
        if (reject.kind() == Reject.Kind.TCP_RESET) {
            return "reject with tcp reset";
        }
        BigInteger code = BigInteger.valueOf(reject.code());
        String name = values.print(code, DataType.ICMP_CODE, 8);
        return reject.code() == 3 ? "reject" : "reject with icmp type " + name;
    }

    private static String log(LogTarget log) {
        String prefix = log.prefix().isEmpty() ? "" : " prefix \"" + log.prefix() + "\"";
        String[] levels = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"};
        return "log" + prefix + (log.level() == WARNING ? "" : " level " + levels[log.level() & 7]);
    }

    private static String nat(NatTarget nat) {
        String word = nat.extension().toLowerCase(Locale.ROOT);
        NatRange range = nat.range();
        StringBuilder out = new StringBuilder(word);
        String address = range.firstAddress()
                .map(first -> addresses(first, range.lastAddress()))
                .orElse("");
        String ports = range.ports()
                .map(one -> one.first() == one.last() ? "" + one.first() : one.first() + "-" + one.last())
                .orElse("");
        boolean ipv6 =
                range.firstAddress().filter(Ipv6Address.class::isInstance).isPresent();
        if (!address.isEmpty() || !ports.isEmpty()) {
            out.append(" to ").append(ipv6 && !ports.isEmpty() ? "[" + address + "]" : address);
        }
        out.append(ports.isEmpty() ? "" : ":" + ports);
        if (range.random() || range.fullyRandom()) {
            out.append(range.random() ? " random" : " fully-random");
        }
        return out.append(range.persistent() ? " persistent" : "").toString();
    }

    private static String addresses(IpAddress first, Optional<IpAddress> last) {
        return last.filter(one -> !one.equals(first))
                .map(one -> first + "-" + one)
                .orElse(first.toString());
    }
}
