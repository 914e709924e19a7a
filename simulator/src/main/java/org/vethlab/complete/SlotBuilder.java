package org.vethlab.complete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.complete.Notation.Choice;
import org.vethlab.complete.Notation.Literal;
import org.vethlab.complete.Notation.Maybe;
import org.vethlab.complete.Notation.Name;
import org.vethlab.complete.Notation.Sequence;

/**
 * Makes slots of a synopsis: a word and the name behind it belong together, what follows does not. Help texts draw an order
 * (first {@code via}, then {@code dev}) that the programs do not ask for, so it is forgotten here.
 */
final class SlotBuilder {
    private static final Set<String> OPTIONS =
            Set.of("options", "OPTIONS", "OPTION", "FLAGS", "Options", "<options>", "commands", "cmds", "ARGS", "AF");

    private final Map<String, Notation> productions;
    private final boolean wordsAreNames;
    private final Map<String, Slot.Keyword> keywords = new LinkedHashMap<>();
    private final List<Slot.Operand> operands = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> instead = new HashSet<>();
    private boolean inBrackets;
    private int keywordsBefore;

    /**
     * @param productions what {@code NAME := …} says of names
     * @param wordsAreNames whether words in small letters are names too, as in synopses of programs with options
     */
    SlotBuilder(Map<String, Notation> productions, boolean wordsAreNames) {
        this.productions = productions;
        this.wordsAreNames = wordsAreNames;
    }

    List<Slot> build(List<Notation> parts) {
        add(parts, 0);
        List<Slot> slots = new ArrayList<>(operands);
        slots.addAll(keywords.values());
        return slots;
    }

    /** @return at which operand it ends, counted from {@code operand} */
    private int add(List<Notation> parts, int operand) {
        int at = operand;
        for (int i = 0; i < parts.size(); i++) {
            Notation part = parts.get(i);
            if (part instanceof Literal literal
                    && !(wordsAreNames && !literal.text().startsWith("-"))) {
                List<Value> values = valuesBehind(parts, i);
                keyword(literal, values);
                i += values.size();
                i += !values.isEmpty() && inBrackets && isLanguageOfItsOwn(parts, i + 1) ? 1 : 0;
            } else {
                at = addPart(part, at);
            }
        }
        return at;
    }

    private List<Value> valuesBehind(List<Notation> parts, int at) {
        List<Value> values = new ArrayList<>();
        boolean isOption = ((Literal) parts.get(at)).text().startsWith("-");
        for (int i = at + 1; i < parts.size(); i++) {
            Notation next = parts.get(i);
            Optional<Value> value = isOption && values.isEmpty() && isWord(next)
                    ? Optional.of(nameOf(next))
                    : value(next)
                            .filter(each -> values.isEmpty() || !each.names().isEmpty());
            boolean isOptions = value.isPresent()
                    && value.get().literals().isEmpty()
                    && OPTIONS.containsAll(value.get().names());
            if (value.isEmpty() || isOptions || isOption && !values.isEmpty()) {
                break;
            }
            values.add(value.get());
        }
        return values;
    }

    /** {@code [ encap ENCAPTYPE ENCAPHDR ]}: what the last one stands for is of use there only. */
    private boolean isLanguageOfItsOwn(List<Notation> parts, int at) {
        return at < parts.size()
                && parts.get(at) instanceof Name name
                && value(name).isEmpty();
    }

    private static boolean isWord(Notation part) {
        Notation inner = part instanceof Maybe maybe ? only(maybe.inner()) : part;
        return inner instanceof Literal literal && !literal.text().startsWith("-");
    }

    private static Value nameOf(Notation part) {
        boolean optional = part instanceof Maybe;
        Notation inner = part instanceof Maybe maybe ? only(maybe.inner()) : part;
        Value value = Value.of(((Literal) inner).text());
        return optional ? value.optional() : value;
    }

    private static Notation only(Notation part) {
        return part instanceof Sequence sequence && sequence.parts().size() == 1
                ? only(sequence.parts().get(0))
                : part;
    }

    private void keyword(Literal literal, List<Value> values) {
        Slot.Keyword known = keywords.get(literal.text());
        if (known == null || known.values().isEmpty()) {
            keywords.put(literal.text(), new Slot.Keyword(literal.text(), values, literal.description()));
        }
    }

    private int addPart(Notation part, int operand) {
        Optional<Value> value = value(part);
        if (value.isPresent() && isChoiceOfWords(part, value.get())) {
            value.get().literals().forEach(word -> keyword(new Literal(word, ""), List.of()));
            return operand;
        }
        if (value.isPresent()
                && OPTIONS.containsAll(value.get().names())
                && !value.get().names().isEmpty()) {
            return operand;
        }
        if (value.isPresent() && !value.get().names().isEmpty()) {
            return operand(operand, value.get(), part instanceof Maybe maybe && maybe.repeats());
        }
        if (part instanceof Sequence sequence) {
            return add(sequence.parts(), operand);
        }
        if (part instanceof Maybe maybe) {
            boolean outside = inBrackets;
            inBrackets = true;
            int end = addPart(maybe.inner(), operand);
            inBrackets = outside;
            return end;
        }
        if (part instanceof Choice choice) {
            return addChoice(choice, operand);
        }
        if (part instanceof Literal literal) {
            return add(List.of(literal), operand);
        }
        Name name = (Name) part;
        Notation production = productions.get(name.text());
        return production != null && entered.add(name.text()) ? addPart(production, operand) : operand;
    }

    private int addChoice(Choice choice, int operand) {
        int end = operand;
        for (Notation alternative : choice.alternatives()) {
            Set<String> before = Set.copyOf(keywords.keySet());
            int ends = addPart(alternative, operand);
            if (ends == operand && operand == 0) {
                keywords.keySet().stream()
                        .filter(word -> !before.contains(word))
                        .forEach(instead::add);
            }
            end = Math.max(end, ends);
        }
        if (end > operand) {
            keywords.replaceAll((word, each) -> instead.contains(word) ? each.with(Slot.Order.INSTEAD) : each);
        }
        instead.clear();
        return end;
    }

    /** {@code FLAG := [ home | nodad ]}: the name is only that of the production. */
    private boolean isChoiceOfWords(Notation part, Value value) {
        Notation inner = part instanceof Maybe maybe ? only(maybe.inner()) : part;
        return inner instanceof Name name
                && !value.literals().isEmpty()
                && value.names().equals(List.of(name.text()))
                && productions.containsKey(name.text());
    }

    private int operand(int index, Value value, boolean repeats) {
        boolean apart = !operands.isEmpty() && index >= operands.size() && keywords.size() > keywordsBefore;
        if (apart) {
            // Behind keywords it belongs to one of them: as [ to ] ADDRESS.
            return index;
        }
        keywordsBefore = keywords.size();
        if (operands.isEmpty()) {
            keywords.replaceAll(
                    (word, each) -> each.values().isEmpty() && !each.isOption() ? each.with(Slot.Order.BEFORE) : each);
        }
        while (operands.size() <= index) {
            operands.add(new Slot.Operand(new Value(List.of(), List.of(), false), false));
        }
        Slot.Operand known = operands.get(index);
        List<String> literals = new ArrayList<>(known.value().literals());
        literals.addAll(value.literals());
        List<String> names = new ArrayList<>(known.value().names());
        names.addAll(value.names());
        operands.set(
                index, new Slot.Operand(new Value(literals, names, value.isOptional()), known.repeats() || repeats));
        return index + 1;
    }

    /** What stands in one place, if it is no more than that. */
    private Optional<Value> value(Notation part) {
        if (part instanceof Name name) {
            Notation production = productions.get(name.text());
            return production == null ? Optional.of(Value.of(name.text())) : produced(name, production);
        }
        if (part instanceof Literal literal) {
            return wordsAreNames && !literal.text().startsWith("-")
                    ? Optional.of(Value.of(literal.text()))
                    : Optional.empty();
        }
        if (part instanceof Sequence sequence) {
            return sequence.parts().size() == 1 ? value(sequence.parts().get(0)) : Optional.empty();
        }
        if (part instanceof Maybe maybe) {
            return value(maybe.inner())
                    .filter(found -> !found.names().isEmpty())
                    .map(Value::optional);
        }
        return choice(((Choice) part).alternatives());
    }

    /** The value that a production describes: {@code SCOPE := [ host | link | NUMBER ]}; its brackets mean nothing. */
    private Optional<Value> produced(Name name, Notation production) {
        if (!entered.add(name.text())) {
            return Optional.empty();
        }
        Notation whole = only(production);
        Notation inner = whole instanceof Maybe maybe ? only(maybe.inner()) : whole;
        Optional<Value> found = inner instanceof Literal literal
                ? Optional.of(new Value(List.of(literal.text()), List.of(name.text()), false))
                : value(inner);
        entered.remove(name.text());
        return found.map(value ->
                new Value(value.literals(), value.names().isEmpty() ? List.of(name.text()) : value.names(), false));
    }

    private Optional<Value> choice(List<Notation> alternatives) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Notation alternative : alternatives) {
            Notation atom = only(alternative);
            Optional<Value> value = atom instanceof Literal || atom instanceof Name || atom instanceof Choice
                    ? atomic(atom)
                    : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            literals.addAll(value.get().literals());
            names.addAll(value.get().names());
        }
        return Optional.of(new Value(literals, names, false));
    }

    private Optional<Value> atomic(Notation atom) {
        if (atom instanceof Literal literal) {
            return Optional.of(new Value(List.of(literal.text()), List.of(), false));
        }
        return value(atom);
    }
}
