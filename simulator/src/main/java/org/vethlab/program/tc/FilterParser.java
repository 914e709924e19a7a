package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.net.sched.FilterRequest;
import org.vethlab.net.sched.Handle;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** The words of a request about a filter (tc_filter_modify). */
final class FilterParser {
    private final TcContext tc;
    private final Arguments words;
    private Optional<Device> device = Optional.empty();
    private String deviceName = "";
    private Handle parent = Handle.NONE;
    private long priority;
    private int protocol;
    private boolean protocolGiven;
    private String handle = "";
    private Optional<String> kind = Optional.empty();
    int handleNumber;
    Optional<FilterOptions> options = Optional.empty();
    Optional<Handle> classId = Optional.empty();
    final List<ActionSpec> actions = new ArrayList<>();
    Optional<ActionSpec.Police> police = Optional.empty();

    FilterParser(TcContext tc, Arguments words, int protocol) {
        this.tc = tc;
        this.words = words;
        this.protocol = protocol;
    }

    /** @return false if only help was asked for */
    boolean parse() {
        while (words.hasNext() && kind.isEmpty()) {
            String word = words.next();
            if (!takePlace(word) && !takeNumber(word)) {
                if (matches(word, "help")) {
                    tc.usage("tc-filter");
                    return false;
                }
                kind = Optional.of(word);
            }
        }
        if (!deviceName.isEmpty()) {
            device = Optional.of(tc.device(deviceName));
        }
        if (kind.isPresent()) {
            FilterKinds.find(kind.get()).parse(this, handle, words);
        } else if (!handle.isEmpty()) {
            throw new CommandException(CommandException.USAGE, "Must specify filter type when using \"handle\"");
        }
        return true;
    }

    private boolean takePlace(String word) {
        switch (word) {
            case "dev" -> takeDevice();
            case "root" -> place(Handle.ROOT, word);
            case "ingress" -> place(Handle.CLSACT_INGRESS, word);
            case "egress" -> place(Handle.CLSACT_EGRESS, word);
            case "parent" -> takeParent();
            case "handle" -> {
                String id = words.next();
                if (!handle.isEmpty()) {
                    throw CommandException.duplicate("handle", id);
                }
                handle = id;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeDevice() {
        String name = words.next();
        if (!deviceName.isEmpty()) {
            throw CommandException.duplicate("dev", name);
        }
        deviceName = name;
    }

    private void place(Handle where, String name) {
        if (!parent.isNone()) {
            throw new CommandException(CommandException.USAGE, "Error: \"" + name + "\" is duplicate parent ID");
        }
        parent = where;
    }

    private void takeParent() {
        String id = words.next();
        if (!parent.isNone()) {
            throw CommandException.duplicate("parent", id);
        }
        parent = Handles.classId(id).orElseThrow(() -> CommandException.wrong(id, "Invalid parent ID"));
    }

    private boolean takeNumber(String word) {
        if (matches(word, "preference") || matches(word, "priority")) {
            String number = words.next();
            if (priority != 0) {
                throw CommandException.duplicate("priority", number);
            }
            priority = Numbers.unsigned(number, 16)
                    .orElseThrow(() -> CommandException.wrong(number, "invalid priority value"));
        } else if (matches(word, "protocol")) {
            takeProtocol();
        } else if (matches(word, "chain") || matches(word, "block") || matches(word, "estimator")) {
            throw CommandException.notSimulated("tc filter " + word);
        } else {
            return false;
        }
        return true;
    }

    private void takeProtocol() {
        String name = words.next();
        if (protocolGiven) {
            throw CommandException.duplicate("protocol", name);
        }
        protocol = Protocols.number(name).orElseThrow(() -> CommandException.wrong(name, "invalid protocol"));
        protocolGiven = true;
    }

    TcContext tc() {
        return tc;
    }

    int protocol() {
        return protocol;
    }

    Device device() {
        return device.orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    FilterRequest request() {
        return new FilterRequest(
                parent, (int) priority, protocol, kind, handleNumber, options, classId, actions, police);
    }
}
