package org.vethlab.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of answers what chance or the clock has put in: MAC and link-local addresses are numbered as they appear,
 * times, process ids and random identifiers blanked. One for each run, so that the same address gets the same name.
 */
public final class NormalForm {
    private static final List<String> SET_BY_CASE = List.of("02:00:00:", "aa:bb:", "02:aa:", "00:11:22:", "de:ad:be:");
    private static final String MAC = "\\b([0-9a-f]{2}:){5}[0-9a-f]{2}\\b";

    /** A rule: what is looked for, and what stands in its place. */
    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(regex, Pattern.MULTILINE | Pattern.UNIX_LINES), replacement);
        }
    }

    private static final List<Rule> GROUPS =
            List.of(Rule.of("ff02::1:ff[0-9a-f:]+", "<sol>"), Rule.of("\\b33:33:ff(:[0-9a-f]{2}){3}\\b", "<solmac>"));

    private static final List<Rule> MESSAGES_TIMES_AND_NUMBERS = List.of(
            Rule.of("^(?:\\S*\\.sh|(?:/\\S+/)?bash): (?:line \\d+: )?", "bash: "),
            Rule.of("^(bash: +)\\d+ +(Terminated|Killed|Hangup|Aborted|Interrupt|Segmentation)", "$1<pid> $2"),
            Rule.of("kill: \\(\\d+\\)", "kill: (<pid>)"),
            Rule.of("(warning: job \\d+)\\[\\d+\\]", "$1[<pid>]"),
            Rule.of("^\\d\\d:\\d\\d:\\d\\d\\.\\d{6}", "<time>"),
            Rule.of("= [0-9.]+(/[0-9.]+){2,3} ms", "= <rtt>"),
            Rule.of("time[=<][0-9.]+ ?ms", "time=<t> ms"),
            Rule.of("\\b[0-9.]+ ?ms\\b(?!\\.)", "<t> ms"),
            Rule.of(", pipe \\d+|^pipe \\d+$", ""),
            Rule.of(", ipg/ewma \\S+ ms|, ipg/ewma .*$", ""),
            Rule.of("(\\s)[0-9]+\\.[0-9]{2}(msec|usec|ms| usec)?$", "$1<age>"),
            Rule.of("\\b\\d+\\.\\d+(us|ms|msec|usec)\\b", "<t>"),
            Rule.of("_timer +(?!0\\.00)\\d+\\.\\d{2}", "_timer <t>"),
            // The TCP sockets of the whole machine, not of the namespace.
            Rule.of("^TCP: +\\d+ (\\(estab \\d+, closed) \\d+", "TCP: <n> $1 <n>"),
            Rule.of("(used|expires|updated|confirmed|age) [0-9/]+(sec)?", "$1 <t>"),
            Rule.of("(valid_lft|preferred_lft) \\d+sec", "$1 <t>"),
            Rule.of("\\b(id|seq|ack|win|cksum|ident) (0x[0-9a-f]+|\\d{4,})", "$1 <n>"),
            Rule.of("\\bid \\d+, (offset|seq)", "id <n>, $1"),
            Rule.of("\\bpid[= ]\\d+", "pid <n>"),
            Rule.of("^((?:qdisc|class) \\S+) 8[0-9a-f]{3}:", "$1 <handle>:"),
            Rule.of("^\\[(\\d+)\\] \\d+$", "[$1] <pid>"),
            Rule.of("port \\d{5}|(?<=\\.)(3[2-9]|[45]\\d|6[0-5])\\d{3}\\b", "<port>"));

    private static final Pattern LINK_LOCAL = Pattern.compile("fe80::[0-9a-f:]*[0-9a-f]");
    private static final Pattern MACS = Pattern.compile(MAC);
    private static final Pattern BRIDGE_ID =
            Pattern.compile("\\b([0-9a-f]{4})\\.((?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}|[0-9a-f]{12})\\b");
    private static final Pattern LINK_LINES = Pattern.compile(
            "^(?:\\d+: )?(\\S+?)(@\\S+?)?(?::? .*\\n? +link/ether| +(?:UP|DOWN|UNKNOWN|LOWERLAYERDOWN)) +"
                    + "((?:[0-9a-f]{2}:){5}[0-9a-f]{2})",
            Pattern.MULTILINE | Pattern.UNIX_LINES);

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private String name(String kind, String value) {
        return names.computeIfAbsent(kind + " " + value, key -> "<" + kind + counts.merge(kind, 1, Integer::sum) + ">");
    }

    public String of(String output) {
        String text = TableOrder.sort(output.replace("\r", ""));
        text = replace(text, LINK_LOCAL, match -> name("ll", match.group()));
        text = apply(text, GROUPS);
        text = withoutBridgeMacs(text);
        text = replace(text, BRIDGE_ID, this::bridgeId);
        text = replace(text, MACS, match -> mac(match.group()));
        text = apply(text, MESSAGES_TIMES_AND_NUMBERS);
        return trimmed(text);
    }

    private static String apply(String text, List<Rule> rules) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    private static String replace(String text, Pattern pattern, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }

    /** A device without an at sign that has the MAC of another one in the list is a bridge: which port's is chance. */
    private static String withoutBridgeMacs(String text) {
        List<MatchResult> found = LINK_LINES.matcher(text).results().toList();
        StringBuilder result = new StringBuilder(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            MatchResult link = found.get(i);
            String mac = link.group(3);
            boolean ports = found.stream()
                    .anyMatch(other -> other.group(2) != null && other.group(3).equals(mac));
            if (link.group(2) == null && ports && !isSetByCase(mac) && !mac.matches("[0:]*")) {
                result.replace(link.start(3), link.end(3), "<port's mac>");
            }
        }
        return result.toString();
    }

    private static boolean isSetByCase(String mac) {
        return SET_BY_CASE.stream().anyMatch(mac::startsWith);
    }

    /** A bridge's MAC is the least of its ports' MACs: with random ones nobody knows which. */
    private String bridgeId(MatchResult match) {
        List<String> bytes = new ArrayList<>();
        String digits = match.group(2);
        String[] parts = digits.contains(":") ? digits.split(":") : digits.split("(?<=\\G..)");
        for (String part : parts) {
            bytes.add(part.length() == 1 ? "0" + part : part);
        }
        String mac = String.join(":", bytes);
        boolean known = mac.equals("00:00:00:00:00:00") || isKept(mac);
        return match.group(1) + "." + (known ? mac : "<bridge mac>");
    }

    private static boolean isKept(String mac) {
        return mac.equals("00:00:00:00:00:00")
                || mac.equals("ff:ff:ff:ff:ff:ff")
                || mac.startsWith("01:")
                || mac.startsWith("33:33:")
                || isSetByCase(mac);
    }

    private String mac(String mac) {
        return isKept(mac) ? mac : name("mac", mac);
    }

    private static String trimmed(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.stripTrailing());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        return String.join("\n", lines);
    }
}
