package org.vethlab.magic;

import java.util.List;
import org.vethlab.lab.Place;
import org.vethlab.picture.Picture;

/**
 * Does once, in a lab that nobody sees, what first cells do: most of the time that the first commands of a process take
 * goes into classes and call sites, which the JVM links when they are first used.
 */
public final class WarmUp implements Runnable {
    /** One of each: a namespace with a shell in it and one with a name, a cable, a bridge, an address, a packet. */
    private static final String SCRIPT = """
        new() {
            unshare --net --uts /bin/bash &
            export "pid_$1=$!"
            until [ "$(readlink /proc/$!/ns/uts)" != "$(readlink /proc/$$/ns/uts)" ]; do sleep 0.05; done
            nsenter -t $! -u hostname "$1"
        }
        within() {
            local pid=pid_$1
            shift
            nsenter -t "${!pid}" -u -n "$@"
        }
        for name in one two; do new "$name"; done
        ip link add left netns "$pid_one" type veth peer name right netns "$pid_two"
        within one ip addr add 10.0.0.1/24 brd 10.0.0.255 dev left
        within one ip link set left up
        within two brctl addbr br0
        within two ip addr add 10.0.0.2/24 dev br0
        within two ip link set br0 up
        within two ip link set right up
        within two brctl addif br0 right
        ip netns add three
        ip netns exec three ip link set lo up
        sleep 3
        """;

    private static final Screen NOBODY = new Screen() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public void show(Picture picture) {}
    };

    private final LabSession session;
    private final Screen screen;

    /** @param session that is left when this has run */
    WarmUp(LabSession session, Screen screen) {
        this.session = session;
        this.screen = screen;
    }

    /** Begins beside what else a process has to do. */
    public static void begin(LabSession session) {
        if (session.backend() == Backend.SIMULATED) {
            Thread thread = new Thread(new WarmUp(session.aside(), NOBODY), "vethlab warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try (session) {
            session.run(Place.HOST, SCRIPT, List.of(), screen);
            session.run(session.lab().place("one"), "ping -c 1 10.0.0.2", List.of(), screen);
        }
    }
}
