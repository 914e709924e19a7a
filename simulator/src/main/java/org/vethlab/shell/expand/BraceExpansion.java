package org.vethlab.shell.expand;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Word;

/** {@code a{b,c}d} and {@code {1..3}}: done on the word as written, before all other expansions. */
final class BraceExpansion {
    private static final int MAX_SEQUENCE = 1_000_000;

    private BraceExpansion() {}

    /** Whether a word has braces that may expand. */
    static boolean isCandidate(Word word) {
        for (Part part : word.parts()) {
            if (part instanceof Part.Literal literal && literal.text().indexOf('{') >= 0) {
                return true;
            }
        }
        return false;
    }

    static List<Word> expand(Word word) {
        List<List<Part>> results = expand(atoms(word.parts()));
        return results.stream()
                .map(parts -> new Word(word.source(), joined(parts)))
                .toList();
    }

    /** Cuts plain text into single characters, so that braces and commas stand alone. */
    private static List<Part> atoms(List<Part> parts) {
        List<Part> atoms = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                literal.text().codePoints().forEach(c -> atoms.add(new Part.Literal(Character.toString(c))));
            } else {
                atoms.add(part);
            }
        }
        return atoms;
    }

    private static List<Part> joined(List<Part> atoms) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (Part atom : atoms) {
            if (atom instanceof Part.Literal literal) {
                boolean extended = plain.length() == 0 && extend(parts, literal.text());
                plain.append(extended ? "" : literal.text());
                continue;
            }
            if (plain.length() > 0) {
                parts.add(new Part.Literal(plain.toString()));
                plain.setLength(0);
            }
            parts.add(atom);
        }
        if (plain.length() > 0) {
            parts.add(new Part.Literal(plain.toString()));
        }
        return parts;
    }

    /** Braces expand as text does: {@code $v{x,y}} speaks of {@code $vx} and {@code $vy}. */
    private static boolean extend(List<Part> parts, String text) {
        int last = parts.size() - 1;
        boolean name = last >= 0
                && parts.get(last) instanceof Part.Parameter parameter
                && parameter.source().equals("$" + parameter.name())
                && Character.isJavaIdentifierStart(parameter.name().charAt(0))
                && text.matches("[A-Za-z0-9_]");
        if (name) {
            Part.Parameter shorter = (Part.Parameter) parts.get(last);
            String longer = shorter.name() + text;
            parts.set(last, new Part.Parameter(longer, shorter.index(), false, shorter.operation(), "$" + longer));
        }
        return name;
    }

    private static List<List<Part>> expand(List<Part> atoms) {
        for (int open = 0; open < atoms.size(); open++) {
            if (!is(atoms.get(open), "{")) {
                continue;
            }
            int close = closing(atoms, open);
            Optional<List<List<Part>>> choices = close < 0 ? Optional.empty() : choices(atoms.subList(open + 1, close));
            if (choices.isPresent()) {
                return combine(atoms.subList(0, open), choices.get(), expand(atoms.subList(close + 1, atoms.size())));
            }
        }
        return List.of(atoms);
    }

    private static List<List<Part>> combine(List<Part> before, List<List<Part>> choices, List<List<Part>> tails) {
        if ((long) choices.size() * tails.size() > MAX_SEQUENCE) {
            throw new ExpansionException("brace expansion: cannot allocate memory", false);
        }
        List<List<Part>> all = new ArrayList<>();
        for (List<Part> choice : choices) {
            for (List<Part> tail : tails) {
                List<Part> one = new ArrayList<>(before);
                one.addAll(choice);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }

    private static int closing(List<Part> atoms, int open) {
        int depth = 0;
        for (int i = open; i < atoms.size(); i++) {
            depth += is(atoms.get(i), "{") ? 1 : is(atoms.get(i), "}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<List<List<Part>>> choices(List<Part> inside) {
        List<List<Part>> choices = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.size(); i++) {
            depth += is(inside.get(i), "{") ? 1 : is(inside.get(i), "}") ? -1 : 0;
            if (depth == 0 && is(inside.get(i), ",")) {
                choices.addAll(expand(inside.subList(start, i)));
                start = i + 1;
            }
        }
        if (start == 0) {
            return sequence(inside);
        }
        choices.addAll(expand(inside.subList(start, inside.size())));
        return Optional.of(choices);
    }

    /** {@code {1..10}}, {@code {01..10..2}}, {@code {a..e}}. */
    private static Optional<List<List<Part>>> sequence(List<Part> inside) {
        StringBuilder text = new StringBuilder();
        for (Part atom : inside) {
            if (!(atom instanceof Part.Literal literal)) {
                return Optional.empty();
            }
            text.append(literal.text());
        }
        return Sequence.parse(text.toString())
                .map(sequence -> sequence.words().stream()
                        .<List<Part>>map(word -> List.of(new Part.Literal(word)))
                        .toList());
    }

    private static boolean is(Part atom, String text) {
        return atom instanceof Part.Literal literal && literal.text().equals(text);
    }

    /** The ends and the step of a sequence expression. */
    private record Sequence(long first, long last, long step, int width, boolean letters) {
        static Optional<Sequence> parse(String text) {
            String[] parts = text.split("\\.\\.", -1);
            if (parts.length < 2 || parts.length > 3 || (parts.length == 3 && !isNumber(parts[2]))) {
                return Optional.empty();
            }
            if (!fits(parts)) {
                return Optional.empty();
            }
            long given = parts.length == 3 ? Math.abs(Long.parseLong(parts[2])) : 1;
            long step = given == 0 ? 1 : given;
            if (isNumber(parts[0]) && isNumber(parts[1])) {
                int width =
                        isPadded(parts[0]) || isPadded(parts[1]) ? Math.max(parts[0].length(), parts[1].length()) : 0;
                return Optional.of(
                        new Sequence(Long.parseLong(parts[0]), Long.parseLong(parts[1]), step, width, false));
            }
            if (isLetter(parts[0]) && isLetter(parts[1])) {
                return Optional.of(new Sequence(parts[0].charAt(0), parts[1].charAt(0), step, 0, true));
            }
            return Optional.empty();
        }

        List<String> words() {
            List<String> words = new ArrayList<>();
            long by = first <= last ? step : -step;
            long i = first;
            while (words.size() < MAX_SEQUENCE) {
                words.add(letters ? letter(i) : padded(i));
                boolean over = by > 0 ? last - i < by : i - last < -by;
                if (over) {
                    break;
                }
                i += by;
            }
            return words;
        }

        /** Between Z and a lies the backslash, which quotes what is no longer there. */
        private static String letter(long c) {
            return c == '\\' ? "" : Character.toString((int) c);
        }

        private String padded(long number) {
            String digits = Long.toString(Math.abs(number));
            String sign = number < 0 ? "-" : "";
            return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
        }

        private static boolean isNumber(String text) {
            return text.matches("[-+]?[0-9]{1,19}");
        }

        /** Whether the numbers among them fit into 64 bits. */
        private static boolean fits(String[] parts) {
            for (String part : parts) {
                if (isNumber(part) && new BigInteger(part).bitLength() > 63) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isPadded(String text) {
            return text.matches("-?0[0-9]+");
        }

        private static boolean isLetter(String text) {
            return text.matches("[A-Za-z]");
        }
    }
}
