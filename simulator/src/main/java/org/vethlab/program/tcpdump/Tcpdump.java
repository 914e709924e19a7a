package org.vethlab.program.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;
import org.vethlab.program.tcpdump.filter.Filter;
import org.vethlab.program.tcpdump.filter.FilterException;
import org.vethlab.program.tcpdump.filter.FilterInput;
import org.vethlab.program.tcpdump.filter.LinkLayer;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;
import org.vethlab.wire.PcapReader;
import org.vethlab.wire.WireException;

/** {@code tcpdump} 4.99. */
public final class Tcpdump implements Program {
    @Override
    public String name() {
        return "tcpdump";
    }

    @Override
    public String summary() {
        return "dump traffic on a network";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("tcpdump -d");
    }

    @Override
    public int run(Context context) {
        try {
            TcpdumpOptions options = TcpdumpOptions.parse(context.arguments());
            if (options.has("version")) {
                context.out().print(TcpdumpOptions.VERSION);
                return 0;
            }
            if (options.has("h")) {
                context.out().print(TcpdumpOptions.VERSION + UsageText.of("tcpdump"));
                return 0;
            }
            if (options.has("D")) {
                new Adapters(context.net()).lines().forEach(context.out()::println);
                return 0;
            }
            Run run = new Run(context, options);
            return options.readFile().isPresent() ? run.file(options.readFile().get()) : run.live();
        } catch (CommandException e) {
            return context.fail(e.status(), e.text());
        } catch (FilterException e) {
            return context.fail(1, "tcpdump: " + e.text());
        }
    }

    /** One run: what it was asked for, and the names that it prints. */
    private record Run(Context context, TcpdumpOptions options, Names names) {
        Run(Context context, TcpdumpOptions options) {
            this(context, options, new Names(context.files(), options.has("n")));
        }

        // a capture file

        int file(String name) {
            PcapReader reader = open(name);
            String title = reader.linkType()
                    .map(type -> type.title() + " (" + type.description() + ")")
                    .orElse(Integer.toString(reader.linkTypeCode()));
            say("reading from file " + name + ", link-type " + title + ", snapshot length " + reader.snapshotLength());
            LinkType link = reader.linkType()
                    .orElseThrow(() -> new CommandException(
                            1, "tcpdump: packet printing is not supported for link type " + title + ": use -w"));
            if (link == LinkType.LINUX_SLL2 && options.prints()) {
                say("Warning: interface names might be incorrect");
            }
            Filter filter = filter(link, false, 0);
            PacketSink sink = new PacketSink(context, options, printer(link), link, reader.snapshotLength());
            try {
                readAll(reader, filter, sink);
            } catch (WireException e) {
                sink.finish(false);
                return context.fail(1, "tcpdump: pcap_loop: " + e.getMessage());
            }
            sink.finish(false);
            if (options.has("count")) {
                context.out().println(sink.packets() + " packet" + (sink.packets() == 1 ? "" : "s"));
            }
            return 0;
        }

        private PcapReader open(String name) {
            try {
                return new PcapReader(
                        name.equals("-")
                                ? context.in().readAll()
                                : context.files().read(name));
            } catch (NetException e) {
                throw new CommandException(
                        1, "tcpdump: " + name + ": " + e.errno().text());
            } catch (WireException e) {
                throw new CommandException(1, "tcpdump: " + e.getMessage());
            }
        }

        private static void readAll(PcapReader reader, Filter filter, PacketSink sink) {
            for (Optional<PcapPacket> next = reader.next(); next.isPresent(); next = reader.next()) {
                PcapPacket packet = next.get();
                if (filter.accepts(new FilterInput(packet.bytes(), packet.length(), -1, false, 0))
                        && sink.take(packet)) {
                    return;
                }
            }
        }

        private static void checkLinkType(String wanted, LinkType link) {
            if (!wanted.equalsIgnoreCase(link.title())) {
                boolean known = Stream.of(LinkType.values())
                        .anyMatch(type -> type.title().equalsIgnoreCase(wanted));
                throw new CommandException(
                        1,
                        known
                                ? "tcpdump: " + wanted.toUpperCase(Locale.ROOT)
                                        + " is not one of the DLTs supported by this device"
                                : "tcpdump: invalid data link type " + wanted);
            }
        }

        // packets from the kernel

        int live() {
            Adapters adapters = new Adapters(context.net());
            String name = options.device()
                    .map(word -> adapters.byNumber(word).orElse(word))
                    .orElseGet(adapters::first);
            boolean any = name.equals(Adapters.ANY);
            Optional<Device> device = any ? Optional.empty() : Optional.of(device(name));
            // Surprising: without -i it is the first device, mostly "any" too, but with the older header.
            boolean cooked = any && options.device().isPresent();
            LinkType link =
                    device.map(CapturedFrame::linkType).orElse(cooked ? LinkType.LINUX_SLL2 : LinkType.LINUX_SLL);
            if (options.has("L")) {
                return listLinkTypes(name, any);
            }
            options.value("y").ifPresent(wanted -> checkLinkType(wanted, link));
            if (cooked || options.value("y").isPresent()) {
                say("tcpdump: data link type " + link.title());
            }
            Filter filter = filter(link, true, device.map(this::netmask).orElse(0));
            PacketSink sink = new PacketSink(context, options, printer(link), link, options.snapshotLength());
            boolean terse = options.prints()
                    && options.times("v") == 0
                    && options.writeFile().isEmpty();
            say(terse ? "tcpdump: verbose output suppressed, use -v[v]... for full protocol decode" : "");
            say((terse ? "" : "tcpdump: ") + "listening on " + name + ", link-type " + link.title() + " ("
                    + link.description() + "), snapshot length " + options.snapshotLength() + " bytes");
            LiveCapture capture = new LiveCapture(context, options, filter, link);
            LiveCapture.End end = capture.run(context.net().sockets(), device, sink);
            sink.finish(end == LiveCapture.End.SIGNAL);
            if (end == LiveCapture.End.FAILURE) {
                say("tcpdump: pcap_loop: " + capture.failure());
            }
            count(sink.packets(), "captured");
            count(capture.received(), "received by filter");
            count(0, "dropped by kernel");
            return end == LiveCapture.End.FAILURE ? 1 : 0;
        }

        private Device device(String name) {
            Device device = context.net()
                    .devices()
                    .byName(name)
                    .orElseThrow(() -> new CommandException(
                            1, "tcpdump: " + name + ": No such device exists\n(No such device exists)"));
            if (!device.isUp() && !options.has("L")) {
                throw new CommandException(1, "tcpdump: " + name + ": That device is not up");
            }
            return device;
        }

        private int netmask(Device device) {
            return context.net().ipv4().addresses().of(device).stream()
                    .findFirst()
                    .map(address -> org.vethlab.addr.Ipv4Prefix.mask(address.prefixLength()))
                    .orElse(0);
        }

        private int listLinkTypes(String name, boolean any) {
            String ethernet = "  EN10MB (Ethernet)\n";
            String cable = name.equals("lo") ? "" : "  DOCSIS (DOCSIS) (printing not supported)\n";
            String types = any ? "  LINUX_SLL (Linux cooked v1)\n  LINUX_SLL2 (Linux cooked v2)\n" : ethernet + cable;
            context.out().print("Data link types for " + name + " (use option -y to set):\n" + types);
            return 0;
        }

        private void count(long packets, String what) {
            say(packets + " packet" + (packets == 1 ? " " : "s ") + what);
        }

        // both

        private PacketPrinter printer(LinkType link) {
            return new PacketPrinter(
                    options,
                    link,
                    names,
                    index -> context.net().devices().byIndex(index).map(Device::name));
        }

        private Filter filter(LinkType link, boolean live, int netmask) {
            String expression =
                    options.value("F").map(this::expressionFile).orElse(String.join(" ", options.expression()));
            LinkLayer layer = new LinkLayer(CapturedFrame.layout(link), live, netmask, new FilterNames(names));
            Filter filter = Filter.compile(expression, layer);
            if (options.has("d")) {
                throw CommandException.notSimulated("tcpdump -d");
            }
            return filter;
        }

        private String expressionFile(String name) {
            try {
                String text = new String(context.files().read(name), StandardCharsets.UTF_8);
                return text.lines().map(line -> line.replaceFirst("#.*", "")).reduce("", (a, b) -> a + " " + b);
            } catch (NetException e) {
                throw new CommandException(
                        1, "tcpdump: can't open " + name + ": " + e.errno().text());
            }
        }

        private void say(String line) {
            if (!line.isEmpty()) {
                context.err().println(line);
            }
        }
    }
}
