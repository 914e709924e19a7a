package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/** A rule while it is worked out: its statements so far, and what they make known of its packets. */
final class RuleBuilder {
    private final Family family;
    private final Optional<Table> table;
    private final ProtocolContext protocols;
    private final BiConsumer<Table, ElementSet> declarer;
    private final Function<Syntax.SetReference, NftException> missingSet;
    private final List<Location> homeless = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private List<Protocol> possible = List.of();
    private Optional<Location> networkKnownFrom = Optional.empty();

    /** @param missingSet what is said of a set that is not there */
    RuleBuilder(
            Family family,
            Optional<Table> table,
            BiConsumer<Table, ElementSet> declarer,
            Function<Syntax.SetReference, NftException> missingSet) {
        this.family = family;
        this.declarer = declarer;
        this.missingSet = missingSet;
        this.table = table;
        this.protocols = new ProtocolContext(family);
    }

    Family family() {
        return family;
    }

    /** The table, if there is one of that name; if not, the kernel will complain. */
    Optional<Table> table() {
        return table;
    }

    ProtocolContext protocols() {
        return protocols;
    }

    List<Statement> statements() {
        return statements;
    }

    void add(Statement statement) {
        statements.add(statement);
        if (statement instanceof Test.Comparison test) {
            protocols.learn(test);
        }
    }

    /** Where it was typed what tells the network protocol. */
    Optional<Location> networkKnownFrom() {
        return networkKnownFrom;
    }

    /** Something was typed that may tell it. */
    void typed(Location at) {
        if (networkKnownFrom.isEmpty() && protocols.at(HeaderBase.NETWORK).isPresent()) {
            networkKnownFrom = Optional.of(at);
        }
    }

    /** A set of transport protocols was tested: which one it is stays open. */
    void mayBe(List<Protocol> transports) {
        possible = transports;
    }

    /** One of those that the packet may have, but for this one. */
    Optional<Protocol> otherThan(Protocol transport) {
        return possible.stream().filter(one -> one != transport).findFirst();
    }

    /** What {@code reject} needs comes before all else, so that nothing is logged that is not rejected. */
    void addFirst(Test.Comparison test) {
        statements.add(0, test);
        protocols.learn(test);
    }

    /** The numbers of named sets and of those in rules are taken from the same row. */
    long nextHandle() {
        return table.map(Table::nextHandle).orElse(0L);
    }

    /** Makes the set of a meter known, which has a name. */
    void declare(Table owner, ElementSet set) {
        declarer.accept(owner, set);
    }

    /** Whether the transport protocol is tested in a way that does not say which one it is. */
    boolean comparesTransport() {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Test test
                        && test.left() instanceof Selector.Meta meta
                        && meta.key() == MetaKey.TRANSPORT);
    }

    /** A named set. @throws NftException if it, or the table, is not there */
    ElementSet set(Syntax.SetReference reference) {
        return table.flatMap(one -> one.set(reference.name())).orElseThrow(() -> missingSet.apply(reference));
    }

    /** A set stands in the rule. */
    void holds(Syntax.Elements elements) {
        if (table.isEmpty()) {
            homeless.add(elements.at());
        }
    }

    /** Sets of the rule that find no table: the kernel refuses each by itself. */
    List<Location> homeless() {
        return homeless;
    }
}
