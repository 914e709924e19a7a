package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.net.udp.UdpEndpoint;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.Context;
import org.vethlab.program.Services;
import org.vethlab.time.VirtualClock;

/** {@code /dev/tcp/HOST/PORT} and {@code /dev/udp/HOST/PORT}: files that only bash's redirections know. */
final class NetworkFile {
    private final Interpreter shell;
    private final Process process;
    private final String protocol;
    private final String host;
    private final String service;

    private NetworkFile(Interpreter shell, String protocol, String host, String service) {
        this.shell = shell;
        this.process = shell.process();
        this.protocol = protocol;
        this.host = host;
        this.service = service;
    }

    static boolean isOne(String path) {
        return path.matches("/dev/(tcp|udp)/[^/]+/.+");
    }

    /** @throws NetException why it cannot be opened; what went before is printed already */
    static OpenFile open(Interpreter shell, String path) {
        String[] parts = path.split("/", 5);
        return new NetworkFile(shell, parts[2], parts[3], parts[4]).open();
    }

    private OpenFile open() {
        Context context = new Context(process, List.of("bash"));
        Endpoint far = new Endpoint(address(context).address(), port(context));
        try {
            return protocol.equals("tcp") ? stream(far) : datagrams(far);
        } catch (NetException e) {
            shell.messages().systemError("connect: " + e.errno().text());
            throw e;
        }
    }

    private Found address(Context context) {
        try {
            return new AddressLookup(context).find(host, Family.ANY, false).get(0);
        } catch (LookupException e) {
            shell.messages().error(host + ": " + e.why());
            throw new NetException(Errno.EINVAL);
        }
    }

    private int port(Context context) {
        if (service.matches("[0-9]{1,5}")) {
            return Integer.parseInt(service) & 0xffff;
        }
        return new Services(context.files()).port(service, protocol).orElseThrow(() -> {
            shell.messages().error(service + ": Servname not supported for ai_socktype");
            return new NetException(Errno.EINVAL);
        });
    }

    private OpenFile stream(Endpoint far) {
        TcpSocket socket = process.net().tcp().open(far.isIpv6());
        OpenFile file = SocketFile.of(process.machine(), socket);
        socket.onChange(process::wake);
        socket.connect(far);
        while (!socket.isWritable()) {
            process.await(VirtualClock.NEVER);
        }
        Optional<Errno> error = socket.takeError();
        error.ifPresent(why -> {
            socket.close();
            throw new NetException(why);
        });
        return file;
    }

    private OpenFile datagrams(Endpoint far) {
        UdpEndpoint socket = process.net().udp().open(far.isIpv6());
        socket.connect(far);
        return SocketFile.of(process.machine(), socket);
    }
}
