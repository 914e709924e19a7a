package org.vethlab.net.link;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.GreHeader;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.RawData;
import org.vethlab.wire.WireException;

/** A tunnel through IPv4: ipip, gre, gretap (net/ipv4/ip_tunnel.c, ipip.c, ip_gre.c). */
public final class IpTunnel extends Device {
    private static final int INHERIT_TOS = 1;
    private static final int PORT_UNREACHABLE = 3;

    /** For so long after an ICMP error senders are told (IPTUNNEL_ERR_TIMEO). */
    private static final long ERROR_TIMEOUT = 30_000_000_000L;

    private final Namespace underlay;
    private final IpTunnelKind kind;
    private final boolean fallback;
    private final boolean byIoctl;
    private IpTunnelSettings settings;
    private int errors;
    private long lastError;
    private int sequence;
    private boolean sending;

    private IpTunnel(NewDevice site, IpTunnelKind kind, IpTunnelSettings settings, boolean byIoctl, boolean fallback) {
        super(site, address(site, kind, fallback), mtu(site.caller(), kind, settings));
        this.underlay = site.caller();
        this.kind = kind;
        this.settings = settings;
        this.byIoctl = byIoctl;
        this.fallback = fallback;
        flag(DeviceFlag.NOARP, !kind.carriesFrames());
        flag(DeviceFlag.BROADCAST, kind.carriesFrames());
        flag(DeviceFlag.MULTICAST, kind.carriesFrames());
        flag(DeviceFlag.POINTOPOINT, !kind.carriesFrames() && settings.remote().isPresent());
        underlay.ipTunnels().add(this);
        settings.lower().ifPresent(device -> device.uppers().add(this));
    }

    /** @throws NetException EEXIST if there is one with these ends */
    static IpTunnel make(NewDevice site, IpTunnelKind kind, IpTunnelSettings settings, boolean byIoctl) {
        if (site.caller().ipTunnels().exists(kind, settings)) {
            throw new NetException(Errno.EEXIST);
        }
        return new IpTunnel(site, kind, settings, byIoctl, false);
    }

    static IpTunnel fallback(Namespace namespace, IpTunnelKind kind) {
        LinkRequest request = LinkRequest.of(new LinkKind.VethPeer());
        NewDevice site = new NewDevice(namespace, namespace, kind.fallback(), request);
        return new IpTunnel(site, kind, IpTunnelSettings.FALLBACK, false, true);
    }

    private static MacAddress address(NewDevice site, IpTunnelKind kind, boolean fallback) {
        return kind.carriesFrames() && !fallback ? site.addressOrRandom() : MacAddress.ZERO;
    }

    /** What is left of the MTU of the device that leads to the far end (ip_tunnel_bind_dev). */
    private static int mtu(Namespace underlay, IpTunnelKind kind, IpTunnelSettings settings) {
        Optional<Device> way = settings.remote()
                .map(remote ->
                        underlay.ipv4().routing().lookup(FlowKey.to(remote).to(remote, settings.lower())))
                .flatMap(RouteResult::device)
                .or(settings::lower);
        return way.map(Device::mtu).orElse(ETHERNET_MTU) - overhead(kind, settings);
    }

    private static int overhead(IpTunnelKind kind, IpTunnelSettings settings) {
        int ethernet = kind.carriesFrames() ? EthernetFrame.HEADER_LENGTH : 0;
        return Ipv4Packet.HEADER_LENGTH + kind.headerLength() + settings.optionsLength() + ethernet;
    }

    @Override
    public String kind() {
        return kind.text();
    }

    public IpTunnelKind tunnelKind() {
        return kind;
    }

    /** The ends and what the outer packets are like. */
    public IpTunnelSettings settings4() {
        return settings;
    }

    /** Came with the module, takes what no other takes, and cannot be deleted. */
    public boolean isFallback() {
        return fallback;
    }

    /** Made by the old system call, as {@code ip tunnel} does it. */
    public boolean isByIoctl() {
        return byIoctl;
    }

    /** @throws NetException EEXIST if another tunnel has these ends */
    public void change(IpTunnelSettings wanted) {
        if (!settings.sameEnds(wanted) && underlay.ipTunnels().exists(kind, wanted)) {
            throw new NetException(Errno.EEXIST);
        }
        settings = wanted;
    }

    @Override
    public HardwareType hardwareType() {
        return kind.hardwareType();
    }

    @Override
    public String hardwareAddress() {
        return kind.carriesFrames() ? super.hardwareAddress() : text(settings.local());
    }

    @Override
    public String hardwareBroadcast() {
        return kind.carriesFrames() ? super.hardwareBroadcast() : text(settings.remote());
    }

    private static String text(Optional<Ipv4Address> address) {
        return address.orElse(Ipv4Address.ANY).toString();
    }

    @Override
    public Optional<Device> lower() {
        return settings.lower();
    }

    @Override
    public boolean namesLower() {
        return true;
    }

    @Override
    public Optional<Namespace> linkNamespace() {
        return Optional.of(underlay).filter(home -> home != namespace());
    }

    @Override
    String defaultQueueingDiscipline() {
        return kind.carriesFrames() ? "pfifo_fast" : super.defaultQueueingDiscipline();
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    @Override
    public int minMtu() {
        return byIoctl || kind.carriesFrames() ? MIN_MTU : 0;
    }

    @Override
    public int maxMtu() {
        return byIoctl ? MAX_MTU - overhead(kind, settings) : 0;
    }

    /** From the IPv4 address of this end (RFC 5214, 6.1), which no wire guarantees to be the only one. */
    @Override
    public long interfaceIdentifier() {
        return kind.carriesFrames()
                ? super.interfaceIdentifier()
                : 0x5efe_0000_0000L
                        | Integer.toUnsignedLong(
                                settings.local().map(Ipv4Address::bits).orElse(0));
    }

    @Override
    void deleted() {
        underlay.ipTunnels().remove(this);
        settings.lower().ifPresent(device -> device.uppers().remove(this));
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        Optional<Ipv4Address> remote = settings.remote();
        boolean carried = kind.carriesFrames() || isCarried(frame.payload());
        if (remote.isEmpty() || !carried || sending) {
            statistics().txErrors++;
            return true;
        }
        sending = true;
        try {
            send(frame, remote.get());
        } finally {
            sending = false;
        }
        return true;
    }

    private boolean isCarried(Payload payload) {
        return payload instanceof Ipv4Packet || kind == IpTunnelKind.GRE && payload instanceof Ipv6Packet;
    }

    private void send(EthernetFrame frame, Ipv4Address remote) {
        RouteResult route = underlay.ipv4().routing().lookup(FlowKey.to(remote).to(remote, settings.lower()));
        if (route.device().filter(device -> device == this).isPresent()) {
            // The tunnel's own packets would go into the tunnel.
            statistics().collisions++;
            statistics().txErrors++;
            return;
        }
        tellErrors(frame);
        SendRequest request = request(frame, remote);
        int mtu = underlay.ipv4().pathMtu(request) - overhead(kind, settings);
        if (settings.pathMtuDiscovery() && frame.payload() instanceof Ipv4Packet packet) {
            namespace().ipv4().routing().learnPathMtu(FlowKey.to(packet.destination()), mtu);
        }
        LinkTrace.wrapped(this, frame, remote);
        if (underlay.ipv4().sendCarrier(request).isPresent()) {
            statistics().txErrors++;
            return;
        }
        statistics().txPackets++;
        statistics().txBytes +=
                kind.carriesFrames() ? frame.length() : frame.payload().length();
    }

    private void tellErrors(EthernetFrame frame) {
        if (errors == 0) {
            return;
        }
        if (namespace().world().clock().now() >= lastError + ERROR_TIMEOUT) {
            errors = 0;
            return;
        }
        errors--;
        if (frame.payload() instanceof Ipv4Packet packet) {
            namespace().ipv4().linkFailure(packet);
        }
    }

    private SendRequest request(EthernetFrame frame, Ipv4Address remote) {
        boolean innerDontFragment = frame.payload() instanceof Ipv4Packet packet && packet.dontFragment();
        return new SendRequest(
                remote,
                settings.local(),
                settings.lower(),
                ttl(frame.payload()),
                tos(frame.payload()),
                settings.pathMtuDiscovery() || innerDontFragment ? PathMtuDiscovery.DO : PathMtuDiscovery.DONT,
                false,
                0,
                new RawData(kind.protocol(), bytes(frame)));
    }

    private byte[] bytes(EthernetFrame frame) {
        byte[] inner = kind.carriesFrames() ? Frames.write(frame) : Frames.payload(frame);
        if (kind == IpTunnelKind.IPIP) {
            return inner;
        }
        int protocol = kind.carriesFrames()
                ? GreHeader.TRANSPARENT_ETHERNET
                : frame.payload().etherType();
        return GreHeader.wrap(
                new GreHeader(protocol, settings.sentKey(), settings.flags().sentChecksum(), inner),
                settings.flags().sentSequence() ? OptionalInt.of(sequence++) : OptionalInt.empty());
    }

    private int ttl(Payload payload) {
        if (settings.ttl() != 0) {
            return settings.ttl();
        }
        if (payload instanceof Ipv4Packet packet) {
            return packet.ttl();
        }
        return payload instanceof Ipv6Packet packet ? packet.hopLimit() : 0;
    }

    private int tos(Payload payload) {
        boolean inherits = (settings.tos() & INHERIT_TOS) != 0;
        return inherits && payload instanceof Ipv4Packet packet ? packet.tos() : settings.tos() & ~INHERIT_TOS;
    }

    /** A packet of the far end (ip_tunnel_rcv). */
    void receive(Ipv4Packet outer, RawData data, Optional<GreHeader> gre) {
        EthernetFrame frame;
        try {
            byte[] inner = gre.map(GreHeader::payload).orElse(data.bytes());
            int etherType = gre.map(GreHeader::etherType).orElse(Ipv4Packet.ETHER_TYPE);
            frame = kind.carriesFrames() ? Frames.read(inner) : Frames.bare(etherType, inner);
        } catch (WireException broken) {
            statistics().rxErrors++;
            return;
        }
        statistics().rxPackets++;
        statistics().rxBytes += frame.payload().length();
        LinkTrace.unwrapped(this, frame, outer.source());
        receive(frame);
    }

    /** An ICMP error about the tunnel's own packets: the next senders hear of it. */
    void failed(int type, int code) {
        boolean ignored = kind != IpTunnelKind.IPIP && code == PORT_UNREACHABLE;
        if (type != IcmpMessage.DESTINATION_UNREACHABLE || code == 4 || ignored) {
            return;
        }
        errors++;
        lastError = namespace().world().clock().now();
    }
}
