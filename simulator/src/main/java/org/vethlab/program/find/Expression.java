package org.vethlab.program.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.find.Predicate.Comparison;

/** Reads {@code find}'s expression: {@code !} binds before {@code -a}, {@code -a} before {@code -o}. */
final class Expression {
    private final Context context;
    private final List<String> words;
    private int next;
    private boolean acts;
    private int minimumDepth;
    private int maximumDepth = Integer.MAX_VALUE;
    private boolean depthFirst;
    private final List<Batch> batches = new ArrayList<>();

    /** The files of {@code -exec … {} +}, for one run at the end. */
    private record Batch(List<String> command, List<String> files) {}

    Expression(Context context, List<String> words) {
        this.context = context;
        this.words = words;
    }

    Predicate parse() {
        if (words.isEmpty()) {
            return Predicate.print('\n');
        }
        Predicate whole = list();
        if (next < words.size()) {
            throw failure("paths must precede expression: `" + words.get(next) + "'");
        }
        return acts ? whole : Predicate.and(whole, Predicate.print('\n'));
    }

    int minimumDepth() {
        return minimumDepth;
    }

    int maximumDepth() {
        return maximumDepth;
    }

    boolean depthFirst() {
        return depthFirst;
    }

    /** Runs what {@code -exec … +} has gathered. @return the status */
    int finish() {
        int status = 0;
        for (Batch batch : batches) {
            if (!batch.files.isEmpty()) {
                List<String> command = new ArrayList<>(batch.command);
                command.addAll(batch.files);
                status |= Predicate.run(context, command) == 0 ? 0 : 1;
            }
        }
        return status;
    }

    private Predicate list() {
        Predicate left = conjunction();
        while (takes("-o") || takes("-or") || takes(",")) {
            left = Predicate.or(left, conjunction());
        }
        return left;
    }

    private Predicate conjunction() {
        Predicate left = negation();
        while (next < words.size() && !peeks("-o") && !peeks("-or") && !peeks(")") && !peeks(",")) {
            if (!takes("-a")) {
                takes("-and");
            }
            left = Predicate.and(left, negation());
        }
        return left;
    }

    private Predicate negation() {
        if (takes("!") || takes("-not")) {
            return Predicate.not(negation());
        }
        if (takes("(")) {
            Predicate inside = list();
            if (!takes(")")) {
                throw failure("invalid expression; expected to find a ')' but didn't see one."
                        + " Perhaps you need an extra predicate after '('");
            }
            return inside;
        }
        return primary();
    }

    private Predicate primary() {
        if (next == words.size()) {
            throw failure("expected an expression after `" + words.get(next - 1) + "'");
        }
        String word = words.get(next++);
        return switch (word) {
            case "-name", "-iname" -> Predicate.name(argument(word), word.startsWith("-i"));
            case "-path", "-wholename", "-ipath" -> Predicate.path(argument(word), word.startsWith("-i"));
            case "-regex", "-iregex" -> regex(word);
            case "-type", "-xtype" -> type(word);
            case "-empty" -> Predicate.empty();
            case "-size" -> size(argument(word));
            case "-mmin", "-amin", "-cmin" -> Predicate.minutes(comparison(word), 1);
            case "-mtime", "-atime", "-ctime" -> Predicate.minutes(comparison(word), 24 * 60);
            case "-newer" -> newer(argument(word));
            case "-perm" -> permissions(argument(word));
            case "-executable" -> Predicate.executable();
            case "-readable", "-writable", "-true", "-follow", "-noleaf", "-mount", "-xdev" -> visit -> true;
            case "-false" -> visit -> false;
            default -> option(word);
        };
    }

    private Predicate option(String word) {
        switch (word) {
            case "-maxdepth" -> maximumDepth = depth(word);
            case "-mindepth" -> minimumDepth = depth(word);
            case "-depth", "-d" -> depthFirst = true;
            default -> {
                return action(word);
            }
        }
        return visit -> true;
    }

    private Predicate action(String word) {
        boolean known = List.of(
                        "-print", "-print0", "-printf", "-delete", "-exec", "-execdir", "-ok", "-prune", "-quit")
                .contains(word);
        if (!known) {
            throw failure(
                    word.startsWith("-")
                            ? "unknown predicate `" + word + "'"
                            : "paths must precede expression: `" + word + "'");
        }
        if (word.equals("-prune")) {
            return Predicate.prune();
        }
        acts = true;
        return switch (word) {
            case "-print" -> Predicate.print('\n');
            case "-print0" -> Predicate.print('\0');
            case "-printf" -> Predicate.printf(argument(word));
            case "-delete" -> {
                depthFirst = true;
                yield Predicate.delete();
            }
            case "-exec" -> execute(word);
            default -> throw CommandException.notSimulated("find " + word);
        };
    }

    private Predicate execute(String word) {
        List<String> command = new ArrayList<>();
        while (next < words.size() && !peeks(";")) {
            if (peeks("+")
                    && !command.isEmpty()
                    && command.get(command.size() - 1).equals("{}")) {
                next++;
                Batch batch = new Batch(command.subList(0, command.size() - 1), new ArrayList<>());
                batches.add(batch);
                return visit -> batch.files.add(visit.path());
            }
            command.add(words.get(next++));
        }
        if (!takes(";")) {
            throw failure("missing argument to `" + word + "'");
        }
        return Predicate.execute(command);
    }

    private Predicate regex(String word) {
        String regex = argument(word);
        try {
            return Predicate.regex(regex, word.startsWith("-i"));
        } catch (PatternSyntaxException e) {
            throw failure("failed to compile regular expression '" + regex + "': Invalid preceding regular expression");
        }
    }

    private Predicate type(String word) {
        String letters = argument(word);
        for (String letter : letters.split(",", -1)) {
            if (letter.length() != 1 || "bcdpflsD".indexOf(letter) < 0) {
                throw failure(
                        letter.length() > 1
                                ? "Must separate multiple arguments to " + word + " using: ','"
                                : "Unknown argument to " + word + ": " + letter);
            }
        }
        return Predicate.type(letters);
    }

    private Predicate size(String text) {
        char suffix = text.isEmpty() ? 'b' : text.charAt(text.length() - 1);
        boolean bare = Character.isDigit(suffix);
        long unit = switch (bare ? 'b' : suffix) {
            case 'b' -> 512;
            case 'c' -> 1;
            case 'w' -> 2;
            case 'k' -> 1 << 10;
            case 'M' -> 1 << 20;
            case 'G' -> 1 << 30;
            default -> throw failure("invalid -size type `" + suffix + "'");
        };
        return Predicate.size(Comparison.parse("-size", bare ? text : text.substring(0, text.length() - 1)), unit);
    }

    private Predicate newer(String file) {
        return Predicate.newerThan(Predicate.modified(context, file)
                .orElseThrow(() -> failure("‘" + file + "’: No such file or directory")));
    }

    private Predicate permissions(String text) {
        char mode = text.startsWith("-") || text.startsWith("/") ? text.charAt(0) : '=';
        try {
            return Predicate.permissions(Integer.parseInt(mode == '=' ? text : text.substring(1), 8), mode);
        } catch (NumberFormatException e) {
            throw failure("invalid mode ‘" + text + "’");
        }
    }

    private Comparison comparison(String word) {
        return Comparison.parse(word, argument(word));
    }

    private int depth(String word) {
        String text = argument(word);
        if (!text.matches("[0-9]{1,9}")) {
            throw failure("Expected a positive decimal integer argument to " + word + ", but got ‘" + text + "’");
        }
        return Integer.parseInt(text);
    }

    private String argument(String word) {
        if (next == words.size()) {
            throw failure("missing argument to `" + word + "'");
        }
        return words.get(next++);
    }

    private boolean peeks(String word) {
        return next < words.size() && words.get(next).equals(word);
    }

    private boolean takes(String word) {
        boolean here = peeks(word);
        next += here ? 1 : 0;
        return here;
    }

    private static CommandException failure(String text) {
        return new CommandException(1, "find: " + text);
    }
}
