package org.vethlab.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.complete.Notation.Choice;
import org.vethlab.complete.Notation.Literal;
import org.vethlab.complete.Notation.Maybe;
import org.vethlab.complete.Notation.Sequence;

/** Reads the help texts of programs: iproute2's grammars, and synopses with a list of options. */
final class UsageReader {
    private static final Pattern USAGE = Pattern.compile("(?i)\\s*usage:?\\s*(.*)");
    private static final Pattern PRODUCTION =
            Pattern.compile("\\s*(?:where:?|Where:)?\\s*([A-Z][A-Z0-9_-]*)\\s*:=?\\s*(.*)");
    private static final Pattern COMMAND = Pattern.compile("\\s+(\\w+)\\s+(\\S.*?)\\t+(.*)");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\w-])[A-Z]{2}|<\\w");

    private final List<String> names;
    private final boolean hasOptions;
    private final StringBuilder synopsis = new StringBuilder();
    private final List<String> synopses = new ArrayList<>();
    private final Map<String, StringBuilder> productions = new LinkedHashMap<>();
    private final OptionLines options = new OptionLines();
    private final List<Form> commands = new ArrayList<>();
    private boolean begun;
    private boolean inCommands;
    private boolean inSynopsis;
    private String production = "";

    private UsageReader(List<String> names, String text) {
        this.names = names;
        this.hasOptions = text.lines().anyMatch(OptionLines::isOption);
    }

    /** @param names the program and its object, as synopses begin with them */
    static Usage read(List<String> names, String text) {
        UsageReader reader = new UsageReader(names, text);
        text.lines().forEach(reader::line);
        return reader.usage(text);
    }

    private void line(String line) {
        Matcher begin = USAGE.matcher(line);
        Matcher rule = PRODUCTION.matcher(line);
        if (begin.matches()) {
            begun = true;
            inSynopsis = true;
            production = "";
            startSynopsis(begin.group(1));
        } else if (line.strip().equals("commands:")) {
            inCommands = true;
            inSynopsis = false;
        } else if (inCommands) {
            command(line);
        } else if (rule.matches()) {
            // Of two with the same name the second belongs to another part of the language.
            boolean known = productions.containsKey(rule.group(1));
            production = known ? rule.group(1) + " again" : rule.group(1);
            append(rule.group(2));
        } else if (hasOptions && options.take(line)) {
            inSynopsis = false;
        } else if (!hasOptions && production.isEmpty() || inSynopsis && production.isEmpty()) {
            continueSynopsis(line);
        } else if (startsSynopsis(line)) {
            production = "";
            startSynopsis(line);
        } else if (!production.isEmpty()) {
            append(line);
        }
    }

    private void append(String right) {
        productions
                .computeIfAbsent(production, name -> new StringBuilder())
                .append(' ')
                .append(right);
    }

    private void command(String line) {
        Matcher command = COMMAND.matcher(line);
        if (command.matches()) {
            List<Slot> slots = new SlotBuilder(Map.of(), false)
                    .build(Notation.parse(command.group(2)).parts());
            commands.add(
                    new Form(List.of(command.group(1)), slots, command.group(3).strip()));
        }
    }

    private boolean startsSynopsis(String line) {
        return line.strip().startsWith(names.get(0) + " ");
    }

    private void startSynopsis(String line) {
        endSynopsis();
        synopsis.append(line).append(' ');
    }

    private void continueSynopsis(String line) {
        boolean apart = line.isBlank() ? hasOptions : line.strip().equals("Where:") || line.matches("[A-Z][a-z].*");
        if (!begun || apart) {
            inSynopsis = false;
        } else if (startsSynopsis(line)) {
            inSynopsis = true;
            startSynopsis(line);
        } else if (inSynopsis) {
            synopsis.append(line).append(' ');
        }
    }

    private void endSynopsis() {
        if (!synopsis.toString().isBlank()) {
            synopses.add(synopsis.toString().strip());
        }
        synopsis.setLength(0);
    }

    private Usage usage(String text) {
        endSynopsis();
        Map<String, Notation> rules = new LinkedHashMap<>();
        productions.forEach((name, right) -> rules.put(name, Notation.rule(right.toString())));
        boolean wordsAreNames = hasOptions || !CAPITALS.matcher(text).find();
        List<Form> forms = new ArrayList<>(commands);
        for (String each : synopses) {
            forms.add(form(each, rules, wordsAreNames));
        }
        List<Slot.Keyword> described = new ArrayList<>(options.options());
        if (rules.containsKey("OPTIONS") && rules.containsKey("OBJECT")) {
            new SlotBuilder(Map.of(), false)
                    .build(List.of(rules.get("OPTIONS"))).stream()
                            .filter(Slot.Keyword.class::isInstance)
                            .map(Slot.Keyword.class::cast)
                            .forEach(described::add);
        }
        List<String> objects = rules.containsKey("OBJECT") ? literals(rules.get("OBJECT")) : List.of();
        return new Usage(forms, described, objects);
    }

    private Form form(String synopsis, Map<String, Notation> rules, boolean wordsAreNames) {
        List<Notation> parts =
                new ArrayList<>(Notation.parse(wordsAreNames ? OptionLines.withoutClusters(synopsis) : synopsis)
                        .parts());
        String last = names.get(names.size() - 1);
        int own = parts.indexOf(new Literal(last, ""));
        if (own >= 0 && (own < names.size() + 1 || synopsis.contains("<options>"))) {
            parts.subList(0, own + 1).clear();
        }
        if (wordsAreNames) {
            return new Form(List.of(), new SlotBuilder(rules, true).build(parts), "");
        }
        List<Notation> rest = parts;
        List<String> verbs = List.of();
        boolean isSupplement = synopsis.startsWith("...") || synopsis.contains("<options>");
        if (!parts.isEmpty() && !isSupplement) {
            Optional<Head> head = head(parts.get(0));
            verbs = head.map(Head::verbs).orElse(List.of());
            rest = new ArrayList<>(head.map(Head::rest).orElse(List.of(parts.get(0))));
            rest.addAll(parts.subList(1, parts.size()));
        }
        return new Form(synonyms(verbs), new SlotBuilder(rules, false).build(rest), "");
    }

    /** The verbs that a synopsis begins with, and what stands in the same bracket. */
    private record Head(List<String> verbs, List<Notation> rest) {}

    private static Optional<Head> head(Notation first) {
        if (first instanceof Maybe maybe) {
            return head(maybe.inner());
        }
        if (first instanceof Sequence sequence && !sequence.parts().isEmpty()) {
            return head(sequence.parts().get(0)).map(head -> {
                List<Notation> rest = new ArrayList<>(head.rest());
                rest.addAll(sequence.parts().subList(1, sequence.parts().size()));
                return new Head(head.verbs(), rest);
            });
        }
        List<String> verbs = literals(first);
        boolean isVerb = !verbs.isEmpty() && verbs.stream().noneMatch(verb -> verb.startsWith("-"));
        boolean plain = first instanceof Literal
                || first instanceof Choice choice
                        && choice.alternatives().stream()
                                .anyMatch(each -> !literals(each).isEmpty());
        return isVerb && plain ? Optional.of(new Head(verbs, List.of())) : Optional.empty();
    }

    private static List<String> literals(Notation part) {
        List<String> found = new ArrayList<>();
        if (part instanceof Literal literal) {
            found.add(literal.text());
        } else if (part instanceof Sequence sequence && sequence.parts().size() == 1) {
            found.addAll(literals(sequence.parts().get(0)));
        } else if (part instanceof Choice choice) {
            choice.alternatives().forEach(each -> found.addAll(literals(each)));
        }
        return found;
    }

    /** iproute2 takes {@code show} and {@code list} for the same, and its help names only one of them. */
    private static List<String> synonyms(List<String> verbs) {
        List<String> all = new ArrayList<>(verbs);
        if (verbs.contains("list") && !verbs.contains("show")) {
            all.add(0, "show");
        }
        if (verbs.contains("show") && !verbs.contains("list")) {
            all.add("list");
        }
        return all;
    }
}
