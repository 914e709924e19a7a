package org.vethlab.shell.expand;

import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.pattern.Glob;
import org.vethlab.shell.syntax.Part.Anchor;
import org.vethlab.shell.syntax.Part.Operation;
import org.vethlab.shell.syntax.Word;

/** Operations that look for a pattern in a value: trimming, replacing, changing case. */
final class Patterns {
    private final ShellState shell;
    private final Expander expander;

    Patterns(ShellState shell, Expander expander) {
        this.shell = shell;
        this.expander = expander;
    }

    /** The change that an operation makes; its pattern is expanded once, whatever the number of values. */
    UnaryOperator<String> change(Operation operation) {
        if (operation instanceof Operation.Trim trim) {
            Glob glob = glob(trim.pattern());
            return trim.suffix()
                    ? text -> glob.trimEnd(text, trim.longest())
                    : text -> glob.trimStart(text, trim.longest());
        }
        if (operation instanceof Operation.Replace replace) {
            return replace(replace);
        }
        if (operation instanceof Operation.ChangeCase change) {
            return changeCase(change);
        }
        throw new IllegalArgumentException(operation.toString());
    }

    private Glob glob(Word pattern) {
        boolean ignoreCase = shell.options().has(ShoptOption.NOCASEMATCH);
        return Glob.compile(expander.pattern(pattern), true, ignoreCase);
    }

    private UnaryOperator<String> replace(Operation.Replace replace) {
        String pattern = expander.pattern(replace.pattern());
        if (pattern.isEmpty()) {
            return replace.anchor() == Anchor.START
                    ? text -> replacement(replace.replacement(), "") + text
                    : replace.anchor() == Anchor.END
                            ? text -> text + replacement(replace.replacement(), "")
                            : text -> text;
        }
        Glob glob = Glob.compile(pattern, true, shell.options().has(ShoptOption.NOCASEMATCH));
        Template template = new Template(expander.replacement(replace.replacement()));
        return switch (replace.anchor()) {
            case START -> text -> atStart(text, glob, template);
            case END -> text -> atEnd(text, glob, template);
            case FIRST -> text -> everywhere(text, glob, template, 1);
            case ALL -> text -> everywhere(text, glob, template, Integer.MAX_VALUE);
        };
    }

    private String replacement(Word word, String match) {
        return new Template(expander.replacement(word)).fill(match);
    }

    private static String atStart(String text, Glob glob, Template template) {
        int end = glob.longestFrom(text, 0);
        return end < 0 ? text : template.fill(text.substring(0, end)) + text.substring(end);
    }

    private static String atEnd(String text, Glob glob, Template template) {
        for (int start = 0; start <= text.length(); start++) {
            if (glob.matches(text, start, text.length())) {
                return text.substring(0, start) + template.fill(text.substring(start));
            }
        }
        return text;
    }

    private static String everywhere(String text, Glob glob, Template template, int most) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        int done = 0;
        while (at < text.length() && done < most) {
            int end = glob.longestFrom(text, at);
            if (end > at) {
                result.append(template.fill(text.substring(at, end)));
                at = end;
                done++;
            } else {
                result.append(text.charAt(at++));
            }
        }
        if (text.isEmpty() && glob.matches("")) {
            return template.fill("");
        }
        return result.append(text.substring(at)).toString();
    }

    /** The replacement; an {@code &} that is not quoted stands for what was found (patsub_replacement). */
    private record Template(String text) {
        String fill(String match) {
            if (text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
                return text;
            }
            StringBuilder filled = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '&') {
                    filled.append(match);
                } else if (c == '\\' && i + 1 < text.length() && "&\\".indexOf(text.charAt(i + 1)) >= 0) {
                    filled.append(text.charAt(++i));
                } else {
                    filled.append(c);
                }
            }
            return filled.toString();
        }
    }

    private UnaryOperator<String> changeCase(Operation.ChangeCase change) {
        String pattern = expander.pattern(change.pattern());
        Glob glob = Glob.compile(pattern.isEmpty() ? "?" : pattern, true, false);
        IntPredicate chosen = c -> glob.matches(Character.toString(c));
        return text -> {
            StringBuilder result = new StringBuilder();
            int[] characters = text.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                boolean changes = (i == 0 || change.all()) && chosen.test(characters[i]);
                result.appendCodePoint(changes ? changed(characters[i], change.operator()) : characters[i]);
            }
            return result.toString();
        };
    }

    private static int changed(int c, char operator) {
        return switch (operator) {
            case '^' -> Character.toUpperCase(c);
            case ',' -> Character.toLowerCase(c);
            default -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
        };
    }
}
