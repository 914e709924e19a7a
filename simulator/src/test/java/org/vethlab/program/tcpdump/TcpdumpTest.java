package org.vethlab.program.tcpdump;

import org.vethlab.program.DebianTranscripts;

/** Capture files, printed and filtered. */
class TcpdumpTest extends DebianTranscripts {
    TcpdumpTest() {
        super("tcpdump");
    }
}
