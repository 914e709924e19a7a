package org.vethlab.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;

/** Which processes hold which sockets, as {@code /proc/PID/fd} shows it. */
public final class SocketUsers {
    private final Map<String, List<User>> users = new HashMap<>();

    /** A process and the descriptor by which it holds a socket. */
    public record User(String name, int pid, int descriptor) {}

    public SocketUsers(Machine machine) {
        for (Process process : machine.processes()) {
            for (int number : process.descriptors().numbers()) {
                process.descriptors()
                        .get(number)
                        .ifPresent(file -> users.computeIfAbsent(file.name(), name -> new ArrayList<>())
                                .add(new User(process.name(), process.pid(), number)));
            }
        }
    }

    /** Those that hold a socket, by their numbers. */
    public List<User> of(long inode) {
        return users.getOrDefault(SocketFile.name(inode), List.of());
    }
}
