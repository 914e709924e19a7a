package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** What stands behind u32's {@code match}: a header, a field, a value (parse_selector). */
final class U32Match {
    private static final long FULL = 0xffff_ffffL;
    private static final String NEXT_HEADER = "nexthdr+";

    private final Arguments words;
    private final List<FilterOptions.Key> keys;

    U32Match(Arguments words, List<FilterOptions.Key> keys) {
        this.words = words;
        this.keys = keys;
    }

    /** @return false for words that make no sense */
    boolean parse() {
        if (!words.hasNext()) {
            return false;
        }
        String word = words.next();
        if (matches(word, "u32")) {
            return number(4, 0, false);
        }
        if (matches(word, "u16")) {
            return number(2, 0, false);
        }
        if (matches(word, "u8")) {
            return number(1, 0, false);
        }
        if (matches(word, "ip")) {
            return ip(words.next());
        }
        if (matches(word, "ip6")) {
            return ip6(words.next());
        }
        return parseUpper(word);
    }

    private boolean parseUpper(String word) {
        if (matches(word, "udp") || matches(word, "tcp")) {
            String field = words.next();
            return field.equals("src") && number(2, 0, true) || field.equals("dst") && number(2, 2, true);
        }
        if (matches(word, "icmp")) {
            String field = words.next();
            return field.equals("type") && number(1, 0, true) || field.equals("code") && number(1, 1, true);
        }
        if (matches(word, "mark") || matches(word, "ether")) {
            throw CommandException.notSimulated("tc filter u32 match " + word);
        }
        return false;
    }

    private boolean ip(String field) {
        return switch (field) {
            case "src" -> address(12);
            case "dst" -> address(16);
            case "ihl" -> number(1, 0, false);
            case "protocol" -> number(1, 9, false);
            case "nofrag" -> add(2, 0, 0x3fff, 6, false);
            case "firstfrag" -> add(2, 0x2000, 0x3fff, 6, false);
            case "df" -> add(2, 0x4000, 0x4000, 6, false);
            case "mf" -> add(2, 0x2000, 0x2000, 6, false);
            case "dport" -> number(2, 22, false);
            case "sport" -> number(2, 20, false);
            case "icmp_type" -> number(1, 20, false);
            case "icmp_code" -> number(1, 21, false);
            default ->
                (field.equals("tos") || matches(field, "dsfield") || matches(field, "precedence"))
                        && number(1, 1, false);
        };
    }

    private boolean ip6(String field) {
        return switch (field) {
            case "src" -> address6(8);
            case "dst" -> address6(24);
            case "protocol" -> number(1, 6, false);
            case "flowlabel" -> number(4, 0, false);
            case "dport" -> number(2, 42, false);
            case "sport" -> number(2, 40, false);
            case "icmp_type" -> number(1, 40, false);
            case "icmp_code" -> number(1, 41, false);
            default -> false;
        };
    }

    /** A value, a hexadecimal mask, and perhaps {@code at OFFSET}. */
    private boolean number(int size, int offset, boolean behindHeader) {
        if (words.remaining() < 2) {
            return false;
        }
        OptionalLong value = Numbers.unsigned(words.next(), 32);
        String mask = words.next();
        OptionalLong bits = Numbers.unsigned(mask.startsWith("0x") ? mask : "0x" + mask, 32);
        if (value.isEmpty() || bits.isEmpty()) {
            return false;
        }
        Optional<At> at = at(offset, behindHeader);
        return at.isPresent()
                && add(
                        size,
                        value.getAsLong(),
                        bits.getAsLong(),
                        at.get().offset(),
                        at.get().behindHeader());
    }

    private record At(int offset, boolean behindHeader) {}

    private Optional<At> at(int offset, boolean behindHeader) {
        if (!words.takeIf("at")) {
            return Optional.of(new At(offset, behindHeader));
        }
        String place = words.next();
        boolean behind = behindHeader || place.startsWith(NEXT_HEADER);
        String digits = place.startsWith(NEXT_HEADER) ? place.substring(NEXT_HEADER.length()) : place;
        OptionalInt number = Numbers.integer(digits);
        return number.isEmpty() ? Optional.empty() : Optional.of(new At(number.getAsInt(), behind));
    }

    /** Moves a small value to its place in a 32-bit word, and joins it with a key for the same word (pack_key). */
    private boolean add(int size, long value, long mask, int offset, boolean behindHeader) {
        long most = size == 4 ? FULL : (1L << 8 * size) - 1;
        if (value > most || mask > most || size == 4 && offset % 4 != 0) {
            return false;
        }
        int shift = size == 4 ? 0 : size == 2 ? ((offset & 3) == 0 ? 16 : 0) : 8 * (3 - (offset & 3));
        int word = offset & ~3;
        long wantedMask = mask << shift & FULL;
        long wanted = value << shift & wantedMask;
        for (int i = 0; i < keys.size(); i++) {
            FilterOptions.Key key = keys.get(i);
            if (key.offset() == word && key.behindHeader() == behindHeader) {
                if (((wanted ^ key.value()) & wantedMask & key.mask()) != 0) {
                    return false;
                }
                keys.set(i, new FilterOptions.Key(key.value() | wanted, key.mask() | wantedMask, word, behindHeader));
                return true;
            }
        }
        return keys.add(new FilterOptions.Key(wanted, wantedMask, word, behindHeader));
    }

    private boolean address(int offset) {
        if (!words.hasNext()) {
            return false;
        }
        String[] parts = words.next().split("/", 2);
        Optional<Ipv4Address> address = parts[0].equals("any") || parts[0].equals("default")
                ? Optional.of(new Ipv4Address(0))
                : Addresses.ipv4(parts[0]);
        OptionalInt length = parts.length > 1
                ? Numbers.integer(parts[1])
                : OptionalInt.of(parts[0].equals("any") || parts[0].equals("default") ? 0 : 32);
        if (address.isEmpty() || length.isEmpty() || length.getAsInt() < 0 || length.getAsInt() > 32) {
            return false;
        }
        long mask = length.getAsInt() == 0 ? 0 : FULL << 32 - length.getAsInt() & FULL;
        Optional<At> at = at(offset, false);
        return at.isPresent()
                && add(
                        4,
                        Integer.toUnsignedLong(address.get().bits()) & mask,
                        mask,
                        at.get().offset(),
                        false);
    }

    private boolean address6(int offset) {
        String[] parts = words.next().split("/", 2);
        Optional<Ipv6Address> address = Addresses.ipv6(parts[0]);
        OptionalInt length = parts.length > 1 ? Numbers.integer(parts[1]) : OptionalInt.of(128);
        if (address.isEmpty() || length.isEmpty() || length.getAsInt() < 0 || length.getAsInt() > 128) {
            return false;
        }
        long[] bits = {address.get().high(), address.get().low()};
        for (int i = 0; i * 32 < length.getAsInt(); i++) {
            int share = Math.min(32, length.getAsInt() - i * 32);
            long word = bits[i / 2] >>> (i % 2 == 0 ? 32 : 0) & FULL;
            long mask = FULL << 32 - share & FULL;
            if (!add(4, word & mask, mask, offset + 4 * i, false)) {
                return false;
            }
        }
        return true;
    }
}
