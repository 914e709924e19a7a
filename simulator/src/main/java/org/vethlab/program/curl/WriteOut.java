package org.vethlab.program.curl;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;

/** What -w prints of a transfer. */
final class WriteOut {
    String url = "";
    String error = "";
    int code;
    int redirections;
    private Optional<Endpoint> local = Optional.empty();
    private Optional<Endpoint> remote = Optional.empty();
    private Optional<Response> response = Optional.empty();
    private int downloaded;

    void connected(TcpSocket socket) {
        local = Optional.of(socket.local());
        remote = socket.remote();
    }

    void response(Response answer, boolean headOnly) {
        response = Optional.of(answer);
        downloaded = headOnly ? 0 : answer.body().length;
    }

    String text(String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            int end = format.startsWith("%{", i) ? format.indexOf('}', i) : -1;
            if (end > 0) {
                text.append(variable(format.substring(i + 2, end)));
                i = end;
            } else if (c == '\\' && i + 1 < format.length()) {
                i++;
                text.append(escape(format.charAt(i)));
            } else if (format.startsWith("%%", i)) {
                text.append('%');
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String escape(char letter) {
        return switch (letter) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> "\\" + letter;
        };
    }

    private String variable(String name) {
        return switch (name) {
            case "http_code", "response_code" ->
                String.format(
                        Locale.ROOT, "%03d", response.map(Response::status).orElse(0));
            case "size_download" -> Integer.toString(downloaded);
            case "remote_ip" -> remote.map(end -> end.address().toString()).orElse("");
            case "remote_port" ->
                remote.map(end -> Integer.toString(end.port())).orElse("0");
            case "local_ip" -> local.map(end -> end.address().toString()).orElse("");
            case "local_port" -> local.map(end -> Integer.toString(end.port())).orElse("0");
            case "url_effective", "url" -> url;
            case "exitcode" -> Integer.toString(code);
            case "errormsg" -> error;
            case "content_type" ->
                response.flatMap(answer -> answer.header("Content-Type")).orElse("");
            case "num_connects" -> remote.isPresent() ? "1" : "0";
            case "num_redirects" -> Integer.toString(redirections);
            case "http_version" ->
                response.map(answer -> answer.head().get(0).substring(5, 8)).orElse("0");
            case "scheme" -> "HTTP";
            case "method" -> "GET";
            case "time_total", "time_connect", "time_starttransfer", "time_namelookup" -> "0.000500";
            default -> "";
        };
    }
}
