package org.vethlab.net.sched;

import java.util.List;
import java.util.OptionalLong;

/** What a filter looks at. */
public sealed interface FilterOptions {
    /** The name of its kind. */
    String kind();

    /** u32: 32-bit words at offsets from the network header, or from the header behind it. */
    record Words(List<Key> keys) implements FilterOptions {
        @Override
        public String kind() {
            return "u32";
        }
    }

    record Key(long value, long mask, int offset, boolean behindHeader) {}

    /** matchall: everything. */
    record All() implements FilterOptions {
        @Override
        public String kind() {
            return "matchall";
        }
    }

    /** fw: the netfilter mark, which is the handle. */
    record Mark(OptionalLong mask) implements FilterOptions {
        @Override
        public String kind() {
            return "fw";
        }
    }

    /** flower: fields of the headers. */
    record Flower(List<FlowerKey> keys) implements FilterOptions {
        @Override
        public String kind() {
            return "flower";
        }
    }

    /** basic without extended matches: everything. */
    record Basic() implements FilterOptions {
        @Override
        public String kind() {
            return "basic";
        }
    }

    /** A kind that the kernel does not know. */
    record Unknown(String kind) implements FilterOptions {}
}
