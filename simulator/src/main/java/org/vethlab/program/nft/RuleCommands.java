package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Statement;

/** Adds, inserts, replaces and deletes rules. */
final class RuleCommands {
    private static final String MISSING = "No such file or directory";

    private final Session session;
    private final Ruleset ruleset;
    private final NotFound missing;
    private final Echo echo;
    private final Problems problems;

    RuleCommands(Session session, NotFound missing, Echo echo, Problems problems) {
        this.problems = problems;
        this.session = session;
        this.ruleset = session.ruleset();
        this.missing = missing;
        this.echo = echo;
    }

    void run(Command command) {
        if (command.operation().equals("delete")) {
            Chain chain = chain(command.target());
            ruleset.deleteRule(chain, byHandle(chain, command.target().handle().orElseThrow()));
            return;
        }
        RuleSyntax syntax = ((Body.RuleBody) command.body()).rule();
        Optional<KernelException> refusal = Optional.empty();
        List<Statement> statements = List.of();
        try {
            RuleBuilder rule = session.builder(command.target());
            statements = evaluate(rule, syntax);
            refuseSets(command.target(), rule);
        } catch (KernelException e) {
            refusal = Optional.of(e);
        }
        Chain chain = chain(command.target());
        if (refusal.isPresent()) {
            chain.table().nextHandle();
            throw missing.suggesting(command.target(), refusal.get());
        }
        check(chain, statements, command.at());
        if (command.operation().equals("replace")) {
            int index = byHandle(chain, command.target().handle().orElseThrow());
            ruleset.replaceRule(chain, index, statements, syntax.comment());
            return;
        }
        boolean insert = command.operation().equals("insert");
        Rule rule = ruleset.insertRule(chain, place(chain, command.target(), insert), statements, syntax.comment());
        echo.added(chain, rule, insert);
    }

    /** Surprising: a rule that is refused at the end has used up two handles, for the kernel has tried it twice. */
    private static void check(Chain chain, List<Statement> statements, Location at) {
        if (!ChainChecks.mayStand(chain, statements)) {
            chain.table().nextHandle();
            chain.table().nextHandle();
            throw new KernelException(at, "Operation not supported");
        }
    }

    private List<Statement> evaluate(RuleBuilder rule, RuleSyntax syntax) {
        return new RuleEvaluator(rule, session.constants(), session.sets(), session.lookup()).evaluate(syntax);
    }

    /** Surprising: a set in a rule is sent ahead, then its elements; without the table both are refused, as the rule is. */
    private void refuseSets(Target target, RuleBuilder rule) {
        for (Location set : rule.homeless()) {
            problems.refuse(new KernelException(target.table().orElseThrow().at(), MISSING));
            problems.refuse(new KernelException(set, MISSING));
        }
    }

    private Chain chain(Target target) {
        return Modifications.find(session, target).orElseThrow(() -> missing.kernelNamed(target, "chain"));
    }

    private static int byHandle(Chain chain, Token handle) {
        long number = TokenStream.value(handle);
        for (int i = 0; i < chain.rules().size(); i++) {
            if (chain.rules().get(i).handle() == number) {
                return i;
            }
        }
        throw new KernelException(handle.at(), MISSING);
    }

    /** Where it goes: {@code add} behind the rule that is named, {@code insert} before it. */
    private static int place(Chain chain, Target target, boolean insert) {
        Optional<Token> position = target.position();
        if (position.isPresent()) {
            return byHandle(chain, position.get()) + (insert ? 0 : 1);
        }
        if (target.index().isPresent()) {
            Token token = target.index().get();
            long index = TokenStream.value(token);
            if (index >= chain.rules().size()) {
                throw new KernelException(token.at(), MISSING);
            }
            return (int) index + (insert ? 0 : 1);
        }
        return insert ? 0 : chain.rules().size();
    }
}
