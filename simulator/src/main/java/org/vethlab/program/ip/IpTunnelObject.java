package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.HardwareType;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip tunnel}: IP tunnels by the old system calls (ip/iptunnel.c, SIOCADDTUNNEL and its kin). */
final class IpTunnelObject implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (ip.options().family() == Family.INET6) {
            throw CommandException.notSimulated("ip -6 tunnel");
        }
        if (!words.hasNext()) {
            return show(ip, words);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return add(ip, words);
        }
        if (matches(verb, "change")) {
            return change(ip, words);
        }
        if (matches(verb, "delete")) {
            return delete(ip, words);
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return show(ip, words);
        }
        if (matches(verb, "prl") || matches(verb, "6rd")) {
            throw CommandException.notSimulated("ip tunnel " + verb);
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-tunnel");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip tunnel help\"");
    }

    private static int add(IpContext ip, Arguments words) {
        TunnelRequest request = TunnelRequest.parse(ip, words, false);
        IpTunnelKind kind = request.checkedKind();
        LinkRequest link = LinkRequest.of(new LinkKind.IpTunnel(kind, request.settings(), true));
        try {
            ip.net().links().create(request.name().isEmpty() ? link : link.named(request.name()));
            return 0;
        } catch (NetException e) {
            return failed(ip, "add", kind.fallback(), e.errno());
        }
    }

    private static int change(IpContext ip, Arguments words) {
        TunnelRequest request = TunnelRequest.parse(ip, words, true);
        IpTunnelKind kind = request.checkedKind();
        Optional<IpTunnel> tunnel = find(ip, request.name());
        if (tunnel.isEmpty()) {
            return failed(ip, "add", request.name(), Errno.ENODEV);
        }
        try {
            tunnel.get().change(request.settings());
            return 0;
        } catch (NetException e) {
            return failed(ip, "add", request.name().isEmpty() ? kind.fallback() : request.name(), e.errno());
        }
    }

    private static int delete(IpContext ip, Arguments words) {
        TunnelRequest request = TunnelRequest.parse(ip, words, false);
        String name = request.name().isEmpty()
                ? request.kind().map(IpTunnelKind::fallback).orElse("")
                : request.name();
        Optional<IpTunnel> tunnel = find(ip, name);
        if (tunnel.isEmpty()) {
            boolean other = ip.net().devices().byName(name).isPresent();
            return failed(ip, "delete", name, other ? Errno.EOPNOTSUPP : Errno.ENODEV);
        }
        if (tunnel.get().isFallback()) {
            return failed(ip, "delete", name, Errno.EPERM);
        }
        ip.net().links().delete(tunnel.get());
        return 0;
    }

    private static Optional<IpTunnel> find(IpContext ip, String name) {
        return ip.net()
                .devices()
                .byName(name)
                .filter(IpTunnel.class::isInstance)
                .map(IpTunnel.class::cast);
    }

    static int failed(IpContext ip, String verb, String name, Errno errno) {
        return ip.fail(1, verb + " tunnel \"" + name + "\" failed: " + errno.text());
    }

    private static int show(IpContext ip, Arguments words) {
        TunnelRequest request = TunnelRequest.parse(ip, words, false);
        if (request.kind().isPresent()) {
            String name = request.name().isEmpty() ? request.kind().get().fallback() : request.name();
            Optional<IpTunnel> one = find(ip, name);
            if (one.isEmpty()) {
                return failed(ip, "get", name, Errno.ENODEV);
            }
            print(ip, one.get());
            return 0;
        }
        for (Device device : ip.net().devices().all()) {
            boolean shown = device instanceof IpTunnel && device.hardwareType() != HardwareType.ETHER;
            if (shown && request.fits((IpTunnel) device)) {
                print(ip, (IpTunnel) device);
            }
        }
        return 0;
    }

    private static void print(IpContext ip, IpTunnel tunnel) {
        Printer out = ip.printer();
        IpTunnelSettings settings = tunnel.settings4();
        out.beginObject();
        out.field("ifname", "%s: ", tunnel.name());
        out.field("mode", "%s ", mode(tunnel) + "/ip");
        out.field("remote", "remote %s ", end(settings.remote(), out));
        out.field("local", "local %s", end(settings.local(), out));
        // Told the index alone, it names the device that has it here.
        settings.lower()
                .flatMap(lower -> ip.net().devices().byIndex(lower.index()))
                .ifPresent(lower -> out.field("dev", " dev %s", lower.name()));
        if (settings.ttl() == 0) {
            out.text(" ttl inherit");
        } else {
            out.field("ttl", " ttl %s", settings.ttl());
        }
        if (settings.tos() == 1) {
            out.text(" tos inherit");
        } else if (settings.tos() != 0) {
            out.field("tos", " tos %s", "0x" + Integer.toHexString(settings.tos()));
        }
        if (!settings.pathMtuDiscovery()) {
            out.empty("nopmtudisc", " nopmtudisc");
        }
        printKeys(out, settings);
        out.text("\n");
        out.endObject();
    }

    private static String mode(IpTunnel tunnel) {
        if (tunnel.tunnelKind() != IpTunnelKind.IPIP) {
            return "gre";
        }
        return tunnel.isByIoctl() ? "ip" : "any";
    }

    private static String end(Optional<Ipv4Address> address, Printer out) {
        return address.map(Ipv4Address::toString).orElse(out.isJson() ? "0.0.0.0" : "any");
    }

    private static void printKeys(Printer out, IpTunnelSettings settings) {
        OptionalInt received = settings.receivedKey();
        OptionalInt sent = settings.sentKey();
        if (received.isPresent() && received.equals(sent)) {
            out.field("key", " key %s", Integer.toUnsignedLong(received.getAsInt()));
        } else {
            received.ifPresent(key -> out.field("ikey", " ikey %s", Integer.toUnsignedLong(key)));
            sent.ifPresent(key -> out.field("okey", " okey %s", Integer.toUnsignedLong(key)));
        }
        if (settings.flags().receivedSequence()) {
            out.text("\n  Drop packets out of sequence.");
        }
        if (settings.flags().receivedChecksum()) {
            out.text("\n  Checksum in received packet is required.");
        }
        if (settings.flags().sentSequence()) {
            out.text("\n  Sequence packets on output.");
        }
        if (settings.flags().sentChecksum()) {
            out.text("\n  Checksum output packets.");
        }
    }
}
