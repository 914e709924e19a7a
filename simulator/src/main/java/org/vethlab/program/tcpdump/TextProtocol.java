package org.vethlab.program.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Protocols whose messages are lines of text: HTTP, and the greeting of SSH. */
final class TextProtocol {
    static final int SSH = 22;

    private static final Set<Integer> HTTP_PORTS = Set.of(80, 8080, 3128);
    private static final Set<String> HTTP_COMMANDS = Set.of(
            "get",
            "put",
            "copy",
            "head",
            "lock",
            "move",
            "poll",
            "post",
            "bcopy",
            "bmove",
            "mkcol",
            "trace",
            "label",
            "merge",
            "delete",
            "search",
            "unlock",
            "report",
            "update",
            "notify",
            "bdelete",
            "connect",
            "options",
            "checkin",
            "propfind",
            "checkout",
            "ccm_post",
            "subscribe",
            "proppatch",
            "bpropfind",
            "bproppatch",
            "uncheckout",
            "mkactivity",
            "mkworkspace",
            "unsubscribe",
            "rpc_connect",
            "version-control",
            "baseline-control");

    private final Printout out;

    TextProtocol(Printout out) {
        this.out = out;
    }

    static boolean isHttp(int port) {
        return HTTP_PORTS.contains(port);
    }

    /** A request or response is shown: its first line, or all its lines with -v. Other data are only named. */
    void http(PacketView data, int length) {
        out.enter("http");
        out.print("HTTP");
        String text = new String(data.copy(length), StandardCharsets.ISO_8859_1);
        String[] words = text.split("[ \t\r\n]+", 3);
        boolean request = words.length > 0 && HTTP_COMMANDS.contains(words[0].toLowerCase(Locale.ROOT));
        boolean response = words.length > 1 && words[1].matches("[0-9]{3}");
        if (!request && !response) {
            return;
        }
        if (!out.verbose()) {
            line(": ", text, 0);
            return;
        }
        out.print(", length: ", length);
        for (int at = 0; at >= 0 && at < text.length(); ) {
            at = line("\n\t", text, at);
        }
    }

    void ssh(PacketView data, int length) {
        String text = new String(data.copy(length), StandardCharsets.ISO_8859_1);
        out.enter("ssh");
        out.print(": SSH");
        if (text.startsWith("SSH-")) {
            line(": ", text, 0);
        }
    }

    /** @return where the next line begins; -1 if there is none, or what follows is no text */
    private int line(String prefix, String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean carriageReturn = c == '\r';
            if (carriageReturn && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                return -1;
            }
            if (c == '\n' || carriageReturn) {
                out.print(prefix, text.substring(from, at));
                return at + (carriageReturn ? 2 : 1);
            }
            if (c != '\t' && (c < ' ' || c > '~')) {
                return -1;
            }
        }
        out.print(prefix, text.substring(from));
        out.truncated();
        return -1;
    }
}
