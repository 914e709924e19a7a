package org.vethlab.program.python;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the web server. @param reason what the log says of an error */
record WebAnswer(
        int status, String reason, String type, Optional<String> location, Optional<Long> modified, byte[] body) {
    private static final String SERVER = "SimpleHTTP/0.6 Python/3.11.2";

    static WebAnswer error(int status, String reason, String explanation) {
        String page = """
                <!DOCTYPE HTML>
                <html lang="en">
                    <head>
                        <meta charset="utf-8">
                        <title>Error response</title>
                    </head>
                    <body>
                        <h1>Error response</h1>
                        <p>Error code: %d</p>
                        <p>Message: %s.</p>
                        <p>Error code explanation: %d - %s.</p>
                    </body>
                </html>
                """.formatted(status, reason, status, explanation);
        return new WebAnswer(status, reason, "text/html;charset=utf-8", Optional.empty(), Optional.empty(), utf8(page));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes(long now, boolean headOnly) {
        StringBuilder head = new StringBuilder("HTTP/1.0 " + status + " " + phrase() + "\r\n");
        head.append("Server: ")
                .append(SERVER)
                .append("\r\nDate: ")
                .append(HttpDates.header(now))
                .append("\r\n");
        if (status >= 400) {
            head.append("Connection: close\r\nContent-Type: ").append(type).append("\r\n");
        } else if (location.isPresent()) {
            head.append("Location: ").append(location.get()).append("\r\n");
        } else {
            head.append("Content-type: ").append(type).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n");
        modified.ifPresent(date ->
                head.append("Last-Modified: ").append(HttpDates.header(date)).append("\r\n"));
        byte[] start = utf8(head.append("\r\n").toString());
        byte[] all = java.util.Arrays.copyOf(start, start.length + (headOnly ? 0 : body.length));
        System.arraycopy(body, 0, all, start.length, headOnly ? 0 : body.length);
        return all;
    }

    private String phrase() {
        return switch (status) {
            case 200 -> "OK";
            case 301 -> "Moved Permanently";
            default -> reason;
        };
    }
}
