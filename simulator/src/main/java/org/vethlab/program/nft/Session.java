package org.vethlab.program.nft;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;
import org.vethlab.program.Context;

/** What one invocation of nft works with. */
final class Session {
    private final Namespace namespace;
    private final Lookup lookup;
    private final PrintOptions options;
    private final Consumer<String> out;
    private final Consumer<String> err;
    private final long now;
    private final int process;

    Session(Context context, PrintOptions options) {
        this.namespace = context.net();
        this.lookup = new Lookup(context.net(), context.files());
        this.options = options;
        this.out = context.out()::print;
        this.err = context.err()::print;
        this.now = context.clock().now();
        this.process = context.process().pid();
    }

    Ruleset ruleset() {
        return namespace.netfilter().ruleset();
    }

    Lookup lookup() {
        return lookup;
    }

    PrintOptions options() {
        return options;
    }

    int process() {
        return process;
    }

    long now() {
        return now;
    }

    void print(String text) {
        out.accept(text);
    }

    void warn(String text) {
        err.accept(text);
    }

    Optional<Table> table(Target target) {
        return ruleset().table(target.family().orElse(Family.IP), target.tableName());
    }

    Constants constants() {
        return new Constants(new ValueParser(lookup));
    }

    SetEvaluator sets() {
        return new SetEvaluator(constants(), now);
    }

    RuleBuilder builder(Target target) {
        return new RuleBuilder(
                target.family().orElse(Family.IP),
                table(target),
                ruleset()::addSet,
                reference -> new NotFound(this).setOfRule(target, reference));
    }
}
