package org.vethlab.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.complete.Vocabulary.Meaning;
import org.vethlab.lab.Place;

/** Goes along the words of a command to where the next one is to be typed. Commands that run commands are gone into. */
final class Walk {
    private static final Set<String> IPROUTE = Set.of("ip", "bridge", "tc");

    private final Manual manual;
    private final Facts facts;
    private final Map<String, String> values = new LinkedHashMap<>();
    private Place place;
    private List<String> words;
    private String program = "";
    private String where = "";
    private Usage usage = Usage.NOTHING;
    private Vocabulary vocabulary = new Vocabulary();
    private List<String> verbs = List.of();
    private Meaning last = new Meaning.Unknown();

    Walk(Manual manual, Facts facts, Place place, List<String> words) {
        this.manual = manual;
        this.facts = facts;
        this.place = place;
        this.words = words;
        begin();
    }

    /** Where the command's program runs. */
    Place place() {
        return place;
    }

    /** The program, or nothing if it is to be typed. */
    String program() {
        return program;
    }

    /** The program and its object: {@code ip route}. */
    String where() {
        return where;
    }

    Usage usage() {
        return usage;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The verbs, one of which is to be typed. */
    List<String> verbs() {
        return verbs;
    }

    /** The value that was given to a keyword. */
    Optional<String> value(String... keywords) {
        for (String keyword : keywords) {
            if (values.containsKey(keyword)) {
                return Optional.ofNullable(values.get(keyword));
            }
        }
        return Optional.empty();
    }

    private void begin() {
        vocabulary = new Vocabulary();
        values.clear();
        verbs = List.of();
        usage = Usage.NOTHING;
        program = words.isEmpty() ? "" : words.get(0).replaceFirst(".*/", "");
        where = program;
        if (words.isEmpty()) {
            return;
        }
        usage = manual.usage(List.of(program));
        vocabulary.add(List.copyOf(usage.options()));
        if (usage.objects().isEmpty()) {
            command(1);
        } else {
            object();
        }
    }

    /** Options, then the object, which has a help text of its own. */
    private void object() {
        for (int i = 1; i < words.size(); i++) {
            if (take(i)) {
                return;
            }
            boolean isObject = !words.get(i).startsWith("-") && !(last instanceof Meaning.ValueOf);
            if (isObject) {
                String name = manual.object(program, words.get(i)).orElse(words.get(i));
                where = program + " " + whole(words.get(i), name);
                usage = manual.usage(List.of(program, name));
                vocabulary = new Vocabulary();
                command(i + 1);
                return;
            }
        }
        verbs = vocabulary.isFree() ? usage.objects() : List.of();
    }

    private String whole(String word, String name) {
        return manual.program(program)
                .map(found -> found.object(word))
                .filter(found -> found.startsWith(name))
                .orElse(name);
    }

    private void command(int from) {
        List<String> all = new ArrayList<>(usage.verbs());
        Optional<String> verb = all.isEmpty() || from >= words.size() ? Optional.empty() : verb(all, words.get(from));
        if (!all.isEmpty() && from >= words.size()) {
            verbs = all;
        }
        String chosen = verb.orElse("show");
        for (Form form : usage.forms()) {
            boolean fits = form.verbs().isEmpty() || form.verbs().contains(chosen);
            if (fits) {
                vocabulary.add(form.slots());
                vocabulary.operands(form.operands());
            }
        }
        vocabulary.add(List.copyOf(usage.options()));
        verb.ifPresent(found -> values.put("", found));
        for (int i = verb.isPresent() ? from + 1 : from; i < words.size(); i++) {
            if (take(i)) {
                return;
            }
        }
    }

    /** The verb that a word is, or the first that it begins. */
    private static Optional<String> verb(List<String> verbs, String word) {
        return verbs.contains(word)
                ? Optional.of(word)
                : verbs.stream().filter(verb -> verb.startsWith(word)).findFirst();
    }

    /** Takes a word. @return whether a command inside this one has been gone into */
    private boolean take(int index) {
        String word = words.get(index);
        last = vocabulary.take(word);
        if (last instanceof Meaning.Operand operand && isCommand(operand.value())) {
            enter(index);
            return true;
        }
        if (last instanceof Meaning.ValueOf of) {
            values.put(of.keyword(), word);
            relocate(of.keyword(), of.value(), word);
        } else if (last instanceof Meaning.Operand operand) {
            values.putIfAbsent("0", word);
            relocate(value("").orElse(""), operand.value(), word);
        } else if (last instanceof Meaning.Key key && word.contains("=")) {
            String text = word.substring(word.indexOf('=') + 1);
            key.keyword().values().forEach(value -> relocate(key.keyword().word(), value, text));
        }
        extend(word);
        return false;
    }

    private boolean isCommand(Value value) {
        return value.names().stream().anyMatch(name -> Kind.of(where, "", name) == Kind.COMMAND);
    }

    private void enter(int index) {
        words = words.subList(index, words.size());
        begin();
    }

    /** What the word behind says: {@code type vlan}, {@code netem}, {@code -m state}. */
    private void extend(String word) {
        if (IPROUTE.contains(program)) {
            List<String> names = new ArrayList<>(List.of(where.split(" ")));
            if (names.size() == 2 && !word.isEmpty()) {
                String object = manual.object(program, names.get(1)).orElse(names.get(1));
                Usage more = manual.usage(List.of(program, object, word));
                if (!more.isEmpty()) {
                    vocabulary.restrict(more.forms().stream()
                            .flatMap(form -> form.slots().stream())
                            .toList());
                }
            }
            if (word.equals("peer")) {
                vocabulary.widen();
            }
        }
        String extension = manual.extensions(program).get(word);
        if (extension != null) {
            vocabulary.add(
                    List.copyOf(UsageReader.read(List.of(program), extension).options()));
        }
    }

    /** What the rest of the command is about, if the word names a namespace or a process in one. */
    private void relocate(String keyword, Value value, String word) {
        for (String name : value.names()) {
            Kind kind = Kind.of(where, keyword, name);
            boolean enters = keyword.equals("exec") || keyword.startsWith("-");
            if (kind == Kind.NAMESPACE && enters) {
                facts.place(word.replaceFirst(".*/", "")).ifPresent(found -> place = found);
            } else if (kind == Kind.PROCESS && program.equals("nsenter")) {
                place = facts.placeOf(number(word)).orElse(place);
            }
        }
    }

    /** A pid as it is, or as the variable that holds it. */
    private String number(String word) {
        String name = word.replaceAll("^\\$\\{?|}$", "");
        return word.startsWith("$") ? facts.names().variables().getOrDefault(name, "0") : word;
    }
}
