package org.vethlab.program.nft;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.StatefulObject;

/** What nft says of things that are not there: it looks for what was meant (nft_cmd_enoent). */
final class NotFound {
    private static final String MISSING = "No such file or directory";

    private final Session session;

    NotFound(Session session) {
        this.session = session;
    }

    /** What was meant, and in which table it is. */
    private record Found(Table table, String kind, String name) {}

    /** Nothing is suggested: what is listed by name is all that nft asks the kernel for. */
    static NftException plain(Location at) {
        return new NftException(at, MISSING);
    }

    /** nft itself finds no table. */
    NftException table(Target target) {
        Token name = target.table().orElseThrow();
        return new NftException(
                name.at(),
                MISSING + similarTable(target).map(NotFound::suggestTable).orElse(""));
    }

    private Optional<Table> similarTable(Target target) {
        Misspelling<Table> search = new Misspelling<>(target.tableName());
        session.ruleset().tables().forEach(table -> search.consider(table.name(), table));
        return search.meant();
    }

    private static String suggestTable(Table table) {
        return "; did you mean table ‘" + table.name() + "’ in family "
                + table.family().keyword() + "?";
    }

    /** nft itself finds no chain, set or object. */
    NftException named(Target target, String kind) {
        Token name = target.name().orElseThrow();
        return new NftException(
                name.at(),
                MISSING
                        + similar(kind, target.nameText())
                                .map(NotFound::suggest)
                                .orElse(""));
    }

    /** A rule looks into a set: without the table it is that which is missing. */
    NftException setOfRule(Target target, Syntax.SetReference reference) {
        if (session.table(target).isEmpty()) {
            return table(target);
        }
        String suggestion =
                similar("set", reference.name()).map(NotFound::suggest).orElse("");
        return new NftException(reference.at(), MISSING + suggestion);
    }

    private static String suggest(Found found) {
        return "; did you mean " + found.kind() + " ‘" + found.name() + "’ in table "
                + found.table().family().keyword() + " ‘" + found.table().name() + "’?";
    }

    private Optional<Found> similar(String kind, String typed) {
        Misspelling<Found> search = new Misspelling<>(typed);
        for (Table table : session.ruleset().tables()) {
            switch (kind) {
                case "chain" -> {
                    for (Chain chain : table.chains()) {
                        search.consider(chain.name(), new Found(table, "chain", chain.name()));
                    }
                }
                case "set", "map", "element" -> {
                    for (ElementSet set : table.sets()) {
                        String what = set.properties().isMap() ? "map" : "set";
                        search.consider(set.name(), new Found(table, what, set.name()));
                    }
                }
                default -> {
                    for (StatefulObject object : table.objects()) {
                        search.consider(object.name(), new Found(table, "obj", object.name()));
                    }
                }
            }
        }
        return search.meant();
    }

    /** The kernel finds no table. */
    KernelException kernelTable(Target target) {
        Token name = target.table().orElseThrow();
        return similarTable(target)
                .map(table -> KernelException.saying(name.at(), MISSING + suggestTable(table)))
                .orElseGet(() -> new KernelException(name.at(), MISSING));
    }

    /** The kernel finds no table for what is new: nft, which looked for it before, speaks as if it had not been asked. */
    KernelException tableOfNew(Target target) {
        String suggestion = similarTable(target).map(NotFound::suggestTable).orElse("");
        return KernelException.saying(target.table().orElseThrow().at(), MISSING + suggestion);
    }

    /** Surprising: whatever a rule misses, nft suggests a chain with a similar name (nft_cmd_enoent_rule). */
    KernelException suggesting(Target target, KernelException refusal) {
        Optional<Found> found = similar("chain", target.nameText());
        boolean suggests =
                refusal.isMissing() && found.isPresent() && !found.get().name().equals(target.nameText());
        Location at = refusal.error().locations().get(0);
        return suggests ? KernelException.saying(at, MISSING + suggest(found.get())) : refusal;
    }

    /** Surprising: nft already knows the chain that the kernel refuses, and suggests that one. */
    KernelException suggestingOwn(Target target, Location at) {
        Table table = session.table(target).orElseThrow();
        Misspelling<Found> search = new Misspelling<>(target.nameText());
        search.consider(target.nameText(), new Found(table, "chain", target.nameText()));
        return search.meant()
                .map(own -> KernelException.saying(at, MISSING + suggest(own)))
                .orElseGet(() -> new KernelException(at, MISSING));
    }

    /** The kernel finds the table of a chain, set or object not, or not the thing itself. */
    KernelException kernelNamed(Target target, String kind) {
        boolean tableMissing = session.table(target).isEmpty();
        Token where =
                tableMissing ? target.table().orElseThrow() : target.name().orElseThrow();
        Optional<Found> found = similar(kind, target.nameText());
        if (found.isEmpty()) {
            return new KernelException(where.at(), MISSING);
        }
        Table table = found.get().table();
        Family family = target.family().orElse(Family.IP);
        boolean other = !table.name().equals(target.tableName()) || table.family() != family;
        if (tableMissing && other) {
            return KernelException.saying(target.table().orElseThrow().at(), MISSING + suggestTable(table));
        }
        if (kind.equals("chain") && found.get().name().equals(target.nameText())) {
            return new KernelException(where.at(), MISSING);
        }
        return KernelException.saying(where.at(), MISSING + suggest(found.get()));
    }
}
