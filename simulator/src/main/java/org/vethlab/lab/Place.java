package org.vethlab.lab;

/**
 * Where a command runs: the host, or a namespace.
 *
 * @param name what a student calls it: the host name of an unnamed namespace, its {@code ip netns} name, or its pid
 * @param pid a process inside it; 0 if it has a name but no process
 */
public record Place(String name, int pid) {
    public static final Place HOST = new Place("host", 1);
}
