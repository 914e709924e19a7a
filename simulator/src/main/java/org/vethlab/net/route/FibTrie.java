package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.Ipv4Prefix;

/**
 * Routes by prefix: a binary trie, one bit a step. A lookup walks down to the longest prefix and then back up, because a
 * longer prefix may hold no route that fits (type of service, dead next hops, output device).
 */
final class FibTrie {
    private final Node root = new Node(null, Ipv4Prefix.DEFAULT);

    /** A prefix and its routes, in the order in which a lookup tries them. */
    static final class Node {
        final Ipv4Prefix prefix;
        private final @Nullable Node parent;
        private @Nullable Node zero;
        private @Nullable Node one;
        final List<FibEntry> entries = new ArrayList<>(1);

        private Node(@Nullable Node parent, Ipv4Prefix prefix) {
            this.parent = parent;
            this.prefix = prefix;
        }

        /** The node of the next shorter prefix. */
        @Nullable Node shorter() {
            return parent;
        }

        private @Nullable Node child(int bit) {
            return bit == 0 ? zero : one;
        }

        private void setChild(int bit, @Nullable Node child) {
            if (bit == 0) {
                zero = child;
            } else {
                one = child;
            }
        }
    }

    /** The deepest node on the way to an address; {@link Node#shorter} leads back over all shorter prefixes. */
    Node deepest(int address) {
        Node node = root;
        for (int bits = address; ; bits <<= 1) {
            Node next = node.child(bits >>> 31);
            if (next == null) {
                return node;
            }
            node = next;
        }
    }

    Node root() {
        return root;
    }

    /** The node of exactly this prefix, made if it is not there. */
    Node at(Ipv4Prefix prefix) {
        Node node = root;
        int bits = prefix.network().bits();
        for (int depth = 0; depth < prefix.length(); depth++, bits <<= 1) {
            int bit = bits >>> 31;
            Node next = node.child(bit);
            if (next == null) {
                next = new Node(node, Ipv4Prefix.of(prefix.network(), depth + 1));
                node.setChild(bit, next);
            }
            node = next;
        }
        return node;
    }

    /** Cuts off the branch that ends in a node without routes. */
    void prune(Node emptied) {
        Node node = emptied;
        while (node.entries.isEmpty() && node.zero == null && node.one == null) {
            Node parent = node.parent;
            if (parent == null) {
                return;
            }
            parent.setChild(parent.zero == node ? 0 : 1, null);
            node = parent;
        }
    }

    /** All routes as a dump lists them: by network, the longer prefix first, then as a lookup tries them. */
    List<FibEntry> all() {
        List<FibEntry> entries = new ArrayList<>();
        collect(root, entries);
        entries.sort((one, other) ->
                one.route().destination().compareTo(other.route().destination()));
        return entries;
    }

    private static void collect(@Nullable Node node, List<FibEntry> into) {
        if (node != null) {
            into.addAll(node.entries);
            collect(node.zero, into);
            collect(node.one, into);
        }
    }

    boolean removeIf(Predicate<FibEntry> condition) {
        boolean removed = false;
        for (FibEntry entry : all()) {
            if (condition.test(entry)) {
                Node node = at(entry.route().destination());
                node.entries.remove(entry);
                prune(node);
                removed = true;
            }
        }
        return removed;
    }
}
