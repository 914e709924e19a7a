package org.vethlab.net.tcp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.InternetLayer;
import org.vethlab.net.socket.Outgoing;
import org.vethlab.net.socket.Sockets;
import org.vethlab.wire.TcpSegment;

/** A TCP socket (tcp(7)); nothing here blocks: programs wait by {@link #onChange}. */
public final class TcpSocket implements Sockets.Handle {
    private final TcpStack stack;
    private final boolean ipv6;
    private final TcpSettings settings;
    private final long inode;
    private Endpoint local;
    private @Nullable TcpListener listener;
    private @Nullable TcpConnection connection;
    private Runnable changed = () -> {};

    TcpSocket(TcpStack stack, boolean ipv6, TcpSettings settings) {
        this.stack = stack;
        this.ipv6 = ipv6;
        this.settings = settings;
        this.inode = stack.nextInode();
        this.local = new Endpoint(ipv6 ? Ipv6Address.ANY : Ipv4Address.ANY, 0);
    }

    private TcpSocket(TcpSocket listening, TcpConnection accepted) {
        this(listening.stack, listening.ipv6, accepted.settings());
        local = accepted.local();
        adopt(accepted);
    }

    private void adopt(TcpConnection mine) {
        connection = mine;
        mine.inode(inode);
        mine.ipv6(ipv6);
        mine.onChange(this::wake);
    }

    public TcpSettings settings() {
        return settings;
    }

    /** Called whenever reading, writing or accepting may have become possible. */
    public void onChange(Runnable action) {
        changed = action;
    }

    void wake() {
        changed.run();
    }

    // opening

    /** bind(2). @throws NetException EADDRNOTAVAIL, EADDRINUSE */
    public void bind(Endpoint own) {
        if (local.port() != 0) {
            throw new NetException(Errno.EINVAL);
        }
        InternetLayer layer = stack.layerOf(own);
        if (!own.address().isUnspecified() && !layer.isBindable(own.address())) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        local = own.port() == 0 ? own.withPort(stack.ports().freeForListening(own)) : own;
        if (stack.ports().conflicts(this, local)) {
            local = new Endpoint(layer.any(), 0);
            throw new NetException(Errno.EADDRINUSE);
        }
        if (own.address() instanceof Ipv6Address && !own.address().isUnspecified()) {
            settings.onlyIpv6(true);
        }
        stack.bound(this);
    }

    /** listen(2). @throws NetException EADDRINUSE */
    public void listen(int backlog) {
        int most = Math.min(
                backlog < 0 ? Integer.MAX_VALUE : backlog, stack.parameters().mostBacklog());
        TcpListener open = listener;
        if (open != null) {
            open.backlog(most);
            return;
        }
        if (local.port() == 0) {
            bind(local);
        }
        listener = new TcpListener(stack, this, most);
        if (stack.ports().conflicts(this, local)) {
            listener = null;
            throw new NetException(Errno.EADDRINUSE);
        }
    }

    /** connect(2) that does not wait: {@link #isWritable} tells when it is done, {@link #takeError} how. */
    public void connect(Endpoint remote) {
        Endpoint far = remote.address().isUnspecified() ? new Endpoint(loopback(), remote.port()) : remote;
        InternetLayer layer = stack.layerOf(far);
        IpAddress source = layer.path(probe(far)).source();
        Endpoint near = new Endpoint(local.address().isUnspecified() ? source : local.address(), local.port());
        if (near.port() == 0) {
            near = near.withPort(stack.ports().freeForConnecting(near, far));
        } else if (stack.isConnected(near, far)) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        TcpConnection opening = new TcpConnection(stack, near, far, settings);
        local = near;
        stack.bound(this);
        adopt(opening);
        stack.add(opening);
        opening.connect();
    }

    private IpAddress loopback() {
        return ipv6 ? Ipv6Address.LOOPBACK : Ipv4Address.LOOPBACK;
    }

    private Outgoing probe(Endpoint far) {
        TcpSegment syn = new TcpSegment(local.port(), far.port(), 0, 0, TcpSegment.SYN, 0, new byte[0], new byte[0]);
        return new Outgoing(
                far.address(),
                Optional.of(local.address()).filter(own -> !own.isUnspecified()),
                settings.device(),
                settings.hopLimit(),
                settings.trafficClass(),
                settings.mark(),
                false,
                syn);
    }

    /** accept(2); empty if nobody waits. */
    public Optional<TcpSocket> accept() {
        TcpListener open = listener;
        return open == null ? Optional.empty() : open.accept().map(accepted -> new TcpSocket(this, accepted));
    }

    // data

    /** @return how many bytes; 0 if none are there yet, -1 at the end. @throws NetException ECONNRESET, ETIMEDOUT, … */
    public int read(byte[] buffer, int offset, int length) {
        return connected().read(buffer, offset, length);
    }

    /** @return how many bytes were taken; 0 if the buffer is full. @throws NetException EPIPE, ECONNRESET, … */
    public int write(byte[] buffer, int offset, int length) {
        return connected().write(buffer, offset, length);
    }

    private TcpConnection connected() {
        TcpConnection mine = connection;
        if (mine == null) {
            throw new NetException(Errno.ENOTCONN);
        }
        return mine;
    }

    /** shutdown(2) with SHUT_WR. */
    public void shutdownWrite() {
        connected().shutdownWrite();
    }

    @Override
    public void close() {
        TcpListener open = listener;
        TcpConnection mine = connection;
        changed = () -> {};
        stack.unbound(this);
        if (open != null) {
            listener = null;
            open.close();
        } else if (mine != null) {
            mine.close();
        }
    }

    // poll(2)

    /** Reading or accepting would not block. */
    public boolean isReadable() {
        TcpListener open = listener;
        TcpConnection mine = connection;
        if (open != null) {
            return open.waiting() > 0;
        }
        if (mine == null || mine.state() == TcpState.SYN_SENT) {
            return false;
        }
        return mine.in().queue().length() > 0 || !mine.state().receives() && mine.state() != TcpState.SYN_RECV;
    }

    /** Writing would not block, or fail at once. */
    public boolean isWritable() {
        TcpConnection mine = connection;
        if (mine == null || mine.state() == TcpState.SYN_SENT) {
            return false;
        }
        return mine.out().queue().room() > 0 || mine.state() == TcpState.CLOSE;
    }

    /** Both directions are over. */
    public boolean isHungUp() {
        TcpConnection mine = connection;
        return mine != null
                && switch (mine.state()) {
                    case CLOSE, TIME_WAIT, CLOSING, LAST_ACK -> true;
                    default -> false;
                };
    }

    public boolean hasError() {
        TcpConnection mine = connection;
        return mine != null && mine.hasError();
    }

    /** SO_ERROR: the error that waits to be told, once. */
    public Optional<Errno> takeError() {
        TcpConnection mine = connection;
        return mine == null ? Optional.empty() : mine.takeError();
    }

    // names

    public TcpState state() {
        TcpConnection mine = connection;
        return listener != null ? TcpState.LISTEN : mine == null ? TcpState.CLOSE : mine.state();
    }

    public boolean isIpv6() {
        return ipv6;
    }

    /** getsockname(2). */
    public Endpoint local() {
        return local;
    }

    /** getpeername(2). */
    public Optional<Endpoint> remote() {
        TcpConnection mine = connection;
        return mine == null ? Optional.empty() : Optional.of(mine.remote());
    }

    public long inode() {
        return inode;
    }

    boolean isListening() {
        return listener != null;
    }

    Optional<TcpListener> listener() {
        return Optional.ofNullable(listener);
    }

    boolean holds(TcpConnection other) {
        return connection == other;
    }

    /** Whether a SYN to that end is for this socket: an IPv6 one for all addresses takes IPv4 too (IPV6_V6ONLY). */
    boolean listensTo(Endpoint to) {
        if (listener == null || local.port() != to.port()) {
            return false;
        }
        boolean mapped = local.address() instanceof Ipv6Address && to.address() instanceof Ipv4Address;
        if (mapped) {
            return local.address().isUnspecified() && !settings.onlyIpv6();
        }
        boolean sameFamily = local.address().length() == to.address().length();
        return sameFamily && (local.address().isUnspecified() || local.address().equals(to.address()));
    }
}
