package org.vethlab.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.process.SocketFile;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.time.VirtualClock;

/** python3 -m http.server: hands out the files of a directory. */
final class HttpServer {
    private static final int PORT = 8000;
    private static final int BACKLOG = 5;
    private static final int USAGE = 2;

    private static final String USAGE_TEXT =
            "usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]\n";

    private final Context context;
    private final Process process;
    private final boolean unbuffered;
    private final List<HttpClient> clients = new ArrayList<>();

    HttpServer(Context context, boolean unbuffered) {
        this.context = context;
        this.process = context.process();
        this.unbuffered = unbuffered;
    }

    int run(List<String> arguments) {
        GetOpt.Result words = new GetOpt(
                        "server.py", "hb:d:p:", List.of("help=h", "cgi", "bind=b", "directory=d", "protocol=p"))
                .failing(USAGE, "")
                .parse(arguments);
        if (words.has("h") || words.has("cgi")) {
            throw CommandException.notSimulated("python3 -m http.server " + (words.has("h") ? "--help" : "--cgi"));
        }
        int port = words.operands().stream().findFirst().map(HttpServer::port).orElse(PORT);
        String directory = words.last("d").orElse(process.directory());
        TcpSocket socket = listen(words.last("b"), port);
        String greeting = greeting(socket.local());
        boolean atOnce = unbuffered || context.out().isTerminal();
        if (atOnce) {
            context.out().print(greeting);
        }
        try {
            serve(socket, new WebDirectory(context, directory));
        } catch (SignalException e) {
            return interrupted(e, atOnce ? "" : greeting);
        }
        return 0;
    }

    private static int port(String word) {
        if (!word.matches("-?[0-9]{1,9}")) {
            throw new CommandException(
                    USAGE, USAGE_TEXT + "server.py: error: argument port: invalid int value: '" + word + "'");
        }
        int port = Integer.parseInt(word);
        if (port < 0 || port > 65535) {
            throw new CommandException(1, "OverflowError: bind(): port must be 0-65535.");
        }
        return port;
    }

    private TcpSocket listen(Optional<String> bind, int port) {
        Found own = bind.map(this::address).orElse(new Found(Ipv4Address.ANY, Optional.empty()));
        TcpSocket socket = context.net().tcp().open(own.address() instanceof Ipv6Address);
        process.descriptors().put(process.descriptors().free(3), SocketFile.of(process.machine(), socket));
        socket.onChange(process::wake);
        socket.settings().reuseAddress(true);
        try {
            socket.bind(new Endpoint(own.address(), port));
            socket.listen(BACKLOG);
        } catch (NetException e) {
            throw new CommandException(
                    1, "OSError: [Errno " + e.errno().code() + "] " + e.errno().text());
        }
        return socket;
    }

    private Found address(String word) {
        try {
            return new AddressLookup(context).find(word, Family.ANY, false).get(0);
        } catch (LookupException e) {
            throw new CommandException(1, "socket.gaierror: [Errno -3] " + e.why());
        }
    }

    private static String greeting(Endpoint own) {
        String host = own.address().toString();
        String inUrl = own.address() instanceof Ipv6Address ? "[" + host + "]" : host;
        return "Serving HTTP on " + host + " port " + own.port() + " (http://" + inUrl + ":" + own.port() + "/) ...\n";
    }

    /** Ctrl-C is the way to end it. What went to a pipe or a file was kept back till then. */
    private int interrupted(SignalException signal, String keptBack) {
        if (signal.signal() != Signal.INT) {
            throw signal;
        }
        context.out().print(keptBack + "\nKeyboard interrupt received, exiting.\n");
        return 0;
    }

    private void serve(TcpSocket socket, WebDirectory directory) {
        process.endless();
        while (true) {
            for (Optional<TcpSocket> accepted = socket.accept(); accepted.isPresent(); accepted = socket.accept()) {
                clients.add(new HttpClient(context, accepted.get(), directory));
            }
            clients.removeIf(HttpClient::step);
            process.await(VirtualClock.NEVER);
        }
    }
}
