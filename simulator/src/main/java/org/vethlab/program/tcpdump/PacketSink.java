package org.vethlab.program.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;
import org.vethlab.wire.PcapWriter;

/** Where packets go: onto standard output as text, into a file, or both. */
final class PacketSink {
    private final TcpdumpOptions options;
    private final PacketPrinter printer;
    private final BlockOutput text;
    private final Optional<BlockOutput> file;
    private final PcapWriter writer;
    private long packets;

    PacketSink(Context context, TcpdumpOptions options, PacketPrinter printer, LinkType link, int snapshotLength) {
        this.options = options;
        this.printer = printer;
        this.text = new BlockOutput(context.out(), context.out().isTerminal() || options.has("l"));
        this.writer = new PcapWriter(options.nanoseconds());
        this.file = options.writeFile().map(name -> open(context, name));
        file.ifPresent(out -> out.write(writer.header(link, snapshotLength)));
    }

    private BlockOutput open(Context context, String name) {
        try {
            return new BlockOutput(
                    name.equals("-") ? context.out() : context.files().create(name, false), options.has("U"));
        } catch (NetException e) {
            throw new CommandException(1, "tcpdump: " + name + ": " + e.errno().text());
        }
    }

    /** Takes one more packet. @return whether that was the last one wanted */
    boolean take(PcapPacket packet) {
        packets++;
        file.ifPresent(out -> out.write(writer.packet(packet, TcpdumpOptions.MAXIMUM_SNAPSHOT)));
        if (options.prints() && !options.has("count")) {
            text.write(printer.print(packet).getBytes(StandardCharsets.UTF_8));
        }
        return packets >= options.count();
    }

    long packets() {
        return packets;
    }

    /** @param interrupted a signal ended it: a line that was begun is ended */
    void finish(boolean interrupted) {
        if (interrupted && options.writeFile().isEmpty()) {
            text.write("\n".getBytes(StandardCharsets.UTF_8));
        }
        text.flush();
        file.ifPresent(BlockOutput::close);
    }
}
