package org.vethlab.net.link;

/**
 * Who serves a port's segment, as the best configuration message heard there says (IEEE 802.1D-1998, 8.6.2.2). The lower
 * one is the better.
 *
 * @param root the root bridge
 * @param cost of the designated bridge's way to the root
 * @param bridge the designated bridge
 * @param port the designated bridge's port
 */
public record PortRole(BridgeId root, int cost, BridgeId bridge, int port) implements Comparable<PortRole> {
    @Override
    public int compareTo(PortRole other) {
        int order = compareToIgnoringPort(other);
        return order != 0 ? order : Integer.compare(port, other.port);
    }

    int compareToIgnoringPort(PortRole other) {
        int byRoot = root.compareTo(other.root);
        if (byRoot != 0) {
            return byRoot;
        }
        int byCost = Integer.compare(cost, other.cost);
        return byCost != 0 ? byCost : bridge.compareTo(other.bridge);
    }
}
