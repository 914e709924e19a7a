package org.vethlab.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of synopses: {@code [ ]} may be left out, <code>{ | }</code> is a choice, capitals and {@code < >} are names. */
sealed interface Notation {
    record Literal(String text, String description) implements Notation {}

    record Name(String text) implements Notation {}

    record Sequence(List<Notation> parts) implements Notation {}

    record Choice(List<Notation> alternatives) implements Notation {}

    record Maybe(Notation inner, boolean repeats) implements Notation {}

    /** A line of a synopsis. */
    static Sequence parse(String text) {
        return new Reader(text).sequence();
    }

    /** What stands on the right of a production. */
    static Notation rule(String text) {
        return text.strip().startsWith("...") ? new Sequence(List.of()) : new Reader(text).choice();
    }

    /** Reads as much as makes sense: help texts forget brackets. */
    final class Reader {
        private static final Pattern TOKEN = Pattern.compile(
                "<[^>]*>|\\.\\.+|-\\w+\\[\\w+]|[\\[\\]{}()|]|[^\\s\\[\\]{}()|<]+(?:\\|[^\\s\\[\\]{}()|<]+)*");
        private static final Pattern ABBREVIATION = Pattern.compile("(-\\w+)\\[(\\w+)]");
        /** Not of an option: {@code -s[tatistics]} stays. */
        private static final Pattern SUFFIX =
                Pattern.compile("(?<=[\\w>])(?<![\\s\\[|{]-\\w{1,9})\\[[^\\[\\]\\s]*](?:\\[[^\\[\\]\\s]*])?");

        private static final Pattern PREFIX = Pattern.compile("(?<![^\\s\\[{])\\[([^\\[\\]\\s]*)]([a-z_][\\w-]*)");
        private static final Pattern NAME = Pattern.compile("<.*>|cmd|[A-Z%].*|\\d+(\\.\\.|-)\\w+.*");

        private final List<String> tokens = new ArrayList<>();
        private int next;

        Reader(String text) {
            Matcher token = TOKEN.matcher(plain(text));
            while (token.find()) {
                tokens.add(token.group());
            }
        }

        /** {@code [no]x} may be either word; what can be glued to a word's end is left out. */
        private static String plain(String text) {
            StringBuilder words = new StringBuilder();
            Matcher prefix = PREFIX.matcher(text);
            while (prefix.find()) {
                StringBuilder either = new StringBuilder(prefix.group(2));
                for (String each : prefix.group(1).split("\\|")) {
                    either.append('|').append(each).append(prefix.group(2));
                }
                prefix.appendReplacement(words, Matcher.quoteReplacement(either.toString()));
            }
            return SUFFIX.matcher(prefix.appendTail(words)).replaceAll("");
        }

        Sequence sequence() {
            List<Notation> parts = new ArrayList<>();
            while (next < tokens.size()) {
                parts.addAll(parts());
                next++;
            }
            return new Sequence(parts);
        }

        /** Outside of brackets a bar separates nothing: {@code [ gso_max_size BYTES ] | [ gso_max_segs PACKETS ]}. */
        private List<Notation> parts() {
            Sequence whole = choice();
            boolean bars = whole.parts().size() == 1 && whole.parts().get(0) instanceof Choice;
            if (!bars) {
                return whole.parts();
            }
            List<Notation> all = new ArrayList<>();
            ((Choice) whole.parts().get(0)).alternatives().forEach(each -> all.addAll(((Sequence) each).parts()));
            return all;
        }

        /** Up to a closing bracket, which stays. */
        private Sequence choice() {
            List<Notation> alternatives = new ArrayList<>();
            List<Notation> parts = new ArrayList<>();
            while (next < tokens.size() && !"]})".contains(tokens.get(next))) {
                String token = tokens.get(next++);
                switch (token) {
                    case "|" -> {
                        alternatives.add(new Sequence(parts));
                        parts = new ArrayList<>();
                    }
                    case "...", ".." -> repeat(parts);
                    case "[", "{", "(" -> parts.add(bracket(token));
                    default -> parts.add(atom(token));
                }
            }
            if (alternatives.isEmpty()) {
                return new Sequence(parts);
            }
            alternatives.add(new Sequence(parts));
            return new Sequence(List.of(new Choice(alternatives)));
        }

        private static void repeat(List<Notation> parts) {
            if (!parts.isEmpty()) {
                parts.set(parts.size() - 1, new Maybe(parts.get(parts.size() - 1), true));
            }
        }

        private Notation bracket(String open) {
            Notation inner = choice();
            next++;
            return open.equals("[") ? new Maybe(inner, false) : inner;
        }

        private static Notation atom(String token) {
            Matcher abbreviation = ABBREVIATION.matcher(token);
            if (abbreviation.matches()) {
                return new Literal(abbreviation.group(1), abbreviation.group(1) + abbreviation.group(2));
            }
            if (token.contains("|") && token.length() > 1 && !token.startsWith("<")) {
                List<Notation> alternatives = new ArrayList<>();
                for (String each : token.split("\\|")) {
                    alternatives.add(atom(each));
                }
                return new Choice(alternatives);
            }
            String word = token.replaceFirst("[,;]$", "");
            return NAME.matcher(word).matches() ? new Name(word) : new Literal(word, "");
        }
    }
}
