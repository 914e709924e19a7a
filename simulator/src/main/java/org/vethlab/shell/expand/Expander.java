package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vethlab.shell.arithmetic.Arithmetic;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.pattern.Glob;
import org.vethlab.shell.pattern.RegularExpression;
import org.vethlab.shell.syntax.Expression;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Word;

/** Turns words of the script into words for commands. */
public final class Expander {
    private static final String STANDARD_SEPARATORS = " \t\n";

    private final ShellState shell;
    private final Arithmetic arithmetic;
    private final ElementStore elements;
    private final PartExpander parts;
    private final Tilde tilde;

    public Expander(ShellState shell) {
        this.shell = shell;
        this.elements = new ElementStore(shell, this);
        this.arithmetic = new Arithmetic(new ArithmeticVariables(shell, elements), shell.grammar());
        this.tilde = new Tilde(shell);
        this.parts = new PartExpander(shell, this, elements);
        shell.variables().arithmetic(arithmetic::evaluate);
    }

    /** Elements of arrays, by subscripts as written. */
    public ElementStore elements() {
        return elements;
    }

    /** Everything: braces, tildes, parameters, substitutions, splitting, file names. */
    public List<String> fields(List<Word> words) {
        List<String> fields = new ArrayList<>();
        for (Word word : words) {
            Optional<String> plain = plain(word);
            if (plain.isPresent()) {
                fields.add(plain.get());
            } else if (BraceExpansion.isCandidate(word) && shell.options().has(SetOption.BRACEEXPAND)) {
                BraceExpansion.expand(word).forEach(one -> fields(one, fields));
            } else {
                fields(word, fields);
            }
        }
        return fields;
    }

    /** The text of a word that nothing happens to: most words of most scripts. */
    private static Optional<String> plain(Word word) {
        if (word.parts().size() != 1 || !(word.parts().get(0) instanceof Part.Literal literal)) {
            return Optional.empty();
        }
        String text = literal.text();
        for (int i = 0; i < text.length(); i++) {
            if ("~{*?[(".indexOf(text.charAt(i)) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private void fields(Word word, List<String> out) {
        Fields fields = new Fields(separators(), Glob::quote);
        parts.append(tilde.expand(word.parts(), false), fields, PartExpander.Context.WORD);
        for (Fields.Field field : fields.all()) {
            if (field.special() && !shell.options().has(SetOption.NOGLOB) && Glob.isSpecial(field.pattern())) {
                fileNames(field, out);
            } else {
                out.add(field.text());
            }
        }
    }

    private void fileNames(Fields.Field field, List<String> out) {
        List<String> names = new FileNames(shell.files(), shell.options()).matching(field.pattern());
        if (!names.isEmpty()) {
            out.addAll(names);
        } else if (shell.options().has(ShoptOption.FAILGLOB)) {
            throw new ExpansionException("no match: " + field.text(), false);
        } else if (!shell.options().has(ShoptOption.NULLGLOB)) {
            out.add(field.text());
        }
    }

    /** The value of IFS; blanks if it is unset. */
    String separators() {
        return shell.variables().value("IFS").orElse(STANDARD_SEPARATORS);
    }

    /** One string, neither split nor matched with file names: a value, a {@code case} word, a here-string. */
    public String single(Word word) {
        Optional<String> plain = plain(word);
        return plain.orElseGet(
                () -> text(tilde.expand(word.parts(), false), Glob::quote).joined());
    }

    /** The value of an assignment: tildes count behind colons too. */
    public String assigned(Word word) {
        Optional<String> plain = plain(word).filter(text -> text.indexOf('~') < 0);
        return plain.orElseGet(
                () -> text(tilde.expand(word.parts(), true), Glob::quote).joined());
    }

    /** A pattern: what was quoted is escaped. */
    public String pattern(Word word) {
        return text(tilde.expand(word.parts(), false), Glob::quote).joinedPattern();
    }

    /** A regular expression: what was quoted is escaped. */
    public String regularExpression(Word word) {
        return text(word.parts(), RegularExpression::quote).joinedPattern();
    }

    /** The replacement of <code>${v/pattern/replacement}</code>: a quoted {@code &} is escaped. */
    String replacement(Word word) {
        UnaryOperator<String> quoter = text -> text.replace("\\", "\\\\").replace("&", "\\&");
        return text(tilde.expand(word.parts(), false), quoter).joinedPattern();
    }

    /** The key that a subscript of an associative array means. */
    public String subscript(Word word) {
        return text(word.parts(), Glob::quote).joined();
    }

    /** The number that a subscript of an indexed array means. */
    public long index(Word word) {
        return arithmetic.evaluate(subscript(word));
    }

    public long arithmetic(Expression expression) {
        return arithmetic.evaluate(arithmeticText(expression));
    }

    /** The expression with its parameters and substitutions expanded, not yet evaluated. */
    public String arithmeticText(Expression expression) {
        return expression.constant().orElseGet(() -> {
            Fields fields = new Fields("", Glob::quote);
            parts.append(expression.parts(), fields, PartExpander.Context.QUOTED_TEXT);
            return fields.joined();
        });
    }

    /** Evaluates text, as {@code let} does. */
    public long evaluate(String expression) {
        return arithmetic.evaluate(expression);
    }

    private Fields text(List<Part> word, UnaryOperator<String> quoter) {
        Fields fields = new Fields("", quoter);
        parts.append(word, fields, PartExpander.Context.TEXT);
        return fields;
    }
}
