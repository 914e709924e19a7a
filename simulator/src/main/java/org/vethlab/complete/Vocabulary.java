package org.vethlab.complete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a command may be made of, and how much of it has been typed. */
final class Vocabulary {
    private final Map<String, Slot.Keyword> keywords = new LinkedHashMap<>();
    private final Map<String, Slot.Keyword> general = new LinkedHashMap<>();
    private final List<Slot.Operand> operands = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final List<Value> pending = new ArrayList<>();
    private String keyword = "";
    private int given;

    void add(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot instanceof Slot.Keyword more) {
                keywords.merge(more.word(), more, Slot.Keyword::merged);
            }
        }
    }

    /** What is known by its place; that of the first form which has any. */
    void operands(List<Slot.Operand> more) {
        if (operands.isEmpty()) {
            operands.addAll(more);
        }
    }

    /** What a word that has been typed is. */
    sealed interface Meaning {
        /** The value of a keyword. */
        record ValueOf(String keyword, Value value) implements Meaning {}

        record Key(Slot.Keyword keyword) implements Meaning {}

        record Operand(Value value) implements Meaning {}

        record Unknown() implements Meaning {}
    }

    Meaning take(String word) {
        if (!pending.isEmpty()) {
            return value(word);
        }
        Optional<Slot.Keyword> found = find(word);
        if (found.isPresent()) {
            used.add(found.get().word());
            keyword = found.get().word();
            given = found.get().order() == Slot.Order.INSTEAD ? Math.max(given, 1) : given;
            if (!word.contains("=") || keyword.contains("=")) {
                found.get().values().stream().filter(value -> !value.isGlued()).forEach(pending::add);
            }
            return new Meaning.Key(found.get());
        }
        if (word.startsWith("-") && word.length() > 1) {
            return new Meaning.Unknown();
        }
        Optional<Slot.Operand> operand = operand();
        given++;
        return operand.<Meaning>map(each -> new Meaning.Operand(each.value())).orElseGet(Meaning.Unknown::new);
    }

    private Meaning value(String word) {
        Value value = pending.remove(0);
        boolean skips = value.isOptional()
                && !pending.isEmpty()
                && !value.literals().isEmpty()
                && !value.literals().contains(word);
        if (skips || value.isOptional() && pending.isEmpty() && keywords.containsKey(word)) {
            return take(word);
        }
        return new Meaning.ValueOf(keyword, value);
    }

    /** The keyword itself, {@code --name=value}, or the last of a cluster of letters. */
    private Optional<Slot.Keyword> find(String word) {
        Slot.Keyword exact = keywords.get(word);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (word.startsWith("--") && word.contains("=")) {
            return Optional.ofNullable(keywords.get(word.substring(0, word.indexOf('='))));
        }
        Optional<Slot.Keyword> longer = keywords.values().stream()
                .filter(keyword -> keyword.isWrittenAs(word))
                .findFirst();
        if (longer.isPresent()) {
            return longer;
        }
        boolean cluster = word.startsWith("-") && word.length() > 2 && !word.startsWith("--");
        for (int i = 1; cluster && i < word.length(); i++) {
            Slot.Keyword letter = keywords.get("-" + word.charAt(i));
            if (letter == null) {
                return Optional.empty();
            }
            boolean last = i == word.length() - 1;
            if (last || !letter.values().isEmpty()) {
                return Optional.of(last ? letter : new Slot.Keyword(letter.word(), List.of(), letter.description()));
            }
        }
        return Optional.empty();
    }

    /** The keyword whose value is to be typed next, or nothing. */
    String keyword() {
        return pending.isEmpty() ? "" : keyword;
    }

    /** What the keyword that was typed last asks for; empty if the next word is free. */
    List<Value> wanted() {
        List<Value> wanted = new ArrayList<>();
        for (Value value : pending) {
            wanted.add(value);
            if (!value.isOptional()) {
                break;
            }
        }
        return wanted;
    }

    /** Whether the next word may be something else than what is {@link #wanted}. */
    boolean isFree() {
        return pending.stream().allMatch(Value::isOptional);
    }

    /** The operand that comes next. */
    Optional<Slot.Operand> operand() {
        if (given < operands.size()) {
            return Optional.of(operands.get(given));
        }
        return operands.isEmpty()
                ? Optional.empty()
                : Optional.of(operands.get(operands.size() - 1)).filter(Slot.Operand::repeats);
    }

    /** Whether the command is about something that has yet to be named: its keywords make no sense before. */
    boolean wantsOperand() {
        return given == 0 && !operands.isEmpty() && !operands.get(0).value().isOptional();
    }

    Optional<Slot.Keyword> keyword(String word) {
        return find(word);
    }

    /** Those that have not been typed. */
    List<Slot.Keyword> unused() {
        return keywords.values().stream()
                .filter(each -> each.isOption() || !used.contains(each.word()))
                .filter(each -> given == 0 || each.order() == Slot.Order.ANYWHERE)
                .toList();
    }

    /** From here on only other words are of use: those of a kind of device. */
    void restrict(List<Slot> slots) {
        if (general.isEmpty()) {
            general.putAll(keywords);
        }
        keywords.values().removeIf(keyword -> !keyword.isOption());
        add(slots);
        keywords.replaceAll((word, keyword) -> keyword.with(Slot.Order.ANYWHERE));
        operands.clear();
    }

    /** {@code peer}: what follows describes another device with the words of the first. */
    void widen() {
        keywords.putAll(general);
        used.clear();
    }
}
