package org.vethlab.net;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vethlab.net.ipv4.Ipv4;
import org.vethlab.net.link.Devices;
import org.vethlab.net.link.Links;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.socket.Sockets;

/** A network namespace: its own devices, addresses, routes, neighbours, sockets and sysctls. */
public final class Namespace {
    private final World world;
    private final long inode;
    private final Sysctls sysctls;
    private final Devices devices;
    private final Links links;
    private final Neighbours neighbours;
    private final Ipv4 ipv4;
    private final Sockets sockets;
    private final List<Namespace> numbered = new ArrayList<>();
    private boolean alive = true;

    Namespace(World world, long inode) {
        this.world = world;
        this.inode = inode;
        this.sysctls = new Sysctls(this);
        this.devices = new Devices();
        this.neighbours = new Neighbours(this);
        this.ipv4 = new Ipv4(this);
        this.sockets = new Sockets(this);
        this.links = new Links(this);
    }

    public World world() {
        return world;
    }

    /** The inode number that {@code readlink /proc/self/ns/net} shows. */
    public long inode() {
        return inode;
    }

    public boolean isAlive() {
        return alive;
    }

    public Sysctls sysctls() {
        return sysctls;
    }

    public Devices devices() {
        return devices;
    }

    public Links links() {
        return links;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Ipv4 ipv4() {
        return ipv4;
    }

    public Sockets sockets() {
        return sockets;
    }

    /** The number by which this namespace knows another (netnsid), if it has met it. */
    public OptionalInt idOf(Namespace other) {
        int index = numbered.indexOf(other);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The number by which this namespace knows another; the next free one if it is met for the first time. */
    public int assignId(Namespace other) {
        if (!numbered.contains(other)) {
            numbered.add(other);
        }
        return numbered.indexOf(other);
    }

    void destroy() {
        alive = false;
        links.destroyAll();
    }
}
