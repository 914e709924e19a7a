package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;
import org.vethlab.net.filter.expression.VerdictMap;

/** Works out a rule: from what was typed to what the kernel holds. */
final class RuleEvaluator {
    private final RuleBuilder rule;
    private final Constants constants;
    private final SetEvaluator sets;
    private final LeftEvaluator left;
    private final ActionEvaluator actions;
    private final Verdicts verdicts;

    RuleEvaluator(RuleBuilder rule, Constants constants, SetEvaluator sets, Lookup lookup) {
        this.rule = rule;
        this.constants = constants;
        this.sets = sets;
        this.left = new LeftEvaluator(rule, constants, sets);
        this.actions = new ActionEvaluator(rule, constants, sets, left, lookup);
        this.verdicts = new Verdicts(rule.table());
    }

    List<Statement> evaluate(RuleSyntax syntax) {
        Optional<StatementSyntax> terminal = Optional.empty();
        for (StatementSyntax statement : syntax.statements()) {
            if (terminal.isPresent()) {
                throw new NftException(new NftError(
                        "Statement after terminal statement has no effect",
                        List.of(statement.at(), terminal.get().at())));
            }
            evaluate(statement);
            if (isTerminal(statement)) {
                terminal = Optional.of(statement);
            }
        }
        return PayloadMerge.merge(rule.statements());
    }

    private static boolean isTerminal(StatementSyntax statement) {
        if (statement instanceof StatementSyntax.VerdictStatement verdict) {
            return !verdict.verdict().kind().equals("continue");
        }
        return statement instanceof StatementSyntax.Reject
                || statement instanceof StatementSyntax.Nat
                || statement instanceof StatementSyntax.Queue;
    }

    private void evaluate(StatementSyntax statement) {
        if (statement instanceof StatementSyntax.Match match) {
            match(match);
        } else if (statement instanceof StatementSyntax.VerdictStatement verdict) {
            Verdict decided = verdicts.of(verdict.verdict());
            rule.add(new VerdictStatement(decided));
        } else if (statement instanceof StatementSyntax.VerdictMap map) {
            Left key = left.evaluate(map.key());
            rule.add(new VerdictMap(key.selector(), sets.verdictMap(rule, map.set(), key)));
        } else {
            actions.evaluate(statement);
        }
    }

    private void match(StatementSyntax.Match match) {
        if (match.left() instanceof Syntax.Extension extension) {
            presence(extension, match);
            return;
        }
        if (match.left() instanceof Syntax.Symbol || match.left() instanceof Syntax.Number) {
            throw new NftException(match.left().at(), "No symbol type information");
        }
        Left looked = asked(left.evaluate(match.left()), match.right());
        Syntax right = single(match.right());
        boolean inverted = match.operator().equals("!=");
        if (right instanceof Syntax.SetReference reference) {
            rule.add(new Test.Membership(looked.selector(), inverted, sets.named(rule, reference, looked)));
        } else if (right instanceof Syntax.Elements elements) {
            ElementSet set = sets.anonymous(rule, elements, looked, Optional.empty(), false);
            rule.add(new Test.Membership(looked.selector(), inverted, set));
            learnTransports(looked, inverted, set);
        } else {
            compare(match, looked, right);
        }
    }

    private void learnTransports(Left looked, boolean inverted, ElementSet set) {
        boolean transport = looked.selector().equals(new Selector.Meta(MetaKey.TRANSPORT));
        if (transport && !inverted) {
            rule.mayBe(set.elements().stream()
                    .flatMap(element -> Protocol.transport(element.from().get(0).intValue()).stream())
                    .toList());
        }
    }

    private void presence(Syntax.Extension extension, StatementSyntax.Match match) {
        if (extension.field().isPresent() || !(match.right() instanceof Syntax.Existence existence)) {
            throw org.vethlab.program.CommandException.notSimulated("nft " + extension.header());
        }
        rule.add(new Test.Presence(
                extension.header(), existence.exists() != match.operator().equals("!=")));
    }

    /** A set of one element without anything beside it is that element (optimize_singleton_set). */
    private static Syntax single(Syntax right) {
        if (right instanceof Syntax.Elements elements
                && elements.elements().size() == 1
                && elements.elements().get(0) instanceof Syntax.Element element
                && element.options().equals(Syntax.ElementOptions.NONE)
                && element.data().isEmpty()
                && !(element.key() instanceof Syntax.Concatenation)
                && !(element.key() instanceof Syntax.Wildcard)) {
            return element.key();
        }
        return right;
    }

    private void compare(StatementSyntax.Match match, Left looked, Syntax right) {
        if (looked.isConcatenation() || right instanceof Syntax.Concatenation) {
            throw new NftException(new NftError(
                    "Use concatenations with sets and maps, not singleton values",
                    List.of(match.left().at(), match.right().at())));
        }
        DataType type = looked.type();
        int bits = looked.selector().bits();
        if (right instanceof Syntax.Masked masked) {
            BigInteger mask = constants.value(masked.mask(), type, bits);
            Selector selector = new Selector.Bitwise(looked.selector(), mask, BigInteger.ZERO);
            rule.add(new Test.Comparison(selector, equality(match), constants.value(masked.value(), type, bits)));
            return;
        }
        if (type.isFlags() && isImplicitFlags(match, looked, right)) {
            flags(match, looked, constants.value(right, type, bits));
            return;
        }
        span(match, looked, constants.span(right, type, bits), right);
    }

    /** {@code fib … missing} asks only whether there is a route. */
    private static Left asked(Left looked, Syntax right) {
        return looked.selector() instanceof Selector.Fib fib && right instanceof Syntax.Existence
                ? Left.of(looked.at(), new Selector.Fib(fib.keys(), fib.answer(), true), DataType.BOOLEAN)
                : looked;
    }

    private static Operator equality(StatementSyntax.Match match) {
        return match.operator().equals("!=") ? Operator.UNEQUAL : Operator.EQUAL;
    }

    /** Flags without an operator ask whether any of them is set. */
    private static boolean isImplicitFlags(StatementSyntax.Match match, Left looked, Syntax right) {
        boolean isRange = right instanceof Syntax.Range || right instanceof Syntax.Prefix;
        boolean masked = looked.selector() instanceof Selector.Bitwise;
        boolean implicit = match.operator().isEmpty() || match.operator().equals("!");
        return !isRange && !masked && implicit;
    }

    private void flags(StatementSyntax.Match match, Left looked, BigInteger value) {
        Selector selector = new Selector.Bitwise(looked.selector(), value, BigInteger.ZERO);
        boolean none = !match.operator().isEmpty();
        rule.add(new Test.Comparison(selector, none ? Operator.EQUAL : Operator.UNEQUAL, BigInteger.ZERO));
    }

    private void span(StatementSyntax.Match match, Left looked, Constants.Span span, Syntax right) {
        boolean inverted = match.operator().equals("!=");
        boolean ordered = List.of("<", ">", "<=", ">=").contains(match.operator());
        if (ordered && span.isRange()) {
            throw new NftException(new NftError(
                    "Relational expression (" + match.operator() + ") is undefined for "
                            + (span.isPrefix() ? "prefix" : "range") + " expressions",
                    List.of(right.at(), match.at())));
        }
        if (match.operator().equals("!")) {
            throw new NftException(new NftError(
                    "negation can only be used with singleton bitmask values",
                    List.of(match.left().at(), right.at())));
        }
        if (!span.isRange()) {
            rule.add(new Test.Comparison(
                    unshifted(looked), operator(match.operator()), transferred(looked, span.from())));
            return;
        }
        int bits = looked.selector().bits();
        int free = span.from().xor(span.until()).bitLength();
        if (looked.type().kind() == DataType.Kind.TEXT) {
            rule.add(new Test.Beginning(looked.selector(), inverted, span.from(), bits - free));
        } else if (span.isPrefix()) {
            BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            BigInteger mask = all.andNot(span.from().xor(span.until()));
            Selector selector = new Selector.Bitwise(looked.selector(), mask, BigInteger.ZERO);
            if (free == 0) {
                selector = looked.selector();
            }
            rule.add(new Test.Comparison(selector, inverted ? Operator.UNEQUAL : Operator.EQUAL, span.from()));
        } else {
            rule.add(new Test.Range(looked.selector(), inverted, span.from(), span.until()));
        }
    }

    /** A shift on the left is done on the right instead, the other way (binop_transfer). */
    private static Selector unshifted(Left looked) {
        return looked.selector() instanceof Selector.Shift shift ? shift.of() : looked.selector();
    }

    private static BigInteger transferred(Left looked, BigInteger value) {
        if (looked.selector() instanceof Selector.Shift shift) {
            BigInteger all = BigInteger.ONE.shiftLeft(shift.bits()).subtract(BigInteger.ONE);
            return value.shiftRight(shift.left()).and(all);
        }
        return value;
    }

    private static Operator operator(String typed) {
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(typed)) {
                return operator;
            }
        }
        return Operator.EQUAL;
    }
}
