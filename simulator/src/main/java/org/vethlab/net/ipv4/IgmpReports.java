package org.vethlab.net.ipv4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;
import org.vethlab.time.Timer;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Checksum;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/** The groups of one device and the IGMPv3 reports about them (RFC 3376): each change is told twice within a second. */
final class IgmpReports {
    private static final Ipv4Address ROUTERS = new Ipv4Address(0xe000_0016);
    private static final int PROTOCOL = 2;
    private static final int REPORT_OF_VERSION_2 = 0x16;
    private static final int REPORT = 0x22;
    private static final int CHANGE_TO_INCLUDE = 3;
    private static final int CHANGE_TO_EXCLUDE = 4;
    private static final int ROBUSTNESS = 2;
    private static final int INTERNETWORK_CONTROL = 0xc0;
    private static final long JIFFY = 4_000_000L;
    private static final long INTERVAL = 1_000_000_000L;
    private static final HeaderOptions ROUTER_ALERT = new HeaderOptions(new byte[] {(byte) 0x94, 4, 0, 0});

    private final Namespace namespace;
    private final Device device;
    private final List<Ipv4Address> groups = new ArrayList<>();
    private final Map<Ipv4Address, Integer> changes = new LinkedHashMap<>();
    private final Map<Ipv4Address, Timer> answers = new LinkedHashMap<>();
    private final Timer timer;
    private int reportsLeft;

    IgmpReports(Namespace namespace, Device device) {
        this.namespace = namespace;
        this.device = device;
        this.timer = clock().idle(this::report);
    }

    private VirtualClock clock() {
        return namespace.world().clock();
    }

    List<Ipv4Address> groups() {
        return List.copyOf(groups);
    }

    void join(Ipv4Address group) {
        groups.add(0, group);
        changed(group, CHANGE_TO_EXCLUDE);
    }

    void leave(Ipv4Address group) {
        if (groups.remove(group)) {
            Timer answer = answers.remove(group);
            if (answer != null) {
                answer.cancel();
            }
            changed(group, CHANGE_TO_INCLUDE);
        }
    }

    private void changed(Ipv4Address group, int type) {
        if (!group.equals(Ipv4Groups.ALL_HOSTS)) {
            changes.put(group, type);
            reportsLeft = ROBUSTNESS;
            clock().start(timer, 2 * JIFFY);
        }
    }

    private void report() {
        send();
        reportsLeft--;
        if (reportsLeft > 0) {
            clock().start(timer, namespace.world().random().nextLong(INTERVAL) + 2 * JIFFY);
        } else {
            changes.clear();
        }
    }

    private void send() {
        ByteWriter records = new ByteWriter(8 + 8 * changes.size());
        records.u8(REPORT).u8(0).u16(0).u16(0).u16(changes.size());
        changes.forEach((group, type) -> records.u8(type).u8(0).u16(0).ipv4(group));
        send(records.toByteArray(), ROUTERS);
    }

    private void send(byte[] message, Ipv4Address destination) {
        int checksum = Checksum.of(Checksum.sum(message, 0, message.length));
        message[2] = (byte) (checksum >>> 8);
        message[3] = (byte) checksum;
        Ipv4Address source = namespace.ipv4().addresses().of(device).stream()
                .map(InterfaceAddress::local)
                .findFirst()
                .orElse(Ipv4Address.ANY);
        RawData payload = new RawData(PROTOCOL, message);
        Ipv4Packet packet =
                new Ipv4Packet(source, destination, 1, INTERNETWORK_CONTROL, 0, true, false, 0, ROUTER_ALERT, payload);
        namespace.ipv4().counters().count(Counter.IpOutRequests);
        namespace.ipv4().counters().leaving(packet);
        namespace.ipv4().counters().left(RouteType.MULTICAST, packet);
        device.transmit(new EthernetFrame(Ipv4Groups.mac(destination), device.address(), packet));
    }

    /** Answers a router of version 2 about each group, some time before its patience ends (igmp_heard_query). */
    void heardQuery(long patience) {
        for (Ipv4Address group : groups) {
            if (!group.equals(Ipv4Groups.ALL_HOSTS)) {
                Timer answer = answers.computeIfAbsent(group, asked -> clock().idle(() -> report(asked)));
                clock().start(answer, namespace.world().random().nextLong(Math.max(1, patience)) + JIFFY);
            }
        }
    }

    private void report(Ipv4Address group) {
        byte[] message = new ByteWriter(8)
                .u8(REPORT_OF_VERSION_2)
                .u8(0)
                .u16(0)
                .ipv4(group)
                .toByteArray();
        send(message, group);
    }

    void cancel() {
        timer.cancel();
        changes.clear();
        answers.values().forEach(Timer::cancel);
        answers.clear();
    }
}
