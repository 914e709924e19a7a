package org.vethlab.net.filter.expression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** Tells the kernel's log of a packet (nft_log). In a namespace other than the first the kernel keeps it to itself. */
public record LogPacket(
        Optional<String> prefix,
        Optional<String> level,
        OptionalLong group,
        OptionalLong snaplen,
        OptionalLong threshold,
        List<String> flags)
        implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return Verdict.CONTINUE;
    }
}
