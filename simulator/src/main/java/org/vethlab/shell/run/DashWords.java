package org.vethlab.shell.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.net.Errno;

/** What dash 0.5.12 says where bash says something. */
public final class DashWords {
    /** A message of bash, and the same of dash. */
    private record Row(Pattern bash, String dash) {
        static Row of(String bash, String dash) {
            return new Row(Pattern.compile(bash, Pattern.DOTALL), dash);
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.of("(.*): command not found", "$1: not found"),
            Row.of("cd: (.*): [^:]*", "cd: can't cd to $1"),
            Row.of("(echo|printf|pwd): write error: .*", "$1: $1: I/O error"),
            Row.of("(.*): unbound variable", "$1: parameter not set"),
            Row.of("(.*): parameter null or not set", "$1: parameter not set or null"),
            Row.of("\\[: missing `]'", "[: missing ]"),
            Row.of("(test|\\[): (.*): integer expression expected", "$1: Illegal number: $2"),
            Row.of("(unset: \\w+: )cannot unset: readonly variable", "$1is read only"),
            Row.of("(.*): readonly variable", "$1: is read only"),
            Row.of("kill: \\(\\d+\\) - No such process", "kill: No such process\n"),
            Row.of("printf: (.*): invalid number", "printf: $1: expected numeric value"),
            Row.of("(export|unset|readonly): `(\\w*)[^']*': not a valid identifier", "$1: $2: bad variable name"),
            Row.of("(exit|return): (.*): numeric argument required", "$1: Illegal number: $2"),
            Row.of("umask: (.*): octal number out of range", "umask: Illegal number: $1"),
            Row.of("(\\w+): (-\\w): invalid option", "$1: Illegal option $2"),
            Row.of("set: (.*): invalid option name", "set: Illegal option -o $1"),
            Row.of("(fg|bg): (?:current|no job control).*", "$1: No current job"),
            Row.of("local: can only be used in a function", "local: not in a function"),
            Row.of("(.*): bad substitution", "Bad substitution"),
            Row.of("unexpected EOF while looking for matching .*", "Syntax error: Unterminated quoted string"),
            Row.of("(.*): Is a directory", "$1: Permission denied"),
            Row.of("(.*/.*): No such file or directory", "$1: not found"));

    private DashWords() {}

    static String of(String message) {
        for (Row row : ROWS) {
            Matcher matcher = row.bash().matcher(message);
            if (matcher.matches()) {
                return matcher.replaceFirst(row.dash());
            }
        }
        return message;
    }

    /** A redirection that fails: what was to be read, or written, is not there (errmsg). */
    public static String cannotOpen(String path, boolean reads, Errno errno) {
        String missing = reads ? "No such file" : "Directory nonexistent";
        return (reads ? "cannot open " : "cannot create ") + path + ": "
                + (errno == Errno.ENOENT ? missing : errno.text());
    }
}
