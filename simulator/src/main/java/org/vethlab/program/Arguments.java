package org.vethlab.program;

import java.util.List;

/** A cursor over the words of a command. */
public final class Arguments {
    private final List<String> words;
    private int position;

    public Arguments(List<String> words) {
        this.words = List.copyOf(words);
    }

    public boolean hasNext() {
        return position < words.size();
    }

    /** The word that comes next, without taking it. @throws CommandException if there is none */
    public String peek() {
        if (!hasNext()) {
            throw CommandException.incomplete();
        }
        return words.get(position);
    }

    /** Takes the next word (iproute2's NEXT_ARG). @throws CommandException if there is none */
    public String next() {
        String word = peek();
        position++;
        return word;
    }

    /** How many words are left. */
    public int remaining() {
        return words.size() - position;
    }

    /** The words that are left, all taken. */
    public List<String> rest() {
        List<String> rest = words.subList(position, words.size());
        position = words.size();
        return rest;
    }

    /** Takes the next word if it is exactly this one. */
    public boolean takeIf(String keyword) {
        boolean there = hasNext() && words.get(position).equals(keyword);
        position += there ? 1 : 0;
        return there;
    }

    /** Takes the next word if it {@linkplain #matches abbreviates} this one. */
    public boolean takeIfMatches(String keyword) {
        boolean there = hasNext() && matches(words.get(position), keyword);
        position += there ? 1 : 0;
        return there;
    }

    /** Gives the word taken last back. */
    public void back() {
        position--;
    }

    /** Whether a word is a keyword or the beginning of one, at least a letter long (iproute2's {@code matches()}). */
    public static boolean matches(String word, String keyword) {
        return !word.isEmpty() && keyword.startsWith(word);
    }
}
