package org.vethlab.program.curl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.process.Output;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** curl(1), for http alone. */
public final class Curl implements Program {
    private static final String VERSION = "7.88.1";
    private static final int MOST_REDIRECTIONS = 50;

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public String summary() {
        return "transfer a URL";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("curl of other protocols than http");
    }

    @Override
    public int run(Context context) {
        CurlOptions options = CurlOptions.parse(context.arguments());
        if (options.has("V")) {
            context.out().println("curl " + VERSION + " (x86_64-pc-linux-gnu) libcurl/" + VERSION);
            return 0;
        }
        List<String> urls = new ArrayList<>(options.words().operands());
        options.words().last("url").ifPresent(urls::add);
        if (urls.isEmpty()) {
            return context.fail(2, "curl: try 'curl --help' or 'curl --manual' for more information");
        }
        int status = 0;
        for (String url : urls) {
            status = new Transfer(context, options, url).run();
        }
        return status;
    }

    /** One URL. */
    private static final class Transfer {
        private final Context context;
        private final CurlOptions options;
        private final String typed;
        private final Verbose verbose;
        private final Progress progress;
        private final WriteOut writeOut = new WriteOut();

        Transfer(Context context, CurlOptions options, String typed) {
            this.context = context;
            this.options = options;
            this.typed = typed;
            this.verbose = new Verbose(context, options.has("v"));
            boolean shown = !options.silent() && !options.has("no-progress-meter") && !goesToTerminal();
            this.progress = new Progress(context, shown);
        }

        private boolean goesToTerminal() {
            return !options.has("o") && !options.has("O") && context.out().isTerminal();
        }

        int run() {
            int code = 0;
            try {
                follow(Url.parse(typed));
            } catch (CurlException e) {
                code = e.code();
                progress.end(0);
                writeOut.error = e.why();
                if (options.showsErrors()) {
                    context.err().println("curl: (" + e.code() + ") " + e.why());
                }
            }
            writeOut.code = code;
            options.words().last("w").ifPresent(format -> context.out().print(writeOut.text(format)));
            return code;
        }

        private void follow(Url first) {
            Url url = first;
            writeOut.url = typed.contains("://") ? typed : first.toString();
            progress.begin();
            Response response = ask(url);
            for (int i = 0; i < MOST_REDIRECTIONS && options.has("L") && isRedirection(response); i++) {
                url = url.redirected(response.header("Location").orElse("/"));
                writeOut.redirections++;
                writeOut.url = url.toString();
                response = ask(url);
            }
            finish(url, response);
        }

        private static boolean isRedirection(Response response) {
            return response.status() / 100 == 3 && response.header("Location").isPresent();
        }

        private Response ask(Url url) {
            Connection connection = new Connection(context, options, url, verbose);
            try {
                TcpSocket socket = connection.open();
                writeOut.connected(socket);
                String request = request(url);
                verbose.sent(request);
                byte[] bytes = (request
                                + options.data()
                                        .filter(data -> !options.has("G"))
                                        .orElse(""))
                        .getBytes(StandardCharsets.UTF_8);
                Response response =
                        connection.ask(socket, bytes, options.method().equals("HEAD"));
                if (response.head().get(0).startsWith("HTTP/1.0")) {
                    verbose.note("HTTP 1.0, assume close after body");
                }
                verbose.received(response.head());
                if (!goesToTerminal() && response.body().length > 0) {
                    verbose.data(response.body().length);
                }
                verbose.note("Closing connection 0");
                return response;
            } finally {
                connection.close();
            }
        }

        private String request(Url url) {
            StringBuilder text = new StringBuilder(options.method())
                    .append(' ')
                    .append(url.path())
                    .append(
                            options.has("G")
                                    ? options.data().map(data -> "?" + data).orElse("")
                                    : "")
                    .append(options.has("0") ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
            header(text, "Host", url.authority());
            header(text, "User-Agent", options.words().last("A").orElse("curl/" + VERSION));
            header(text, "Accept", "*/*");
            options.words().last("e").ifPresent(referer -> header(text, "Referer", referer));
            options.headers().stream()
                    .filter(line -> !line.endsWith(":"))
                    .forEach(line -> text.append(line).append("\r\n"));
            options.data().filter(data -> !options.has("G")).ifPresent(data -> {
                header(text, "Content-Length", Integer.toString(data.getBytes(StandardCharsets.UTF_8).length));
                header(text, "Content-Type", "application/x-www-form-urlencoded");
            });
            return text.append("\r\n").toString();
        }

        private void header(StringBuilder text, String name, String value) {
            boolean replaced = options.headers().stream()
                    .anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
            if (!replaced) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        }

        private void finish(Url url, Response response) {
            writeOut.response(response, options.has("I"));
            if (options.has("f") && response.status() >= 400) {
                throw new CurlException(
                        CurlException.HTTP_ERROR, "The requested URL returned error: " + response.status());
            }
            boolean head = options.has("I");
            byte[] body = head ? new byte[0] : response.body();
            Optional<Output> file = file(url);
            Output out = file.orElseGet(context::out);
            progress.end(body.length);
            if (options.has("i") || head) {
                out.print(response.headText());
            }
            out.write(body, 0, body.length);
            file.ifPresent(Output::close);
            long promised =
                    response.header("Content-Length").map(Long::parseLong).orElse((long) body.length);
            if (!head && body.length < promised) {
                throw new CurlException(
                        CurlException.PARTIAL,
                        "transfer closed with " + (promised - body.length) + " bytes remaining to read");
            }
        }

        private Optional<Output> file(Url url) {
            String name = options.has("O")
                    ? url.path().replaceFirst("\\?.*", "").replaceFirst(".*/", "")
                    : options.words().last("o").orElse("-");
            if (name.equals("-")) {
                return Optional.empty();
            }
            if (name.isEmpty()) {
                throw new CurlException(23, "Remote file name has no length!");
            }
            try {
                return Optional.of(context.files().create(name, false));
            } catch (NetException e) {
                throw new CurlException(23, "Failure writing output to destination");
            }
        }
    }
}
