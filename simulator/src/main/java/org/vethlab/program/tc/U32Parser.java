package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** The words of u32 (u32_parse_opt). */
final class U32Parser {
    private static final String USAGE = "filter-u32";

    private final FilterParser request;
    private final Arguments words;
    private final List<FilterOptions.Key> keys = new ArrayList<>();
    private boolean matched;

    U32Parser(FilterParser request, Arguments words) {
        this.request = request;
        this.words = words;
    }

    void parse(String handle) {
        if (!handle.isEmpty()) {
            request.handleNumber = handle(handle);
        }
        if (!words.hasNext()) {
            return;
        }
        while (words.hasNext()) {
            take(words.next());
        }
        if (matched) {
            request.options = Optional.of(new FilterOptions.Words(List.copyOf(keys)));
        }
    }

    /** {@code TABLE:HASH:NODE}, each hexadecimal, or the whole number after 0x. */
    private static int handle(String word) {
        String[] parts = word.split(":", -1);
        if (parts.length == 1 && !word.startsWith("0x") || parts.length > 3) {
            throw Complaints.plain("Illegal filter ID");
        }
        if (parts.length == 1) {
            return (int) hex(word.substring(2));
        }
        long node = parts.length > 2 ? hex(parts[2]) : 0;
        return (int) (hex(parts[0]) << 20 | hex(parts[1]) << 12 | node);
    }

    private static long hex(String digits) {
        OptionalLong value = digits.isEmpty() ? OptionalLong.of(0) : Numbers.unsigned("0x" + digits, 32);
        return value.orElseThrow(() -> Complaints.plain("Illegal filter ID"));
    }

    private void take(String word) {
        if (matches(word, "match")) {
            matched = true;
            U32Match match = new U32Match(words, keys);
            if (!match.parse()) {
                throw Complaints.illegal("match");
            }
        } else if (matches(word, "classid") || word.equals("flowid")) {
            request.classId =
                    Optional.of(Handles.classId(words.next()).orElseThrow(() -> Complaints.illegal("classid")));
        } else if (matches(word, "action")) {
            new ActionParser(request.tc(), words, "\"action\"").parse(request.actions);
        } else if (matches(word, "police")) {
            request.police = Optional.of(
                    new PoliceParser(request.tc(), words).parse().orElseThrow(() -> Complaints.illegal("police")));
        } else {
            takeRest(word);
        }
    }

    private void takeRest(String word) {
        switch (word) {
            case "skip_hw", "skip_sw" -> {}
            case "offset", "hashkey", "divisor", "order", "link", "ht", "sample", "indev" ->
                throw CommandException.notSimulated("tc filter u32 " + word);
            case "help" -> throw Complaints.usage(USAGE);
            default -> throw Complaints.unknown(word, USAGE);
        }
    }
}
