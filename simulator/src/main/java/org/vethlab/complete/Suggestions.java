package org.vethlab.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vethlab.complete.Slot.Order;
import org.vethlab.lab.Place;
import org.vethlab.program.Program;
import org.vethlab.shell.ShellNames;

/** The words that can stand where a walk has come to. */
final class Suggestions {
    private static final Set<String> USUAL = Set.of(
            "arp",
            "arping",
            "bridge",
            "ip",
            "iptables",
            "nc",
            "nft",
            "ping",
            "ss",
            "sysctl",
            "tc",
            "tcpdump",
            "traceroute");

    private static final List<Candidate> PROTOCOLS = Stream.of(
                    "tcp", "udp", "icmp", "ipv6-icmp", "sctp", "esp", "ah", "all")
            .map(name -> new Candidate(name, "protocol", ""))
            .toList();

    private final Manual manual;
    private final Facts facts;
    private final Sources sources;

    Suggestions(Manual manual, Facts facts) {
        this.manual = manual;
        this.facts = facts;
        this.sources = new Sources(facts);
    }

    /** @param word as far as it is typed */
    List<Candidate> next(Walk walk, Typed typed, String word) {
        if (walk.program().isEmpty()) {
            return commands(typed, word, walk.place());
        }
        Vocabulary vocabulary = walk.vocabulary();
        List<Candidate> found = new ArrayList<>();
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        if (equals > 0) {
            vocabulary
                    .keyword(word)
                    .ifPresent(key -> key.values()
                            .forEach(value -> values(walk, key.word(), value, word.substring(equals + 1))
                                    .forEach(each -> found.add(glued(word.substring(0, equals + 1), each)))));
            return found;
        }
        vocabulary.wanted().forEach(value -> found.addAll(values(walk, vocabulary.keyword(), value, word)));
        if (vocabulary.isFree()) {
            free(walk, word, found);
        }
        return found;
    }

    private static Candidate glued(String front, Candidate candidate) {
        return new Candidate(front + candidate.text(), candidate.group(), candidate.description(), candidate.isWhole());
    }

    private void free(Walk walk, String word, List<Candidate> found) {
        Vocabulary vocabulary = walk.vocabulary();
        String verb = walk.value("").orElse("");
        if (!walk.verbs().isEmpty()) {
            String group = walk.usage().objects().isEmpty() ? "verb" : "object";
            walk.verbs().stream()
                    .filter(each -> !isRefused(walk, walk.where() + " " + each))
                    .forEach(each -> found.add(new Candidate(each, group, summary(walk, group, each))));
        }
        Optional<Value> operand = vocabulary.operand().map(Slot.Operand::value);
        boolean runsCommands = operand.isPresent()
                && operand.get().names().stream().anyMatch(name -> kind(walk, "", name) == Kind.COMMAND);
        if (runsCommands && !word.startsWith("-")) {
            found.addAll(word.contains("/") ? sources.files(walk.place(), word, false) : programs(word));
            return;
        }
        operand.filter(value -> !word.startsWith("-") || walk.program().equals("kill"))
                .ifPresent(value -> found.addAll(values(walk, verb, value, word)));
        boolean onlyOperand =
                word.isEmpty() && (vocabulary.wantsOperand() || !walk.verbs().isEmpty());
        for (Slot.Keyword keyword : ranked(walk)) {
            boolean fits =
                    keyword.isOption() ? word.startsWith("-") : !onlyOperand || keyword.order() != Order.ANYWHERE;
            if (fits && !isRefused(walk, walk.where() + " " + keyword.word())) {
                found.add(candidate(keyword));
            }
        }
    }

    /** Of {@code -br[ief]} the whole word: it says by itself what it means. */
    private static Candidate candidate(Slot.Keyword keyword) {
        String group = keyword.isOption() ? "option" : "keyword";
        return keyword.isAbbreviation()
                ? new Candidate(keyword.description(), group, "")
                : new Candidate(keyword.word(), group, keyword.description());
    }

    /** First the words that lead to something that the lab knows: devices, addresses. */
    private static List<Slot.Keyword> ranked(Walk walk) {
        List<Slot.Keyword> ranked = new ArrayList<>(walk.vocabulary().unused());
        ranked.sort(Comparator.comparing(keyword -> keyword.isOption()
                || keyword.values().stream()
                        .flatMap(value -> value.names().stream())
                        .allMatch(name -> kind(walk, keyword.word(), name) == Kind.OTHER)));
        return ranked;
    }

    /** Whether the program says of itself that it does not do that. */
    private boolean isRefused(Walk walk, String what) {
        return manual.refusals(walk.program()).contains(what);
    }

    private String summary(Walk walk, String group, String verb) {
        if (group.equals("object")) {
            return manual.line("objects", walk.program() + " " + verb);
        }
        return walk.usage().forms().stream()
                .filter(form -> form.verbs().contains(verb) && !form.summary().isEmpty())
                .map(Form::summary)
                .findFirst()
                .orElse("");
    }

    private static Kind kind(Walk walk, String keyword, String name) {
        return Kind.of(walk.where(), keyword, name);
    }

    private List<Candidate> values(Walk walk, String keyword, Value value, String word) {
        List<Candidate> found = new ArrayList<>();
        for (String name : value.names()) {
            found.addAll(ofKind(walk, kind(walk, keyword, name), keyword, word));
        }
        value.literals().stream()
                .filter(each -> !each.equals("etc.") && !isRefused(walk, keyword + " " + each))
                .filter(each -> found.stream().noneMatch(known -> known.text().equals(each)))
                .forEach(each -> found.add(new Candidate(each, "keyword", "")));
        return found;
    }

    private List<Candidate> ofKind(Walk walk, Kind kind, String keyword, String word) {
        Place place = walk.place();
        String program = walk.program();
        String table = walk.value("-t", "--table").orElse("filter");
        return switch (kind) {
            case NAMESPACE -> sources.namedNamespaces();
            case DEVICE -> devices(place, program);
            case BRIDGE -> sources.bridges(place);
            case ADDRESS -> sources.addresses(place, isOnLink(walk, keyword));
            case OWN_ADDRESS -> sources.ownAddresses(place, program.equals("ip"));
            case PREFIX -> sources.prefixes(place);
            case LINK_ADDRESS -> sources.linkAddresses();
            case ROUTING_TABLE -> sources.routingTables(place);
            case FILTER_TABLE -> sources.filterTables(place, program);
            case CHAIN ->
                program.equals("nft") ? sources.nftChains(place) : sources.chains(place, program, table, false);
            case TARGET -> targets(place, program, table);
            case MATCH -> extensions(program, false);
            case PROTOCOL -> PROTOCOLS;
            case SYSCTL -> sources.sysctls(place, word);
            case PROCESS -> sources.processes(place);
            case JOB -> jobs(place, program, word);
            case SIGNAL -> sources.signals(false);
            case VARIABLE -> variables(List.of());
            case DIRECTORY -> sources.files(place, word, true);
            case FILE -> sources.files(place, word, false);
            case COMMAND, OTHER -> List.of();
        };
    }

    /** Whether the address is that of a neighbour, never one's own. */
    private static boolean isOnLink(Walk walk, String keyword) {
        return keyword.equals("via") || keyword.equals("gw") || walk.where().startsWith("ip neigh");
    }

    private List<Candidate> devices(Place place, String program) {
        List<Candidate> found = new ArrayList<>(sources.devices(place));
        if (program.equals("tcpdump")) {
            found.add(new Candidate("any", "device", "all of them"));
        }
        return found;
    }

    private List<Candidate> jobs(Place place, String program, String word) {
        List<Candidate> found = new ArrayList<>(sources.jobs());
        if (program.equals("kill") || program.equals("wait")) {
            found.addAll(sources.processes(place));
        }
        if (program.equals("kill") && word.startsWith("-")) {
            found.addAll(sources.signals(true));
        }
        return found;
    }

    private List<Candidate> targets(Place place, String program, String table) {
        List<Candidate> found = new ArrayList<>();
        List.of("ACCEPT", "DROP", "RETURN").forEach(each -> found.add(new Candidate(each, "target", "")));
        found.addAll(extensions(program, true));
        found.addAll(sources.chains(place, program, table, true));
        return found;
    }

    /** Targets are spelt in capitals, matches in small letters. */
    private List<Candidate> extensions(String program, boolean targets) {
        return manual.extensions(program).keySet().stream()
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)) == targets)
                .sorted()
                .map(name -> new Candidate(name, targets ? "target" : "match", ""))
                .toList();
    }

    /** What can be run. */
    List<Candidate> commands(Typed typed, String word, Place place) {
        if (word.contains("/")) {
            return sources.files(place, word, false);
        }
        List<Candidate> found = new ArrayList<>();
        typed.functions().forEach(name -> found.add(new Candidate(name, "function", "of this script")));
        if (place.equals(Place.HOST)) {
            // A namespace gets a shell of its own, which has not heard of them.
            ShellNames names = facts.names();
            names.functions().forEach(name -> found.add(new Candidate(name, "function", "")));
            names.aliases().forEach((name, text) -> found.add(new Candidate(name, "alias", text)));
        }
        found.addAll(programs(word));
        manual.builtins().forEach((name, synopsis) -> found.add(new Candidate(name, "builtin", synopsis)));
        return found;
    }

    /** Where nothing is typed yet, those first that a lab is about. */
    private List<Candidate> programs(String word) {
        return manual.programs().stream()
                .filter(name -> name.startsWith(word))
                .sorted(Comparator.comparing(name -> !word.isEmpty() || !USUAL.contains(name)))
                .map(name -> new Candidate(
                        name,
                        "program",
                        manual.program(name).map(Program::summary).orElse("")))
                .toList();
    }

    /** @param more of the script that is being typed */
    List<Candidate> variables(Iterable<String> more) {
        List<Candidate> found = new ArrayList<>();
        more.forEach(name -> found.add(new Candidate(name, "variable", "of this script")));
        facts.names().variables().forEach((name, value) -> found.add(new Candidate(name, "variable", value)));
        return found;
    }

    List<Candidate> files(Place place, String word) {
        return sources.files(place, word, false);
    }

    List<Candidate> namespaces() {
        return sources.namespaces(true);
    }
}
