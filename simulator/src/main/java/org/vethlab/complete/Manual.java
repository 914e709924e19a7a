package org.vethlab.complete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;
import org.vethlab.program.UsageText;
import org.vethlab.shell.Shell;

/** The help texts of the programs, read when they are first asked for. */
final class Manual {
    /** Where the words of programs stand that print no help. */
    private static final String WORDS = "words/";
    /** What follows the options, where that is a language of its own. */
    private static final String EXPRESSION = "-expression";

    private static final String SEE = "See ";
    private static final int SHORTEST = 2;
    private static final Pattern SECTION = Pattern.compile("(?m)^@@ (\\S+)\\n");

    private final Programs programs = new Programs(Shell.programs());
    private final Map<String, String> builtins = Shell.builtins();
    private final Map<String, Usage> read = new HashMap<>();
    private final Map<String, List<String>> refused = new HashMap<>();
    private final Map<String, Map<String, String>> lines = new HashMap<>();
    private final Map<String, Map<String, String>> sections = new HashMap<>();

    /** The names of all programs. */
    List<String> programs() {
        return programs.names();
    }

    Optional<Program> program(String name) {
        return programs.program(name);
    }

    /** What a program says of itself that it does not do. */
    List<String> refusals(String name) {
        return refused.computeIfAbsent(
                name,
                key -> program(key)
                        .map(program -> program.notSimulated().stream()
                                .map(each -> each.replace(" …", ""))
                                .toList())
                        .orElse(List.of()));
    }

    /** The builtins of the shell and their synopses. */
    Map<String, String> builtins() {
        return builtins;
    }

    /** Programs that are used like others: {@code egrep} like {@code grep}. */
    private static List<String> alike(List<String> names) {
        Optional<String> other = UsageText.find(WORDS + names.get(0))
                .filter(text -> text.startsWith(SEE))
                .map(text -> text.substring(SEE.length()).strip());
        if (other.isEmpty()) {
            return names;
        }
        List<String> changed = new ArrayList<>(names);
        changed.set(0, other.get());
        return changed;
    }

    /** The usage of a program, or of the part of it that more words name: {@code ip route}, {@code ip link vlan}. */
    Usage usage(List<String> names) {
        return read.computeIfAbsent(String.join("-", names), key -> find(alike(names)));
    }

    private Usage find(List<String> names) {
        Usage printed =
                printed(names).map(text -> UsageReader.read(names, text)).orElse(Usage.NOTHING);
        Usage known = words(names, "")
                .map(printed::with)
                .orElseGet(() -> printed.isEmpty() && names.size() == 1 ? builtin(names) : printed);
        return words(names, EXPRESSION).map(known::with).orElse(known);
    }

    private static Optional<Usage> words(List<String> names, String part) {
        return UsageText.find(WORDS + String.join("-", names) + part).map(text -> UsageReader.read(names, text));
    }

    /** One line on an object of a program, a target, a sysctl, or nothing. @param table what they are */
    String line(String table, String name) {
        return lines.computeIfAbsent(table, Manual::table).getOrDefault(name, "");
    }

    private static Map<String, String> table(String name) {
        Map<String, String> table = new HashMap<>();
        UsageText.find(WORDS + name).orElse("").lines().forEach(line -> {
            String[] columns = line.split(" {2,}", 2);
            table.put(columns[0], columns[1]);
        });
        return table;
    }

    private Usage builtin(List<String> names) {
        return Optional.ofNullable(builtins.get(names.get(0)))
                .map(synopsis -> UsageReader.read(names, "usage: " + synopsis + "\n  --help\n"))
                .orElse(Usage.NOTHING);
    }

    /** The help text itself. */
    Optional<String> text(List<String> names) {
        List<String> own = alike(names);
        return printed(own).or(() -> UsageText.find(WORDS + String.join("-", own)));
    }

    private static Optional<String> printed(List<String> names) {
        String name = String.join("-", names);
        return UsageText.find(name + "-help").or(() -> UsageText.find(name));
    }

    /** The whole name of an object, of which a help text may know an older form: {@code neighbour}, {@code neigh}. */
    Optional<String> object(String program, String word) {
        String whole = program(program).map(found -> found.object(word)).orElse(word);
        List<String> names = new ArrayList<>(usage(List.of(program)).objects());
        if (whole.equals(word)) {
            whole = names.stream()
                    .filter(name -> name.startsWith(word))
                    .findFirst()
                    .orElse(word);
        }
        for (int length = whole.length(); length >= SHORTEST; length--) {
            String name = whole.substring(0, length);
            if (UsageText.find(program + "-" + name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The extensions of a program, each with its help text: what {@code iptables -m NAME -h} prints. */
    Map<String, String> extensions(String program) {
        return sections.computeIfAbsent(program, name -> {
            Map<String, String> found = new HashMap<>();
            UsageText.find(name.replaceFirst("^ip6?tables.*", "iptables") + "-extensions")
                    .ifPresent(text -> {
                        Matcher section = SECTION.matcher(text);
                        int start = 0;
                        String title = "";
                        while (section.find()) {
                            found.put(title, text.substring(start, section.start()));
                            title = section.group(1);
                            start = section.end();
                        }
                        found.put(title, text.substring(start));
                        found.remove("");
                    });
            return found;
        });
    }
}
