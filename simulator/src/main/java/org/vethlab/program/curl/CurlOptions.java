package org.vethlab.program.curl;

import java.util.List;
import java.util.Optional;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.time.VirtualClock;

/** What curl is told to do. */
record CurlOptions(GetOpt.Result words) {
    private static final int SYNTAX = 2;
    private static final long SECOND = 1_000_000_000L;
    private static final String LETTERS = "46A:b:c:d:e:fFgGhH:iIjkLm:nNo:OpqRsST:u:U:vVw:x:X:z:#0";
    private static final List<String> LONG_NAMES = List.of(
            "ipv4=4",
            "ipv6=6",
            "user-agent=A",
            "data=d",
            "data-raw=d",
            "data-binary=d",
            "referer=e",
            "fail=f",
            "globoff=g",
            "get=G",
            "header=H",
            "include=i",
            "head=I",
            "insecure=k",
            "location=L",
            "max-time=m",
            "no-buffer=N",
            "output=o",
            "remote-name=O",
            "silent=s",
            "show-error=S",
            "upload-file=T",
            "user=u",
            "verbose=v",
            "version=V",
            "write-out=w",
            "proxy=x",
            "request=X",
            "help=h",
            "progress-bar=#",
            "connect-timeout:",
            "interface:",
            "local-port:",
            "resolve:",
            "retry:",
            "noproxy:",
            "http1.0=0",
            "http1.1",
            "url:",
            "compressed",
            "fail-with-body",
            "tcp-nodelay",
            "no-progress-meter");

    private static final List<String> UNKNOWN = List.of("F", "T", "u", "x", "b", "c", "resolve", "retry");

    /** Which options have a value is said with the letters; getopt_long's table cannot say it for long names. */
    static CurlOptions parse(List<String> arguments) {
        GetOpt.Result words;
        try {
            words = new GetOpt("curl", LETTERS, LONG_NAMES).failing(SYNTAX, "").parse(arguments);
        } catch (CommandException unreadable) {
            throw unreadable(arguments, unreadable);
        }
        for (String letter : UNKNOWN) {
            if (words.has(letter)) {
                throw CommandException.notSimulated("curl " + (letter.length() > 1 ? "--" : "-") + letter);
            }
        }
        return new CurlOptions(words);
    }

    private static CommandException unreadable(List<String> arguments, CommandException cause) {
        String word = arguments.stream()
                .filter(argument -> argument.startsWith("-"))
                .findFirst()
                .orElse("");
        boolean missing = cause.text().contains("requires an argument");
        return new CommandException(
                SYNTAX,
                "curl: option " + word + ": " + (missing ? "requires parameter" : "is unknown")
                        + "\ncurl: try 'curl --help' or 'curl --manual' for more information");
    }

    boolean has(String letter) {
        return words.has(letter);
    }

    boolean silent() {
        return has("s");
    }

    boolean showsErrors() {
        return !has("s") || has("S");
    }

    Family family() {
        return has("6") ? Family.IPV6 : has("4") ? Family.IPV4 : Family.ANY;
    }

    String method() {
        return words.last("X").orElse(has("I") ? "HEAD" : has("d") && !has("G") ? "POST" : "GET");
    }

    Optional<String> data() {
        List<String> parts = words.options().stream()
                .filter(option -> option.key().equals("d"))
                .map(GetOpt.Option::text)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("&", parts));
    }

    List<String> headers() {
        return words.options().stream()
                .filter(option -> option.key().equals("H"))
                .map(GetOpt.Option::text)
                .toList();
    }

    private Optional<Long> nanos(String option) {
        return words.last(option)
                .filter(word -> word.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
                .map(word -> (long) (Double.parseDouble(word) * SECOND))
                .filter(nanos -> nanos > 0);
    }

    /** Until when a transfer that began then may take. */
    long deadline(long begun, boolean connecting) {
        long whole = nanos("m").map(limit -> begun + limit).orElse(VirtualClock.NEVER);
        long connect = connecting
                ? nanos("connect-timeout").map(limit -> begun + limit).orElse(VirtualClock.NEVER)
                : VirtualClock.NEVER;
        return Math.min(whole, connect);
    }

    /** Whether -m ends the attempt to connect rather than --connect-timeout. */
    boolean connectTimeoutIsWhole() {
        return nanos("m").isPresent() || nanos("connect-timeout").isPresent();
    }
}
