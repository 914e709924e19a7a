package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.expression.Registers;

/** Shows values as their types are shown. */
final class ValuePrinter {
    private static final int HOUR_SECONDS = 3600;

    private final PrintOptions options;
    private final Lookup lookup;

    ValuePrinter(PrintOptions options, Lookup lookup) {
        this.options = options;
        this.lookup = lookup;
    }

    String print(BigInteger value, DataType type, int bits) {
        return switch (type.kind()) {
            case IPV4 -> Registers.ipv4(value).toString();
            case IPV6 -> Registers.ipv6(value).toString();
            case ETHER -> new MacAddress(value.longValue()).toString();
            case PROTOCOL -> protocol(value);
            case SERVICE -> service(value);
            case TEXT -> "\"" + name(value) + "\"";
            case INTERFACE -> interfaceName(value);
            case MARK -> String.format(Locale.ROOT, "0x%08x", value);
            case TIME -> TimeText.print(value.longValue());
            case CLASS -> classId(value);
            case HOUR -> hour(value);
            case FLAGS -> flags(value, type);
            case HEX -> named(value, type).orElseGet(() -> hex(value, bits));
            case QUOTED -> named(value, type).map(name -> "\"" + name + "\"").orElseGet(value::toString);
            case RAW -> "0x" + value.toString(16);
            case INTEGER -> integer(value, type);
        };
    }

    private static String name(BigInteger value) {
        String name = Registers.name(value);
        return name.endsWith("*") ? name.substring(0, name.length() - 1) + "\\*" : name;
    }

    /** In hexadecimal, with as many digits as the field has half bytes. */
    private static String hex(BigInteger value, int bits) {
        int digits = (bits + 3) / 4;
        return "0x" + "0".repeat(Math.max(0, digits - value.toString(16).length())) + value.toString(16);
    }

    private String integer(BigInteger value, DataType type) {
        boolean user = type == DataType.UID || type == DataType.GID;
        if (user && !options.users()) {
            return value.toString();
        }
        return named(value, type).orElseGet(value::toString);
    }

    private Optional<String> named(BigInteger value, DataType type) {
        return options.numericSymbol() ? Optional.empty() : type.name(value);
    }

    private String protocol(BigInteger value) {
        return options.numericProtocol()
                ? value.toString()
                : lookup.protocolName(value.intValue()).orElseGet(value::toString);
    }

    private String service(BigInteger value) {
        return options.services()
                ? lookup.service(value.intValue())
                        .map(name -> "\"" + name + "\"")
                        .orElseGet(value::toString)
                : value.toString();
    }

    private String interfaceName(BigInteger value) {
        return lookup.interfaceName(value.intValue())
                .map(name -> "\"" + name + "\"")
                .orElseGet(value::toString);
    }

    private static String classId(BigInteger value) {
        long id = value.longValue();
        if (id == 0xffff_ffffL) {
            return "root";
        }
        return id == 0 ? "none" : Long.toHexString(id >>> 16) + ":" + Long.toHexString(id & 0xffff);
    }

    private static String hour(BigInteger value) {
        long seconds = value.longValue();
        String text = String.format(Locale.ROOT, "%02d:%02d", seconds / HOUR_SECONDS, seconds % HOUR_SECONDS / 60);
        return "\"" + text + (seconds % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", seconds % 60)) + "\"";
    }

    /** The names of the bits, from the lowest. */
    String flags(BigInteger value, DataType type) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < value.bitLength(); bit++) {
            if (value.testBit(bit)) {
                BigInteger one = BigInteger.ONE.shiftLeft(bit);
                names.add(named(one, type).orElseGet(() -> "0x" + one.toString(16)));
            }
        }
        return names.isEmpty() ? "0x0" : String.join(",", names);
    }

    /** From one value to another: a prefix where it is one. */
    String span(BigInteger from, BigInteger until, DataType type, int bits) {
        if (from.equals(until)) {
            return print(from, type, bits);
        }
        BigInteger free = from.xor(until);
        boolean prefix =
                from.and(free).signum() == 0 && free.bitCount() == free.bitLength() && until.equals(from.or(free));
        if (type.kind() == DataType.Kind.TEXT) {
            return "\"" + Registers.name(from) + "*\"";
        }
        boolean address = type.kind() == DataType.Kind.IPV4 || type.kind() == DataType.Kind.IPV6;
        if (prefix && address) {
            return print(from, type, bits) + "/" + (bits - free.bitLength());
        }
        return range(from, until, type, bits);
    }

    /** Surprising: the ends of ranges have no names. */
    String range(BigInteger from, BigInteger until, DataType type, int bits) {
        return end(from, type, bits) + "-" + end(until, type, bits);
    }

    private String end(BigInteger value, DataType type, int bits) {
        PrintOptions numeric = new PrintOptions(false, false, false, true, true, true, true, false, false);
        return new ValuePrinter(numeric, lookup).print(value, type, bits);
    }
}
