package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.IpHeaderMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;
import org.vethlab.program.iptables.extension.Extension;
import org.vethlab.program.iptables.extension.Extensions;
import org.vethlab.program.iptables.extension.Flag;
import org.vethlab.program.iptables.extension.Given;

/** A rule that is being typed. */
final class RuleBuilder {
    /** IFNAMSIZ without the final zero. */
    private static final int LONGEST_DEVICE_NAME = 15;

    private final Variant variant;
    private final Names names;
    private final List<Loaded<XtMatch>> matches = new ArrayList<>();
    private Optional<Words> sources = Optional.empty();
    private Optional<Words> destinations = Optional.empty();
    private Optional<InterfaceTest> input = Optional.empty();
    private Optional<InterfaceTest> output = Optional.empty();
    private Optional<Boolean> fragment = Optional.empty();
    private Optional<Loaded<XtTarget>> target = Optional.empty();
    private String protocolName = "";
    private int protocol;
    private boolean protocolInverted;
    private String jump = "";
    private boolean isGoto;
    private Counter counter = new Counter();

    RuleBuilder(Variant variant, Names names) {
        this.variant = variant;
        this.names = names;
    }

    /** An extension and the options that it got. */
    private record Loaded<T extends Statement>(Extension<? extends T> extension, Given given) {}

    private record Words(String text, boolean inverted) {}

    /** An option of a loaded extension. */
    record Found(Flag flag, Given given) {}

    void source(String word, boolean inverted) {
        sources = Optional.of(new Words(word, inverted));
    }

    void destination(String word, boolean inverted) {
        destinations = Optional.of(new Words(word, inverted));
    }

    /** Surprising: what stands behind {@code -s} is looked at only when all has been read. */
    private List<AddressTest> addresses(Words words) {
        String[] list = words.text().split(",", -1);
        if (words.inverted() && list.length > 1) {
            throw Failure.parameter("! not allowed with multiple source or destination IP addresses");
        }
        List<AddressTest> tests = new ArrayList<>();
        for (String word : list) {
            tests.add(AddressParser.parse(word, words.inverted(), variant, names));
        }
        return tests;
    }

    void protocol(String word, boolean inverted) {
        protocol = names.protocol(word);
        protocolName = word.toLowerCase(Locale.ROOT);
        protocolInverted = inverted;
        if (protocol == 0 && inverted) {
            throw Failure.parameter("rule would never match protocol");
        }
    }

    void input(String word, boolean inverted) {
        input = device(word, inverted);
    }

    void output(String word, boolean inverted) {
        output = device(word, inverted);
    }

    boolean hasInput() {
        return input.isPresent();
    }

    boolean hasOutput() {
        return output.isPresent();
    }

    private static Optional<InterfaceTest> device(String word, boolean inverted) {
        if (word.isEmpty()) {
            throw Failure.parameter("Empty interface is likely to be undesired");
        }
        if (word.length() > LONGEST_DEVICE_NAME) {
            throw Failure.parameter(
                    "interface name `" + word + "' must be shorter than IFNAMSIZ (" + LONGEST_DEVICE_NAME + ")");
        }
        boolean prefix = word.endsWith("+");
        String name = prefix ? word.substring(0, word.length() - 1) : word;
        return name.isEmpty() && !inverted ? Optional.empty() : Optional.of(new InterfaceTest(name, prefix, inverted));
    }

    void fragment(boolean wanted) {
        fragment = Optional.of(wanted);
    }

    void counter(Counter given) {
        counter = given;
    }

    void match(String name) {
        Extension<? extends XtMatch> extension = Extensions.match(name, variant)
                .orElseThrow(() -> Failure.parameter("Couldn't load match `" + name + "':No such file or directory\n"));
        load(extension);
    }

    private void load(Extension<? extends XtMatch> extension) {
        matches.add(new Loaded<>(extension, given(extension)));
    }

    private Given given(Extension<?> extension) {
        Given given = new Given(extension.name(), variant, names);
        given.protocol(protocol, protocolInverted);
        return given;
    }

    void jump(String name, boolean goes) {
        isGoto = goes;
        jump = name;
        target = goes
                ? Optional.empty()
                : Extensions.target(name, variant).map(found -> new Loaded<>(found, given(found)));
    }

    boolean isJumpingToChain() {
        return target.isEmpty() && !jump.isEmpty() && !RuleSpec.isVerdict(jump);
    }

    String jump() {
        return jump;
    }

    /** The names of the extensions that are loaded by now. */
    List<String> loadedNames() {
        List<String> all = new ArrayList<>();
        target.ifPresent(loaded -> all.add(loaded.extension().name()));
        Extensions.protocolMatch(protocol, protocolName, variant).ifPresent(extension -> all.add(extension.name()));
        matches.forEach(loaded -> all.add(loaded.extension().name()));
        return all.stream().distinct().toList();
    }

    /** All options of the extensions that are loaded by now; of two matches of a name the later one's. */
    List<Found> flags() {
        List<Found> all = new ArrayList<>();
        target.ifPresent(loaded ->
                loaded.extension().flags().forEach(flag -> all.add(new Found(flag, loaded.given()))));
        Map<String, Loaded<XtMatch>> latest = new LinkedHashMap<>();
        matches.forEach(loaded -> latest.put(loaded.extension().name(), loaded));
        for (Loaded<XtMatch> loaded : latest.values()) {
            loaded.extension().flags().forEach(flag -> all.add(new Found(flag, loaded.given())));
        }
        return all;
    }

    /** Surprising: {@code -p tcp} alone loads no match; the first option that only the match knows does. */
    boolean loadProtocolMatch() {
        Optional<Extension<? extends XtMatch>> extension = Extensions.protocolMatch(protocol, protocolName, variant);
        boolean loaded = matches.stream()
                .anyMatch(match -> extension
                        .filter(found -> found.name().equals(match.extension().name()))
                        .isPresent());
        if (extension.isEmpty() || loaded || protocolInverted) {
            return false;
        }
        load(extension.get());
        return true;
    }

    /** One rule for each pair of addresses. */
    List<RuleSpec> build() {
        List<XtMatch> made = new ArrayList<>();
        List<AddressTest> from = sources.map(this::addresses).orElse(List.of());
        List<AddressTest> to = destinations.map(this::addresses).orElse(List.of());
        for (Loaded<XtMatch> loaded : matches) {
            loaded.given().protocol(protocol, protocolInverted);
            made.add(loaded.extension().build(loaded.given()));
        }
        Optional<XtTarget> action = target.map(loaded -> {
            loaded.given().protocol(protocol, protocolInverted);
            return loaded.extension().build(loaded.given());
        });
        List<RuleSpec> specs = new ArrayList<>();
        for (Optional<AddressTest> source : each(from)) {
            for (Optional<AddressTest> destination : each(to)) {
                IpHeaderMatch header =
                        new IpHeaderMatch(source, destination, input, output, protocol, protocolInverted, fragment);
                specs.add(new RuleSpec(header, made, counter, action, action.isPresent() ? "" : jump, isGoto));
            }
        }
        return specs;
    }

    private static List<Optional<AddressTest>> each(List<AddressTest> tests) {
        if (tests.isEmpty()) {
            return List.of(Optional.empty());
        }
        return tests.stream()
                .map(test -> AddressParser.isAny(test) ? Optional.<AddressTest>empty() : Optional.of(test))
                .toList();
    }
}
