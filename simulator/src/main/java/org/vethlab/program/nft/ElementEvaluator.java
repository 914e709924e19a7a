package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetUpdate;

/** Works out the elements of sets and maps. */
final class ElementEvaluator {
    private static final long MILLISECOND = 1_000_000L;

    private final Constants constants;
    private final Verdicts verdicts;
    private final StatefulEvaluator stateful;
    private final long now;

    /** An element, with the place where it was typed. */
    record Placed(SetElement element, Location at, boolean isRange, boolean isPrefix) {}

    /**
     * What elements are to be like.
     *
     * @param defaultTimeout in milliseconds
     * @param statements that each gets a copy of
     */
    record Shape(
            Left key,
            Optional<Left> data,
            boolean verdicts,
            Optional<String> object,
            OptionalLong defaultTimeout,
            List<Statement> statements) {}

    ElementEvaluator(Constants constants, Verdicts verdicts, StatefulEvaluator stateful, long now) {
        this.constants = constants;
        this.verdicts = verdicts;
        this.stateful = stateful;
        this.now = now;
    }

    List<Placed> evaluate(Syntax syntax, Shape shape) {
        List<Placed> all = new ArrayList<>();
        if (syntax instanceof Syntax.Elements elements) {
            for (Syntax element : elements.elements()) {
                all.addAll(evaluate(element, shape));
            }
        } else if (syntax instanceof Syntax.Element element) {
            if (element.key() instanceof Syntax.Elements nested
                    && element.data().isEmpty()) {
                return evaluate(nested, shape);
            }
            all.add(element(element, shape));
        } else {
            all.add(element(
                    new Syntax.Element(syntax.at(), syntax, Syntax.ElementOptions.NONE, Optional.empty()), shape));
        }
        return all;
    }

    private Placed element(Syntax.Element element, Shape shape) {
        List<BigInteger> from = new ArrayList<>();
        List<BigInteger> until = new ArrayList<>();
        boolean range = false;
        boolean prefix = false;
        boolean catchAll = element.key() instanceof Syntax.Wildcard;
        if (!catchAll) {
            List<Syntax> parts = constants.parts(element.key(), shape.key());
            for (int i = 0; i < parts.size(); i++) {
                Constants.Span span = constants.span(
                        parts.get(i),
                        shape.key().types().get(i),
                        shape.key().widths().get(i));
                from.add(span.from());
                until.add(span.until());
                range |= span.isRange();
                prefix |= span.isPrefix();
            }
        }
        return new Placed(
                finish(element, shape, from, until, catchAll), element.key().at(), range, prefix);
    }

    private SetElement finish(
            Syntax.Element element, Shape shape, List<BigInteger> from, List<BigInteger> until, boolean catchAll) {
        if (element.data().isPresent()
                && shape.data().isEmpty()
                && !shape.verdicts()
                && shape.object().isEmpty()) {
            throw new NftException(element.at(), "unexpected mapping expression in set");
        }
        Optional<Constants.Span> data =
                shape.data().flatMap(type -> element.data().map(value -> data(value, type)));
        Optional<Verdict> verdict = shape.verdicts()
                ? element.data().map(word -> verdict(word, element.key().at()))
                : Optional.empty();
        Optional<String> object =
                shape.object().isPresent() ? element.data().map(ElementEvaluator::name) : Optional.empty();
        OptionalLong timeout = element.options().timeout().map(OptionalLong::of).orElse(OptionalLong.empty());
        OptionalLong life = timeout.isPresent() ? timeout : shape.defaultTimeout();
        long left = element.options().expires().orElse(life.orElse(0));
        return new SetElement(
                from,
                until,
                catchAll,
                verdict,
                data.map(Constants.Span::from),
                data.map(Constants.Span::until),
                object,
                timeout,
                life.isPresent() ? OptionalLong.of(now + left * MILLISECOND) : OptionalLong.empty(),
                element.options().comment(),
                statements(element, shape));
    }

    /** The kernel refuses an element as a whole; what is marked is its key. */
    private Verdict verdict(Syntax data, Location key) {
        try {
            return verdicts.of(data);
        } catch (KernelException e) {
            throw e.at(key);
        }
    }

    private static String name(Syntax syntax) {
        return syntax instanceof Syntax.Symbol symbol ? symbol.text() : "";
    }

    private List<Statement> statements(Syntax.Element element, Shape shape) {
        if (element.options().statements().isEmpty()) {
            return shape.statements().stream().map(SetUpdate::copy).toList();
        }
        return element.options().statements().stream().map(stateful::evaluate).toList();
    }

    private Constants.Span data(Syntax value, Left type) {
        if (!type.isConcatenation()) {
            return constants.span(value, type.type(), type.widths().get(0));
        }
        BigInteger from = BigInteger.ZERO;
        BigInteger until = BigInteger.ZERO;
        List<Syntax> parts = constants.parts(value, type);
        for (int i = 0; i < parts.size(); i++) {
            int width = type.widths().get(i);
            Constants.Span span = constants.span(parts.get(i), type.types().get(i), width);
            from = from.shiftLeft(width).or(span.from());
            until = until.shiftLeft(width).or(span.until());
        }
        return new Constants.Span(from, until, !from.equals(until), false);
    }
}
