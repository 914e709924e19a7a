package org.vethlab.shell.run;

import java.util.List;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.Parser;
import org.vethlab.shell.syntax.ParserOptions;
import org.vethlab.shell.syntax.SyntaxException;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.text.Quoting;

/** {@code set -x}: prints commands as they run, behind PS4. */
final class Tracer {
    private final Interpreter shell;

    Tracer(Interpreter shell) {
        this.shell = shell;
    }

    void line(String text) {
        shell.messages().raw(prefix() + text + "\n");
    }

    void words(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(line.length() == 0 ? "" : " ")
                    .append(shell.state().dialect.isDash() ? word : Quoting.forTrace(word));
        }
        line(line.toString());
    }

    /** The first character of PS4 stands once for each level of {@code eval}, sourced files and substitutions. */
    private String prefix() {
        String prompt = shell.variables().value("PS4").orElse("+ ");
        if (prompt.isEmpty()) {
            return "";
        }
        int first = prompt.codePointAt(0);
        return Character.toString(first).repeat(shell.state().nesting) + expanded(prompt);
    }

    private String expanded(String prompt) {
        if (prompt.indexOf('$') < 0 && prompt.indexOf('`') < 0) {
            return prompt;
        }
        shell.options().put(org.vethlab.shell.option.SetOption.XTRACE, false);
        try {
            Command parsed = Parser.parse(": \"" + prompt.replace("\"", "\\\"") + "\"", ParserOptions.STANDARD);
            List<Word> words =
                    ((Command.Simple) ((Command.Sequence) parsed).commands().get(0)).words();
            return shell.expander().single(words.get(1));
        } catch (SyntaxException e) {
            return prompt;
        } finally {
            shell.options().put(org.vethlab.shell.option.SetOption.XTRACE, true);
        }
    }
}
