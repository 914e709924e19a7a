package org.vethlab.net.link;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.RawData;
import org.vethlab.wire.VlanTag;
import org.vethlab.wire.WireException;

/** What hosts say about the groups that they are in: IGMP (RFC 2236, RFC 3376) and MLD (RFC 2710, RFC 3810). */
final class GroupReports {
    private static final int IGMP = 2;
    private static final int IGMP_V1_REPORT = 0x12;
    private static final int IGMP_V2_REPORT = 0x16;
    private static final int IGMP_LEAVE = 0x17;
    private static final int IGMP_V3_REPORT = 0x22;
    private static final int MLD_REPORT = 131;
    private static final int MLD_DONE = 132;

    /** MODE_IS_INCLUDE and CHANGE_TO_INCLUDE: without sources that is to leave. */
    private static final int INCLUDE = 1;

    private static final int CHANGE_TO_INCLUDE = 3;

    private GroupReports() {}

    /** Tells each group of a report, and whether it is joined; nothing for other frames. */
    static void read(Payload payload, BiConsumer<GroupAddress, Boolean> each) {
        Payload inner = payload instanceof VlanTag tag ? tag.payload() : payload;
        try {
            if (inner instanceof Ipv4Packet packet && packet.payload() instanceof RawData data) {
                readIgmp(data, each);
            } else if (inner instanceof Ipv6Packet packet && packet.payload() instanceof Icmpv6Message message) {
                readMld(message, each);
            }
        } catch (WireException e) {
            // cut short: no report
            return;
        }
    }

    private static void readIgmp(RawData data, BiConsumer<GroupAddress, Boolean> each) {
        if (data.protocol() != IGMP) {
            return;
        }
        ByteReader in = new ByteReader(data.bytes());
        int type = in.u8();
        in.skip(3);
        if (type == IGMP_V3_REPORT) {
            in.skip(2);
            readRecords(in.u16(), in, () -> new GroupAddress.Ip(in.ipv4()), 4, each);
        } else if (type == IGMP_V1_REPORT || type == IGMP_V2_REPORT || type == IGMP_LEAVE) {
            each.accept(new GroupAddress.Ip(in.ipv4()), type != IGMP_LEAVE);
        }
    }

    private static void readMld(Icmpv6Message message, BiConsumer<GroupAddress, Boolean> each) {
        ByteReader in = new ByteReader(message.data());
        if (message.type() == Icmpv6Message.MLD2_REPORT) {
            readRecords(message.rest() & 0xffff, in, () -> new GroupAddress.Ip(in.ipv6()), 16, each);
        } else if (message.type() == MLD_REPORT || message.type() == MLD_DONE) {
            each.accept(new GroupAddress.Ip(in.ipv6()), message.type() == MLD_REPORT);
        }
    }

    private static void readRecords(
            int count,
            ByteReader in,
            Supplier<GroupAddress> group,
            int addressLength,
            BiConsumer<GroupAddress, Boolean> each) {
        for (int i = 0; i < count; i++) {
            int type = in.u8();
            int more = in.u8();
            int sources = in.u16();
            GroupAddress address = group.get();
            in.skip(sources * addressLength + more * 4);
            boolean leaves = sources == 0 && (type == INCLUDE || type == CHANGE_TO_INCLUDE);
            each.accept(address, !leaves);
        }
    }
}
