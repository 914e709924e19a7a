package org.vethlab.capture.layer;

import org.vethlab.wire.ByteReader;
import org.vethlab.wire.LinkType;

/** Takes the packets of a capture apart, in their order: what came before explains what follows. */
public final class Dissector {
    private final TcpStreams streams = new TcpStreams();

    public Dissection dissect(LinkType link, byte[] bytes) {
        Dissection dissection = new Dissection(streams);
        dissection.inside("frame", new ByteReader(bytes), Link.of(link));
        return dissection;
    }
}
