package org.vethlab.program.nc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.program.UsageText;

/**
 * What nc is told to do.
 *
 * @param host whom to connect to, or the own address to listen on
 * @param ports as typed
 * @param timeout in seconds; -1 for none
 * @param quit seconds to go on after the end of standard input; -1 for ever
 */
record NcOptions(GetOpt.Result words, Optional<String> host, List<String> ports, int timeout, int quit, int interval) {
    private static final String LETTERS = "46bCDdFhklNnrStUuvZzI:i:M:m:O:P:p:q:s:T:V:W:w:X:x:";

    private static final List<String> UNKNOWN = List.of("U", "F", "S", "Z", "X", "x", "P");

    private static final int LONGEST_NUMBER = 18;
    private static final int LARGEST_BUFFER = 65536 << 14;

    private static final Map<String, Integer> SERVICES = Map.ofEntries(
            Map.entry("af11", 0x28),
            Map.entry("af12", 0x30),
            Map.entry("af13", 0x38),
            Map.entry("af21", 0x48),
            Map.entry("af22", 0x50),
            Map.entry("af23", 0x58),
            Map.entry("af31", 0x68),
            Map.entry("af32", 0x70),
            Map.entry("af33", 0x78),
            Map.entry("af41", 0x88),
            Map.entry("af42", 0x90),
            Map.entry("af43", 0x98),
            Map.entry("critical", 0xa0),
            Map.entry("cs0", 0),
            Map.entry("cs1", 0x20),
            Map.entry("cs2", 0x40),
            Map.entry("cs3", 0x60),
            Map.entry("cs4", 0x80),
            Map.entry("cs5", 0xa0),
            Map.entry("cs6", 0xc0),
            Map.entry("cs7", 0xe0),
            Map.entry("ef", 0xb8),
            Map.entry("inetcontrol", 0xc0),
            Map.entry("lowdelay", 0x10),
            Map.entry("netcontrol", 0xe0),
            Map.entry("reliability", 4),
            Map.entry("throughput", 8));

    static List<String> notSimulated() {
        return UNKNOWN.stream().map(letter -> "nc -" + letter).toList();
    }

    static NcOptions parse(List<String> arguments) {
        GetOpt.Result words = GetOpt.ofLetters("nc", LETTERS)
                .failing(1, UsageText.of("nc").stripTrailing())
                .parse(arguments);
        if (words.has("h")) {
            throw new CommandException(0, UsageText.of("nc-help").stripTrailing());
        }
        checkNumbers(words);
        for (String letter : UNKNOWN) {
            if (words.has(letter)) {
                throw CommandException.notSimulated("nc -" + letter);
            }
        }
        int timeout = number(words, "w", "timeout", 0, Integer.MAX_VALUE / 1000, -1);
        int quit = number(words, "q", "quit timer", Integer.MIN_VALUE, Integer.MAX_VALUE, -1);
        int interval = number(words, "i", "interval", 0, Integer.MAX_VALUE, 0);
        return operands(words, timeout, quit, interval);
    }

    private static void checkNumbers(GetOpt.Result words) {
        if (words.has("V")) {
            throw new CommandException(1, "nc: no alternate routing table support available");
        }
        for (String letter : List.of("M", "m")) {
            limited(words, letter, letter.equals("M") ? "ttl is" : "minttl is");
        }
        number(words, "I", "TCP receive window", 1, LARGEST_BUFFER, 0);
        number(words, "O", "TCP send window", 1, LARGEST_BUFFER, 0);
        number(words, "W", "receive limit", 1, Integer.MAX_VALUE, 0);
        words.last("T").ifPresent(NcOptions::service);
    }

    private static void limited(GetOpt.Result words, String letter, String what) {
        words.last(letter).flatMap(word -> complaint(word, 0, 255)).ifPresent(why -> {
            throw new CommandException(1, "nc: " + what + " " + why);
        });
    }

    private static int number(GetOpt.Result words, String letter, String what, long least, long most, int absent) {
        Optional<String> word = words.last(letter);
        word.flatMap(text -> complaint(text, least, most)).ifPresent(why -> {
            throw new CommandException(1, "nc: " + what + " " + why + ": " + word.get());
        });
        return word.map(Integer::parseInt).orElse(absent);
    }

    /** What strtonum(3) says of a number out of its range. */
    static Optional<String> complaint(String word, long least, long most) {
        if (!word.matches("[+-]?[0-9]+")) {
            return Optional.of("invalid");
        }
        if (word.length() > LONGEST_NUMBER) {
            return Optional.of(word.startsWith("-") ? "too small" : "too large");
        }
        long value = Long.parseLong(word);
        return value < least ? Optional.of("too small") : value > most ? Optional.of("too large") : Optional.empty();
    }

    private static int service(String word) {
        boolean hex = word.matches("0x[0-9a-fA-F]{1,7}");
        int value = SERVICES.getOrDefault(
                word,
                hex
                        ? Integer.parseInt(word.substring(2), 16)
                        : word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : -1);
        if (value < 0 || value > 255) {
            throw new CommandException(1, "nc: illegal tos value " + word);
        }
        return value;
    }

    private static NcOptions operands(GetOpt.Result words, int timeout, int quit, int interval) {
        List<String> operands = words.operands();
        boolean listen = words.has("l");
        boolean own = words.has("p") || words.has("s");
        Optional<String> host = Optional.empty();
        List<String> ports = List.of();
        if (operands.isEmpty() && listen) {
            host = words.last("s");
            ports = words.last("p").map(List::of).orElse(List.of());
        } else if (operands.size() == 1 && !own) {
            ports = listen ? operands : List.of();
        } else if (operands.size() >= 2 && !(listen && (own || operands.size() > 2))) {
            host = Optional.of(operands.get(0));
            ports = operands.subList(1, operands.size());
        } else {
            throw new CommandException(1, UsageText.of("nc").stripTrailing());
        }
        check(words, ports);
        return new NcOptions(words, host, ports, timeout, quit, interval);
    }

    private static void check(GetOpt.Result words, List<String> ports) {
        if (ports.isEmpty()) {
            throw new CommandException(1, "nc: missing port number");
        }
        if (words.has("l") && words.has("z")) {
            throw new CommandException(1, "nc: cannot use -z and -l");
        }
        if (words.has("k") && !words.has("l")) {
            throw new CommandException(1, "nc: must use -l with -k");
        }
    }

    boolean has(String letter) {
        return words.has(letter);
    }

    boolean udp() {
        return has("u");
    }

    String protocol() {
        return udp() ? "udp" : "tcp";
    }

    boolean verbose() {
        return has("v");
    }

    /** -q implies it. */
    boolean shutsDown() {
        return has("N") || quit >= 0;
    }

    int trafficClass() {
        return words.last("T").map(NcOptions::service).orElse(0);
    }

    int hopLimit() {
        return words.last("M").map(Integer::parseInt).orElse(0);
    }

    int receiveLimit() {
        return words.last("W").map(Integer::parseInt).orElse(0);
    }

    /** The one of -4 and -6 that comes last. */
    Family family() {
        Family family = Family.ANY;
        for (GetOpt.Option option : words.options()) {
            family = switch (option.key()) {
                case "4" -> Family.IPV4;
                case "6" -> Family.IPV6;
                default -> family;
            };
        }
        return family;
    }
}
