package org.vethlab.net.sched;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Scheduler;
import org.vethlab.time.Timer;
import org.vethlab.time.VirtualClock;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.wire.EthernetFrame;

/** The qdiscs of one device, and the pump that moves packets from the root to the device (__qdisc_run). */
public final class TrafficControl implements Scheduler {
    /** hash_32 of the kernel's table of qdiscs: golden ratio, 16 buckets. */
    private static final int GOLDEN_RATIO = 0x61C8_8647;

    private static final int HASH_SHIFT = 28;

    private final Device device;
    private final Timer waker;
    private final List<Qdisc> children = new ArrayList<>();
    private Optional<Qdisc> root = Optional.empty();
    private Optional<IngressPoint> ingress = Optional.empty();
    private boolean hadIngress;
    private boolean running;

    private TrafficControl(Device device) {
        this.device = device;
        this.waker = device.namespace().world().clock().idle(this::run);
    }

    /** The traffic control of a device; it begins when it is first asked for. */
    static TrafficControl of(Device device) {
        if (device.scheduler().isPresent() && device.scheduler().get() instanceof TrafficControl there) {
            return there;
        }
        TrafficControl begun = new TrafficControl(device);
        device.scheduler(Optional.of(begun));
        return begun;
    }

    Device device() {
        return device;
    }

    int transmitQueues() {
        return device.transmitQueues();
    }

    long now() {
        return device.namespace().world().clock().now();
    }

    /** Whether mistakes are answered as Debian's kernel does, with fewer extended acknowledgements. */
    boolean isTerse() {
        return device.namespace().world().schedulersAreModules();
    }

    /** Bytes of a full frame (psched_mtu). */
    long largestFrame() {
        return (long) device.mtu() + EthernetFrame.HEADER_LENGTH;
    }

    SplittableRandom seed() {
        return device.namespace().world().random().split();
    }

    @Override
    public String kind(String fallback) {
        return root.map(Qdisc::kind).orElse(fallback);
    }

    @Override
    public boolean transmit(EthernetFrame frame, int mark) {
        Packet packet = new Packet(frame, mark);
        packet.cause(clock().cause());
        if (ingress.isPresent() && ingress.get().watchesLeaving()) {
            Classification result = ingress.get().leaving().classify(packet);
            if (result.fate() == Classification.Fate.DROPPED) {
                traceFilter(Fate.TC_EGRESS, frame, "leaves");
            }
            if (result.isTaken()) {
                return result.fate() == Classification.Fate.STOLEN;
            }
            packet = result.packet();
        }
        if (root.isEmpty()) {
            return device.send(packet.frame());
        }
        QdiscStatistics counters = root.get().statistics();
        if (root.get().canBeBypassed() && counters.queueLength == 0 && !running) {
            counters.sent(packet);
            device.send(packet.frame());
            return true;
        }
        boolean queued = root.get().enqueue(packet);
        if (!queued) {
            traceDrop(frame);
        }
        run();
        return queued;
    }

    /** A copy goes through the root once more (netem's duplicates). */
    void enqueueAgain(Packet packet) {
        root.ifPresent(qdisc -> qdisc.enqueue(packet));
    }

    @Override
    public boolean receive(EthernetFrame frame) {
        if (ingress.isEmpty()) {
            return true;
        }
        Classification result = ingress.get().arrives(Packet.arriving(frame));
        if (result.fate() == Classification.Fate.DROPPED) {
            traceFilter(Fate.TC_INGRESS, frame, "comes in");
        }
        return !result.isTaken();
    }

    /** Sends what may leave now. */
    private void run() {
        if (running || root.isEmpty()) {
            return;
        }
        running = true;
        int cause = clock().cause();
        Optional<Packet> packet = root.get().take();
        while (packet.isPresent()) {
            clock().cause(packet.get().cause());
            device.send(packet.get().frame());
            packet = root.flatMap(Qdisc::take);
        }
        clock().cause(cause);
        running = false;
    }

    /** A queueing discipline has no room for a frame, or loses it on purpose. */
    void traceDrop(EthernetFrame frame) {
        if (device.namespace().trace().isOn()) {
            String why = "the queueing discipline of " + device + " drops it";
            traceDrop(Fate.QDISC_DROP, frame, why, "tc qdisc: " + kind("") + " on " + device);
        }
    }

    private void traceFilter(Fate fate, EthernetFrame frame, String place) {
        if (device.namespace().trace().isOn()) {
            String why = "a filter on what " + place + " by " + device + " drops it";
            traceDrop(fate, frame, why, "tc filter on " + device);
        }
    }

    private void traceDrop(Fate fate, EthernetFrame frame, String why, String decider) {
        Decision drop = new Decision.Dropped(fate, device.name(), why, decider);
        device.namespace().trace().step(frame.payload(), drop);
    }

    private VirtualClock clock() {
        return device.namespace().world().clock();
    }

    /** Has the pump run at a time, if nothing makes it run before (qdisc_watchdog_schedule). */
    void wakeAt(long time) {
        if (!waker.isPending() || waker.due() > time || waker.due() <= now()) {
            device.namespace().world().clock().start(waker, time - now());
        }
    }

    @Override
    public void closed() {
        waker.cancel();
        root.ifPresent(TrafficControl::empty);
    }

    private static void empty(Qdisc qdisc) {
        Optional<Packet> packet = qdisc.take();
        while (packet.isPresent()) {
            packet = qdisc.take();
        }
    }

    Optional<Qdisc> root() {
        return root;
    }

    Optional<IngressPoint> ingress() {
        return ingress;
    }

    void root(Optional<Qdisc> newRoot) {
        waker.cancel();
        children.clear();
        root = newRoot;
    }

    void ingress(Optional<IngressPoint> point) {
        ingress = point;
        hadIngress = true;
    }

    boolean hadIngress() {
        return hadIngress;
    }

    void adopt(Qdisc child) {
        children.add(child);
    }

    /** A qdisc and all that sit in it are gone. */
    void forget(Qdisc qdisc) {
        children.remove(qdisc);
        for (TrafficClass one : qdisc.classes()) {
            one.leaf().ifPresent(this::forget);
        }
    }

    /** qdisc_lookup. */
    Optional<Qdisc> find(Handle handle) {
        if (handle.isNone()) {
            return Optional.empty();
        }
        return all().stream().filter(qdisc -> qdisc.handle().equals(handle)).findFirst();
    }

    /** In the order of a dump: the root, the others by the kernel's hash of their handles, ingress last. */
    List<Qdisc> all() {
        List<Qdisc> hashed = new ArrayList<>(children);
        Collections.reverse(hashed);
        hashed.sort(Comparator.comparingInt(qdisc -> qdisc.handle().value() * GOLDEN_RATIO >>> HASH_SHIFT));
        List<Qdisc> all = new ArrayList<>();
        root.ifPresent(all::add);
        all.addAll(hashed);
        ingress.ifPresent(all::add);
        return all;
    }
}
