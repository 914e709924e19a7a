package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.link.Device;

/** An action as a request asks for it and a dump tells it. */
public sealed interface ActionSpec {
    /** The name of its kind. */
    String kind();

    /** What it decides when all went well. */
    Control control();

    /** gact: only decides. */
    record Generic(Control control) implements ActionSpec {
        @Override
        public String kind() {
            return "gact";
        }
    }

    /** mirred: sends the packet, or a copy, elsewhere. */
    record Mirred(Device target, boolean ingress, boolean mirrors, Control control) implements ActionSpec {
        @Override
        public String kind() {
            return "mirred";
        }
    }

    /** police: {@code exceeded} for what is over the rate, {@code conforming} for the rest. */
    record Police(RateSpec rate, long mtu, Control exceeded, Control conforming) implements ActionSpec {
        @Override
        public String kind() {
            return "police";
        }

        @Override
        public Control control() {
            return exceeded;
        }
    }

    /** skbedit: changes what is noted on the packet. */
    record Edit(Optional<Handle> priority, OptionalInt mark, Control control) implements ActionSpec {
        @Override
        public String kind() {
            return "skbedit";
        }
    }

    /** vlan: takes the outer tag off, or puts one on. */
    record VlanChange(boolean pushes, int id, int tpid, int priority, Control control) implements ActionSpec {
        @Override
        public String kind() {
            return "vlan";
        }
    }
}
