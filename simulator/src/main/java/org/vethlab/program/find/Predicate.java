package org.vethlab.program.find;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Glob;

/** A test or an action of {@code find}'s expression. */
@FunctionalInterface
interface Predicate {
    /** @return whether it holds, or the action succeeded */
    boolean test(Visit visit);

    static Predicate and(Predicate first, Predicate second) {
        return visit -> first.test(visit) && second.test(visit);
    }

    static Predicate or(Predicate first, Predicate second) {
        return visit -> first.test(visit) || second.test(visit);
    }

    static Predicate not(Predicate negated) {
        return visit -> !negated.test(visit);
    }

    static Predicate name(String glob, boolean ignoreCase) {
        return visit -> matches(glob, visit.name(), ignoreCase);
    }

    static Predicate path(String glob, boolean ignoreCase) {
        return visit -> matches(glob, visit.path(), ignoreCase);
    }

    private static boolean matches(String glob, String text, boolean ignoreCase) {
        return ignoreCase
                ? Glob.matches(glob.toLowerCase(java.util.Locale.ROOT), text.toLowerCase(java.util.Locale.ROOT))
                : Glob.matches(glob, text);
    }

    static Predicate regex(String regex, boolean ignoreCase) {
        Pattern pattern = Pattern.compile(regex, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        return visit -> pattern.matcher(visit.path()).matches();
    }

    /** @param letters those of {@code -type}: f, d, l, c, p, separated by commas */
    static Predicate type(String letters) {
        return visit -> {
            char letter = visit.status().type() == FileStatus.Type.REGULAR
                    ? 'f'
                    : visit.status().type().letter();
            return letters.indexOf(letter) >= 0;
        };
    }

    static Predicate empty() {
        return visit -> visit.status().isDirectory()
                ? visit.context().files().list(visit.path()).isEmpty()
                : visit.status().type() == FileStatus.Type.REGULAR
                        && visit.status().size() == 0;
    }

    /** Sizes are rounded up to whole units. */
    static Predicate size(Comparison comparison, long unit) {
        return visit -> comparison.holds((visit.status().size() + unit - 1) / unit);
    }

    static Predicate minutes(Comparison comparison, long minutesPerUnit) {
        return visit -> {
            long age = visit.context().clock().now() - visit.status().modified();
            return comparison.holds(age / (minutesPerUnit * 60_000_000_000L));
        };
    }

    static Predicate permissions(int bits, char mode) {
        return visit -> {
            int own = visit.status().permissions();
            return mode == '-' ? (own & bits) == bits : mode == '/' ? bits == 0 || (own & bits) != 0 : own == bits;
        };
    }

    static Predicate newerThan(long modified) {
        return visit -> visit.status().modified() > modified;
    }

    static Predicate executable() {
        return visit -> (visit.status().permissions() & 0111) != 0;
    }

    static Predicate prune() {
        return visit -> {
            visit.prune();
            return true;
        };
    }

    static Predicate print(char end) {
        return visit -> {
            visit.context().out().print(visit.path() + end);
            return true;
        };
    }

    static Predicate printf(String format) {
        return visit -> {
            visit.context().out().print(new PrintfFormat(format).of(visit));
            return true;
        };
    }

    static Predicate delete() {
        return visit -> {
            try {
                if (visit.status().isDirectory()) {
                    visit.context().files().removeDirectory(visit.path());
                } else {
                    visit.context().files().delete(visit.path());
                }
                return true;
            } catch (NetException e) {
                visit.context()
                        .err()
                        .println("find: cannot delete ‘" + visit.path() + "’: "
                                + e.errno().text());
                return false;
            }
        };
    }

    static Predicate execute(List<String> command) {
        return visit -> run(
                        visit.context(),
                        command.stream()
                                .map(word -> word.replace("{}", visit.path()))
                                .toList())
                == 0;
    }

    /** Runs a program and waits for it. @return its status; 1 if there is no such program */
    static int run(Context context, List<String> command) {
        Process self = context.process();
        Process child = self.fork(mine -> {
            try {
                return new Context(mine, command).execute(command);
            } catch (NetException e) {
                mine.err()
                        .println("find: ‘" + command.get(0) + "’: " + e.errno().text());
                return 1;
            }
        });
        return self.waitFor(child).status();
    }

    /** A number as {@code find} takes it: {@code +N} more, {@code -N} less, {@code N} just that. */
    record Comparison(char sign, long number) {
        static Comparison parse(String option, String text) {
            char sign = text.startsWith("+") || text.startsWith("-") ? text.charAt(0) : '=';
            try {
                return new Comparison(sign, Long.parseLong(sign == '=' ? text : text.substring(1)));
            } catch (NumberFormatException e) {
                throw new CommandException(1, "find: invalid argument `" + text + "' to `" + option + "'");
            }
        }

        boolean holds(long value) {
            return sign == '+' ? value > number : sign == '-' ? value < number : value == number;
        }
    }

    /** The modification time that {@code -newer} compares with. */
    static Optional<Long> modified(Context context, String file) {
        try {
            return Optional.of(context.files().status(file).modified());
        } catch (NetException e) {
            return Optional.empty();
        }
    }
}
