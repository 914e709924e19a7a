package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.OwnerMatch;
import org.vethlab.net.filter.xt.OwnerMatch.IdRange;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;

/** {@code -m owner}. */
final class OwnerExtension extends Extension<OwnerMatch> {
    OwnerExtension() {
        super(
                "owner",
                OwnerMatch.class,
                Flag.invertible("uid-owner"),
                Flag.invertible("gid-owner"),
                Flag.invertibleBare("socket-exists"),
                Flag.bare("suppl-groups"));
    }

    @Override
    public OwnerMatch build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("owner: At least one of --uid-owner, --gid-owner or --socket-exists is required");
        }
        return new OwnerMatch(
                range(given, "uid-owner"),
                range(given, "gid-owner"),
                given.use("socket-exists").map(use -> !use.inverted()));
    }

    private static Optional<IdRange> range(Given given, String option) {
        return given.use(option).map(use -> {
            String[] halves = use.value().split("-", 2);
            long first = id(option, halves[0]);
            return new IdRange(first, halves.length > 1 ? id(option, halves[1]) : first, use.inverted());
        });
    }

    private static long id(String option, String word) {
        if (word.equals("root")) {
            return 0;
        }
        if (word.equals("nobody") || word.equals("nogroup")) {
            return 65534;
        }
        return Numbers.unsigned(word, 32)
                .orElseThrow(
                        () -> Failure.parameter("owner: Bad value for \"--" + option + "\" option: \"" + word + "\""));
    }

    @Override
    protected String listed(OwnerMatch match, ListStyle style) {
        return match.socket()
                        .map(yes -> yes ? " owner socket exists" : " ! owner socket exists")
                        .orElse("")
                + range(" owner UID match ", match.user(), !style.numeric())
                + range(" owner GID match ", match.group(), !style.numeric());
    }

    private static String range(String label, Optional<IdRange> range, boolean named) {
        return range.map(ids -> (ids.inverted() ? " !" : "") + label + text(ids, named))
                .orElse("");
    }

    private static String text(IdRange ids, boolean named) {
        if (ids.first() != ids.last()) {
            return ids.first() + "-" + ids.last();
        }
        return named && ids.first() == 0 ? "root" : Long.toString(ids.first());
    }

    @Override
    protected String saved(OwnerMatch match) {
        return match.socket()
                        .map(yes -> yes ? " --socket-exists" : " ! --socket-exists")
                        .orElse("")
                + range(" --uid-owner ", match.user(), false)
                + range(" --gid-owner ", match.group(), false);
    }

    /** nft can ask only one of them. */
    @Override
    protected Optional<String> translated(OwnerMatch match) {
        if (match.user().isPresent() && match.group().isPresent()
                || match.socket().isPresent()) {
            return Optional.empty();
        }
        return match.user()
                .map(ids -> "skuid " + (ids.inverted() ? "!= " : "") + text(ids, false))
                .or(() -> match.group().map(ids -> "skgid " + (ids.inverted() ? "!= " : "") + text(ids, false)));
    }
}
