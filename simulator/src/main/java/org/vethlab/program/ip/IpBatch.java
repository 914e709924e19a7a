package org.vethlab.program.ip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;

/**
 * Commands from a file, one a line ({@code ip -batch}, {@code bridge -batch}); the first that fails ends it, unless
 * {@code -force} is given.
 */
final class IpBatch {
    private final IpContext ip;
    private final ToIntFunction<Arguments> command;

    /** @param command carries out a line and tells its status */
    IpBatch(IpContext ip, ToIntFunction<Arguments> command) {
        this.ip = ip;
        this.command = command;
    }

    int run(String file) {
        String text;
        try {
            byte[] bytes =
                    file.equals("-") ? ip.context().in().readAll() : ip.files().read(file);
            text = new String(bytes, StandardCharsets.UTF_8);
        } catch (NetException e) {
            return ip.fail(
                    1,
                    "Cannot open file \"" + file + "\" for reading: "
                            + e.errno().text());
        }
        int status = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            List<String> words = split(line);
            if (words.isEmpty() || command.applyAsInt(new Arguments(words)) == 0) {
                continue;
            }
            ip.fail(0, "Command failed " + file + ":" + number);
            status = 1;
            if (!ip.options().force) {
                break;
            }
        }
        return status;
    }

    /** Blanks part the words, quotes keep them together, {@code #} starts a comment. */
    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        int comment = line.indexOf('#');
        String rest = comment < 0 ? line : line.substring(0, comment);
        int i = 0;
        while (i < rest.length()) {
            char c = rest.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            boolean quoted = c == '"' || c == '\'';
            int start = quoted ? i + 1 : i;
            int end = start;
            while (end < rest.length()
                    && (quoted ? rest.charAt(end) != c : !Character.isWhitespace(rest.charAt(end)))) {
                end++;
            }
            words.add(rest.substring(start, end));
            i = end + (quoted ? 1 : 0);
        }
        return words;
    }
}
