package org.vethlab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The keywords of a command in the order in which iproute2 compares them: the first that fits is meant. Some may be
 * abbreviated, so {@code t} can mean {@code txqueuelen} where one had {@code type} in mind.
 *
 * @param <P> what takes the keywords in: a parser
 */
public final class Keywords<P> {
    private final List<Keyword<P>> keywords;

    private Keywords(List<Keyword<P>> keywords) {
        this.keywords = keywords;
    }

    private record Keyword<P>(String name, boolean abbreviable, Consumer<P> action) {
        boolean fits(String word) {
            return abbreviable ? Arguments.matches(word, name) : word.equals(name);
        }
    }

    /** What to do on a keyword; made by {@link #word} and {@link #prefix}. */
    public static final class Entry<P> {
        private final Keyword<P> keyword;

        private Entry(Keyword<P> keyword) {
            this.keyword = keyword;
        }
    }

    @SafeVarargs
    public static <P> Keywords<P> of(Entry<P>... entries) {
        List<Keyword<P>> keywords = new ArrayList<>();
        for (Entry<P> entry : entries) {
            keywords.add(entry.keyword);
        }
        return new Keywords<>(keywords);
    }

    /** A keyword that must be written in full (strcmp). */
    public static <P> Entry<P> word(String name, Consumer<P> action) {
        return new Entry<>(new Keyword<>(name, false, action));
    }

    /** A keyword that may be abbreviated (matches). */
    public static <P> Entry<P> prefix(String name, Consumer<P> action) {
        return new Entry<>(new Keyword<>(name, true, action));
    }

    /** Does what the word stands for. @return false if it is no keyword */
    public boolean take(String word, P parser) {
        Optional<Keyword<P>> found =
                keywords.stream().filter(keyword -> keyword.fits(word)).findFirst();
        found.ifPresent(keyword -> keyword.action().accept(parser));
        return found.isPresent();
    }
}
