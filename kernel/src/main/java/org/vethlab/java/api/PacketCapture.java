package org.vethlab.java.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.capture.Packet;
import org.vethlab.capture.Recording;
import org.vethlab.lab.LabException;
import org.vethlab.picture.Drawable;
import org.vethlab.picture.Picture;

/**
 * A capture that goes on in the background, until it is closed; {@link NotebookLab#capture(String)} begins one. A cell that
 * ends with it shows what was captured so far.
 */
public final class PacketCapture implements Drawable, AutoCloseable {
    private final String title;
    private final Recording recording;

    PacketCapture(String title, Recording recording) {
        this.title = title;
        this.recording = recording;
    }

    /** The packets that were captured so far: each once, at however many devices of the namespace it was seen. */
    public RowList<PacketRow> packets() {
        List<Packet> packets = recording.capture().packets();
        long start = packets.isEmpty() ? 0 : packets.get(0).time();
        return new RowList<>(
                title,
                packets.stream().map(packet -> PacketRow.of(packet, start)).toList());
    }

    /** How many packets were captured so far. */
    public int count() {
        return recording.capture().packets().size();
    }

    /** Forgets what was captured so far, and goes on. */
    public void clear() {
        recording.clear();
    }

    /** A capture file (pcap), as tcpdump would have written it. */
    public byte[] toPcap() {
        return recording.capture().pcap();
    }

    /**
     * Writes a capture file that tcpdump, tshark and Wireshark read.
     *
     * @param file on the real machine, from the notebook's folder: {@code ping.pcap}; one of that name is replaced
     * @throws LabException if it cannot be written
     */
    public void save(String file) {
        try {
            Files.write(Path.of(file), toPcap());
        } catch (NoSuchFileException e) {
            throw new LabException(file + " cannot be written: No such file or directory");
        } catch (AccessDeniedException e) {
            throw new LabException(file + " cannot be written: Permission denied");
        } catch (IOException e) {
            throw new LabException(file + " cannot be written: " + e.getMessage());
        }
    }

    /** Captures no more; what was captured stays. */
    @Override
    public void close() {
        recording.close();
    }

    @Override
    public Picture draw() {
        return packets().draw();
    }

    /** The packets, as a table. */
    @Override
    public String toString() {
        return packets().toString();
    }
}
