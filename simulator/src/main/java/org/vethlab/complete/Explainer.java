package org.vethlab.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.complete.Note.Section;
import org.vethlab.lab.Place;

/** Says what a word of a command is: a program, an object, an option, something in the lab. */
final class Explainer {
    private final Manual manual;
    private final Facts facts;
    private final Sources sources;

    Explainer(Manual manual, Facts facts) {
        this.manual = manual;
        this.facts = facts;
        this.sources = new Sources(facts);
    }

    /** @param script up to the end of the word */
    Optional<Note> explain(Place place, String script) {
        Typed typed = Scanner.scan(script);
        String word = typed.word();
        Walk walk = new Walk(manual, facts, place, typed.before());
        if (word.isEmpty()) {
            return whole(walk);
        }
        if (typed.role() == Typed.Role.VARIABLE) {
            return variable(word);
        }
        if (walk.program().isEmpty()) {
            return command(word);
        }
        boolean isValue = !walk.vocabulary().wanted().isEmpty();
        return (isValue ? thing(walk.place(), word) : Optional.<Note>empty())
                .or(() -> topic(walk, word))
                .or(() -> part(walk, word))
                .or(() -> thing(walk.place(), word))
                .or(() -> setting(walk.place(), word))
                .or(() -> running(walk, typed, word, place))
                .or(() -> whole(walk));
    }

    /** The command as far as it is known: the program, or its object. */
    private Optional<Note> whole(Walk walk) {
        String[] names = walk.where().split(" ");
        return names.length == 2 ? object(names[0], names[1]) : command(walk.program());
    }

    /** What has a help text of its own: a kind of device or of queue, a target or a match of a rule. */
    private Optional<Note> topic(Walk walk, String word) {
        String extension = manual.extensions(walk.program()).get(word);
        if (extension != null) {
            return Optional.of(
                    new Note(walk.program() + " " + word, "", List.of(new Section("Usage", extension.strip()))));
        }
        String target = manual.line("objects", walk.program() + " " + word);
        if (!target.isEmpty() && walk.usage().objects().isEmpty()) {
            return Optional.of(new Note(walk.program() + " " + word, target, List.of()));
        }
        String[] names = walk.where().split(" ");
        return names.length < 2
                ? Optional.empty()
                : manual.object(names[0], names[1])
                        .flatMap(object -> manual.text(List.of(names[0], object, word)))
                        .map(text -> new Note(walk.where() + " " + word, "", List.of(new Section("Usage", text))));
    }

    /** A sysctl, by its name or its file. */
    private Optional<Note> setting(Place place, String word) {
        String file = word.startsWith("/proc/sys/")
                ? word
                : "/proc/sys/" + word.replaceFirst("=.*", "").replace('.', '/');
        boolean isSetting = word.startsWith("/proc/sys/") || word.matches("(net|kernel|fs|vm)\\..+");
        String value = isSetting ? facts.ask(place, "cat", file).strip() : "";
        String meaning = manual.line("sysctls", file.replaceFirst(".*/", ""));
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(word.replaceFirst("=.*", "") + " = " + value, meaning, List.of()));
    }

    /** A program that another one runs. */
    private Optional<Note> running(Walk walk, Typed typed, String word, Place place) {
        List<String> words = new ArrayList<>(typed.before());
        words.add(word);
        Walk further = new Walk(manual, facts, place, words);
        return further.program().equals(word) && !further.program().equals(walk.program())
                ? command(word)
                : Optional.empty();
    }

    /** An object, a verb, a keyword or an option of the program. */
    private Optional<Note> part(Walk walk, String word) {
        boolean isObject = walk.usage().objects().contains(word)
                || manual.object(walk.program(), word).isPresent()
                        && walk.where().equals(walk.program());
        if (isObject && !walk.usage().objects().isEmpty()) {
            return object(walk.program(), word);
        }
        Optional<Slot.Keyword> keyword = walk.vocabulary().keyword(word);
        if (walk.usage().verbs().contains(word) && walk.verbs().contains(word)) {
            return Optional.of(new Note(walk.where() + " " + word, summary(walk, word), help(walk.where())));
        }
        return keyword.map(
                found -> new Note(walk.where() + " " + written(found), description(found), help(walk.where())));
    }

    private static String description(Slot.Keyword keyword) {
        return keyword.isAbbreviation() ? "short for " + keyword.description() : keyword.description();
    }

    private static String summary(Walk walk, String verb) {
        return walk.usage().forms().stream()
                .filter(form -> form.verbs().contains(verb))
                .map(Form::summary)
                .findFirst()
                .orElse("");
    }

    private static String written(Slot.Keyword keyword) {
        String values = keyword.values().stream()
                .map(value -> value.names().isEmpty()
                        ? String.join("|", value.literals())
                        : value.names().get(0).replaceFirst("\\[,.*", "[,…]"))
                .collect(Collectors.joining(" "));
        return (keyword.word() + (values.startsWith("=") ? "" : " ") + values).strip();
    }

    private Optional<Note> object(String program, String word) {
        return manual.object(program, word)
                .flatMap(name -> manual.text(List.of(program, name))
                        .map(text -> new Note(
                                program + " " + whole(program, word, name),
                                manual.line("objects", program + " " + whole(program, word, name)),
                                List.of(new Section("Usage", text)))));
    }

    private String whole(String program, String word, String name) {
        return manual.program(program).map(found -> found.object(word)).orElse(name);
    }

    private List<Section> help(String where) {
        String[] names = where.split(" ");
        List<String> key = names.length == 2
                ? List.of(names[0], manual.object(names[0], names[1]).orElse(names[1]))
                : List.of(names[0]);
        return manual.text(key)
                .map(text -> List.of(new Section(String.join(" ", key), text)))
                .orElse(List.of());
    }

    private Optional<Note> command(String name) {
        String synopsis = manual.builtins().get(name);
        Optional<Note> program = manual.program(name).map(found -> {
            List<Section> sections = new ArrayList<>(help(name));
            if (!found.notSimulated().isEmpty()) {
                sections.add(new Section("Not simulated", String.join(", ", found.notSimulated())));
            }
            return new Note(name, found.summary(), sections);
        });
        return program.or(() -> Optional.ofNullable(synopsis)
                .map(text -> new Note(name, "a builtin of the shell", List.of(new Section("Usage", text)))));
    }

    private Optional<Note> variable(String name) {
        return Optional.ofNullable(facts.names().variables().get(name))
                .map(value -> new Note("$" + name, value.isEmpty() ? "a variable of the shell" : value, List.of()));
    }

    /** Something that there is in the lab. */
    private Optional<Note> thing(Place place, String word) {
        return namespace(word).or(() -> device(place, word)).or(() -> address(word));
    }

    Optional<Note> namespace(String name) {
        return facts.place(name)
                .map(found -> new Note(
                        found.name(),
                        found.equals(Place.HOST) ? "the host of the lab" : "a network namespace",
                        List.of(asked(found, "ip", "-br", "addr"), asked(found, "ip", "route"))));
    }

    private Optional<Note> device(Place place, String name) {
        if (!facts.devices(place).containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(new Note(
                name,
                "a device in " + place.name(),
                List.of(
                        asked(place, "ip", "-d", "link", "show", "dev", name),
                        asked(place, "ip", "-br", "addr", "show", "dev", name))));
    }

    private Optional<Note> address(String address) {
        String owner = sources.owners().get(address.replaceFirst("/.*", ""));
        return Optional.ofNullable(owner).map(found -> {
            String[] words = found.split(" ");
            Place place = facts.place(words[0]).orElse(Place.HOST);
            return new Note(
                    address,
                    "an address of " + words[0] + ", on its device " + words[1],
                    List.of(asked(place, "ip", "-br", "addr")));
        });
    }

    private Section asked(Place place, String... command) {
        String answer = facts.ask(place, command);
        return new Section(String.join(" ", command), answer.isBlank() ? "nothing" : answer);
    }
}
