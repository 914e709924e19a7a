package org.vethlab.lab;

/**
 * Where a command runs: the host, or a namespace.
 *
 * @param name what a student calls it: the host name of an unnamed namespace, its {@code ip netns} name, or its pid
 * @param pid a process inside it; 0 if it has a name but no process
 */
public record Place(String name, int pid) {
    public static final Place HOST = new Place("host", 1);

    /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Place that && pid == that.pid && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + pid;
    }
}
