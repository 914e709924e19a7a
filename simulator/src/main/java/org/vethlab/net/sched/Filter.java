package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import org.vethlab.wire.Ipv4Packet;

/** A filter in force. */
public final class Filter {
    private final int handle;
    private final FilterOptions options;
    private final Optional<Handle> classId;
    private final List<Action> actions;
    private final Optional<Action> police;
    private final long[] keyHits;
    private long tried;
    private long hits;

    Filter(int handle, FilterOptions options, Optional<Handle> classId, List<Action> actions, Optional<Action> police) {
        this.handle = handle;
        this.options = options;
        this.classId = classId;
        this.actions = List.copyOf(actions);
        this.police = police;
        this.keyHits = new long
                [options instanceof FilterOptions.Words words ? words.keys().size() : 0];
    }

    public int handle() {
        return handle;
    }

    public FilterOptions options() {
        return options;
    }

    public Optional<Handle> classId() {
        return classId;
    }

    public List<Action> actions() {
        return actions;
    }

    /** A limit of the old kind, which is no action of its own (u32's {@code police}). */
    public Optional<Action> police() {
        return police;
    }

    /** How often it was looked at. */
    public long tried() {
        return tried;
    }

    public long hits() {
        return hits;
    }

    public long keyHits(int key) {
        return keyHits[key];
    }

    boolean matches(Packet packet) {
        tried++;
        boolean hit = fits(packet);
        hits += hit ? 1 : 0;
        return hit;
    }

    private boolean fits(Packet packet) {
        if (options instanceof FilterOptions.Words words) {
            return fits(words, packet);
        }
        if (options instanceof FilterOptions.Mark mark) {
            return (packet.mark() & mark.mask().orElse(0xffff_ffffL)) == Integer.toUnsignedLong(handle);
        }
        return !(options instanceof FilterOptions.Flower flower)
                || flower.keys().stream().allMatch(key -> key.test().test(packet.frame()));
    }

    private boolean fits(FilterOptions.Words words, Packet packet) {
        for (int i = 0; i < words.keys().size(); i++) {
            FilterOptions.Key key = words.keys().get(i);
            int offset = key.offset() + (key.behindHeader() ? headerLength(packet) : 0);
            if ((word(packet.network(), offset) & key.mask()) != key.value()) {
                return false;
            }
            keyHits[i]++;
        }
        return true;
    }

    private static int headerLength(Packet packet) {
        return packet.frame().payload() instanceof Ipv4Packet ip
                ? ip.length() - ip.payload().length()
                : 0;
    }

    /** Four bytes; what lies outside the packet never fits. */
    private static long word(byte[] bytes, int offset) {
        if (offset < 0 || offset + Integer.BYTES > bytes.length) {
            return -1;
        }
        long word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word = word << 8 | bytes[offset + i] & 0xff;
        }
        return word;
    }

    /** Runs the actions one after another, until one does more than {@code pipe} (tcf_action_exec). */
    Action.Result act(Packet packet, Action.Site site) {
        Packet current = packet;
        Control control = Control.PASS;
        for (Action action : police.map(List::of).orElse(actions)) {
            Action.Result result = action.act(current, site);
            current = result.packet();
            control = result.control();
            if (control != Control.PIPE) {
                break;
            }
        }
        return new Action.Result(control, current);
    }
}
