package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.expression.Registers;

/** Finds the number that a word stands for, where a type is expected (symbol_parse). */
final class ValueParser {
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?");

    private final Lookup lookup;

    ValueParser(Lookup lookup) {
        this.lookup = lookup;
    }

    /** @param bits the length of the value, which a number must not exceed */
    BigInteger parse(Location at, String text, DataType type, int bits) {
        BigInteger value = switch (type.kind()) {
            case IPV4 -> ipv4(at, text);
            case IPV6 -> ipv6(at, text);
            case ETHER -> ether(at, text);
            case PROTOCOL -> protocol(at, text);
            case SERVICE -> service(at, text);
            case INTERFACE -> interfaceIndex(at, text);
            case TEXT -> name(at, text, bits);
            case TIME -> BigInteger.valueOf(TimeText.parse(new Token(Token.STRING, text, at)));
            case CLASS -> classId(at, text);
            case HOUR -> hour(at, text);
            default -> number(at, text, type);
        };
        checkRange(at, value, bits);
        return value;
    }

    private static void checkRange(Location at, BigInteger value, int bits) {
        BigInteger largest = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        if (bits > 0 && value.compareTo(largest) > 0) {
            throw new NftException(at, "Value " + value + " exceeds valid range 0-" + largest);
        }
    }

    private BigInteger ipv4(Location at, String text) {
        try {
            return Registers.of(Ipv4Address.parse(text));
        } catch (IllegalArgumentException e) {
            if (text.indexOf(':') >= 0) {
                throw new NftException(at, "Could not resolve hostname: Address family for hostname not supported");
            }
        }
        Optional<BigInteger> number = integer(text);
        if (number.isPresent() && number.get().bitLength() <= 32) {
            return number.get();
        }
        return lookup.host(text)
                .filter(address -> address.indexOf(':') < 0)
                .map(address -> Registers.of(Ipv4Address.parse(address)))
                .orElseThrow(() -> unresolved(at, text));
    }

    /** What cannot be a name at all is not looked for; for others there is no name server. */
    private static NftException unresolved(Location at, String text) {
        boolean name = text.chars().anyMatch(c -> c != '.' && !Character.isDigit(c));
        String why = name ? "Temporary failure in name resolution" : "Name or service not known";
        return new NftException(at, "Could not resolve hostname: " + why);
    }

    private BigInteger ipv6(Location at, String text) {
        try {
            return Registers.of(Ipv6Address.parse(text));
        } catch (IllegalArgumentException e) {
            if (isIpv4(text)) {
                throw new NftException(at, "Could not resolve hostname: Address family for hostname not supported");
            }
        }
        return lookup.host(text)
                .filter(address -> address.indexOf(':') >= 0)
                .map(address -> Registers.of(Ipv6Address.parse(address)))
                .orElseThrow(() -> unresolved(at, text));
    }

    private static boolean isIpv4(String text) {
        try {
            Ipv4Address.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger ether(Location at, String text) {
        BigInteger value = BigInteger.ZERO;
        for (String part : text.split("[:.-]", -1)) {
            if (!part.matches("[0-9a-fA-F]{1,2}")) {
                throw new NftException(at, "Invalid LL address");
            }
            value = value.shiftLeft(8).or(new BigInteger(part, 16));
        }
        return value;
    }

    private BigInteger protocol(Location at, String text) {
        Optional<BigInteger> number = integer(text);
        if (number.isPresent()) {
            if (number.get().bitLength() > 8) {
                throw new NftException(at, "Protocol out of range");
            }
            return number.get();
        }
        String name = text.equals("icmpv6") ? "ipv6-icmp" : text.equals("comp") ? "ipcomp" : text;
        return lookup.protocol(name)
                .map(BigInteger::valueOf)
                .orElseThrow(() -> new NftException(at, "Could not resolve protocol name"));
    }

    private BigInteger service(Location at, String text) {
        Optional<BigInteger> number = integer(text);
        if (number.isPresent()) {
            if (number.get().bitLength() > 16) {
                throw new NftException(at, "Service out of range");
            }
            return number.get();
        }
        return lookup.port(text)
                .map(BigInteger::valueOf)
                .orElseThrow(() ->
                        new NftException(at, "Could not resolve service: Servname not supported for ai_socktype"));
    }

    private BigInteger interfaceIndex(Location at, String text) {
        Optional<Integer> index = lookup.interfaceIndex(text);
        if (index.isPresent()) {
            return BigInteger.valueOf(index.get());
        }
        return integer(text).orElseThrow(() -> new NftException(at, "Interface does not exist"));
    }

    private static BigInteger name(Location at, String text, int bits) {
        if (bits > 0 && text.length() * 8 > bits) {
            throw new NftException(at, "String exceeds maximum length of " + bits / 8);
        }
        if (text.isEmpty()) {
            throw new NftException(at, "Empty string is not allowed");
        }
        return Registers.ofName(text);
    }

    private static BigInteger classId(Location at, String text) {
        int colon = text.indexOf(':');
        if (text.equals("root")) {
            return BigInteger.valueOf(0xffff_ffffL);
        }
        if (text.equals("none")) {
            return BigInteger.ZERO;
        }
        if (colon < 0 || !text.matches("[0-9a-fA-F]*:[0-9a-fA-F]*")) {
            throw new NftException(at, "Could not parse TC classid");
        }
        return hex(text.substring(0, colon)).shiftLeft(16).or(hex(text.substring(colon + 1)));
    }

    private static BigInteger hex(String text) {
        return text.isEmpty() ? BigInteger.ZERO : new BigInteger(text, 16);
    }

    private static BigInteger hour(Location at, String text) {
        if (!CLOCK.matcher(text).matches()) {
            return integer(text)
                    .orElseThrow(() -> new NftException(at, "Can't parse trailing input: \"" + text + "\"\n"));
        }
        long seconds = 0;
        String[] parts = text.split(":");
        for (int i = 0; i < 3; i++) {
            seconds = seconds * 60 + (i < parts.length ? Long.parseLong(parts[i]) : 0);
        }
        return BigInteger.valueOf(seconds);
    }

    private static BigInteger number(Location at, String text, DataType type) {
        Optional<BigInteger> named = type.value(text);
        return named.or(() -> integer(text))
                .orElseThrow(() ->
                        new NftException(at, "Could not parse " + parsedBy(type).description()));
    }

    /** Types without a table of names of their own leave the complaint to what they are made of. */
    private static DataType parsedBy(DataType type) {
        return type;
    }

    /** Decimal, or hexadecimal with 0x, or octal with 0. */
    static Optional<BigInteger> integer(String text) {
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Optional.of(new BigInteger(text.substring(2), 16));
            }
            boolean octal = text.length() > 1 && text.startsWith("0");
            BigInteger value = new BigInteger(text, octal ? 8 : 10);
            return value.signum() < 0 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
