package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.filter.xt.AddrtypeMatch;
import org.vethlab.net.route.RouteType;
import org.vethlab.program.iptables.Failure;

/** {@code -m addrtype}. */
final class AddrtypeExtension extends Extension<AddrtypeMatch> {
    AddrtypeExtension() {
        super(
                "addrtype",
                AddrtypeMatch.class,
                Flag.invertible("src-type"),
                Flag.invertible("dst-type"),
                Flag.bare("limit-iface-in"),
                Flag.bare("limit-iface-out"));
    }

    @Override
    public AddrtypeMatch build(Given given) {
        Set<RouteType> sources =
                given.value("src-type").map(AddrtypeExtension::types).orElse(Set.of());
        Set<RouteType> destinations =
                given.value("dst-type").map(AddrtypeExtension::types).orElse(Set.of());
        if (sources.isEmpty() && destinations.isEmpty()) {
            throw Failure.parameter("addrtype: you must specify --src-type or --dst-type");
        }
        return new AddrtypeMatch(
                sources,
                given.isInverted("src-type"),
                destinations,
                given.isInverted("dst-type"),
                given.has("limit-iface-in"),
                given.has("limit-iface-out"));
    }

    private static Set<RouteType> types(String words) {
        Set<RouteType> types = EnumSet.noneOf(RouteType.class);
        for (String word : words.split(",", -1)) {
            Optional<RouteType> type = List.of(RouteType.values()).stream()
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .findFirst();
            types.add(type.orElseThrow(() -> Failure.parameter("addrtype: bad type `" + words + "'")));
        }
        return types;
    }

    private static String list(Set<RouteType> types) {
        return String.join(",", types.stream().map(Enum::name).toList());
    }

    @Override
    protected String listed(AddrtypeMatch match, ListStyle style) {
        StringBuilder text = new StringBuilder(" ADDRTYPE match");
        if (!match.sources().isEmpty()) {
            text.append(" src-type ").append(match.sourcesInverted() ? "!" : "").append(list(match.sources()));
        }
        if (!match.destinations().isEmpty()) {
            text.append(" dst-type ")
                    .append(match.destinationsInverted() ? "!" : "")
                    .append(list(match.destinations()));
        }
        return text.append(match.limitedToInput() ? " limit-in" : "")
                .append(match.limitedToOutput() ? " limit-out" : "")
                .toString();
    }

    @Override
    protected String saved(AddrtypeMatch match) {
        StringBuilder text = new StringBuilder();
        if (!match.sources().isEmpty()) {
            text.append(match.sourcesInverted() ? " !" : "")
                    .append(" --src-type ")
                    .append(list(match.sources()));
        }
        if (!match.destinations().isEmpty()) {
            text.append(match.destinationsInverted() ? " !" : "")
                    .append(" --dst-type ")
                    .append(list(match.destinations()));
        }
        return text.append(match.limitedToInput() ? " --limit-iface-in" : "")
                .append(match.limitedToOutput() ? " --limit-iface-out" : "")
                .toString();
    }

    @Override
    protected Optional<String> translated(AddrtypeMatch match) {
        String device = match.limitedToInput() ? ". iif " : match.limitedToOutput() ? ". oif " : "";
        List<String> parts = new ArrayList<>();
        if (!match.sources().isEmpty()) {
            parts.add("fib saddr " + device + "type " + types(match.sources(), match.sourcesInverted()));
        }
        if (!match.destinations().isEmpty()) {
            parts.add("fib daddr " + device + "type " + types(match.destinations(), match.destinationsInverted()));
        }
        return Optional.of(String.join(" ", parts));
    }

    private static String types(Set<RouteType> types, boolean inverted) {
        String names = list(types).toLowerCase(Locale.ROOT).replace(",", ", ");
        return (inverted ? "!= " : "") + (types.size() > 1 ? "{ " + names + " }" : names);
    }
}
