package org.vethlab.shell.run;

import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.Redirection;
import org.vethlab.shell.text.RawText;

/** {@code $(< file)}: the file's text, without a command. */
final class FileSubstitution {
    private final Interpreter shell;

    FileSubstitution(Interpreter shell) {
        this.shell = shell;
    }

    /** Empty if the body is anything else, or the file cannot be read: then the usual way finds the words for it. */
    Optional<String> read(Command body) {
        boolean only = body instanceof Command.Simple simple
                && simple.words().isEmpty()
                && simple.assignments().isEmpty()
                && simple.redirections().size() == 1
                && simple.redirections().get(0).kind() == Redirection.Kind.INPUT;
        if (!only) {
            return Optional.empty();
        }
        String path = shell.expander()
                .single(((Command.Simple) body).redirections().get(0).target());
        try {
            return Optional.of(text(shell.files().read(path), shell));
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    /** Bytes as the text of a substitution: no zero bytes, no newlines at the end. */
    static String text(byte[] bytes, Interpreter shell) {
        String text = RawText.decode(bytes);
        if (text.indexOf('\0') >= 0) {
            shell.messages().error("warning: command substitution: ignored null byte in input");
            text = text.replace("\0", "");
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
