package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** {@code ip vrf}: the VRFs, and processes whose sockets belong to one. */
final class IpVrf implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return show(ip, words);
        }
        String verb = words.next();
        if (matches(verb, "identify")) {
            return identify(ip, words);
        }
        if (matches(verb, "pids")) {
            return processes(ip, words);
        }
        if (matches(verb, "exec")) {
            return execute(ip, words);
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return show(ip, words);
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-vrf");
        }
        throw new CommandException(CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip vrf help\".");
    }

    private static int show(IpContext ip, Arguments words) {
        if (words.remaining() > 1) {
            return ip.usage("ip-vrf");
        }
        if (words.hasNext()) {
            return showOne(ip, words.next());
        }
        Printer out = ip.printer();
        out.beginList();
        out.text(String.format("%-16s  %5s\n-----------------------\n", "Name", "Table"));
        boolean any = false;
        for (Device device : ip.net().devices().all()) {
            if (device instanceof Vrf vrf) {
                any = true;
                out.beginObject();
                out.field("name", "%-16s", vrf.name());
                out.field("table", " %5s", Integer.toUnsignedLong(vrf.table()));
                out.text("\n");
                out.endObject();
            }
        }
        out.text(any ? "" : "No VRF has been configured\n");
        out.endList();
        return 0;
    }

    private static int showOne(IpContext ip, String name) {
        OptionalInt table = VrfNames.table(ip, name);
        if (table.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Invalid VRF");
        }
        ip.print(name + " " + Integer.toUnsignedString(table.getAsInt()) + "\n");
        return 0;
    }

    private static int identify(IpContext ip, Arguments words) {
        if (words.remaining() > 1) {
            words.next();
            throw CommandException.wrong(words.next(), "Extra arguments specified\n");
        }
        Optional<Process> process = Optional.of(ip.context().process());
        if (words.hasNext()) {
            String word = words.next();
            long number = Numbers.unsigned(word, 32).orElseThrow(() -> CommandException.wrong(word, "Invalid pid\n"));
            process = ip.context().process().machine().processes().stream()
                    .filter(each -> each.pid() == number)
                    .findFirst();
        }
        if (process.isEmpty()) {
            return ip.fail(1, "Failed to lookup vrf association: No such file or directory");
        }
        process.get().routingDomain().ifPresent(vrf -> ip.print(vrf.name() + "\n"));
        return 0;
    }

    private static int processes(IpContext ip, Arguments words) {
        if (words.remaining() != 1) {
            return ip.fail(1, "Invalid arguments");
        }
        String name = words.next();
        for (Process process : ip.context().process().machine().processes()) {
            if (process.routingDomain().filter(vrf -> vrf.name().equals(name)).isPresent()) {
                ip.print(String.format("%5d  %s\n", process.pid(), process.name()));
            }
        }
        return 0;
    }

    /** All sockets that the command opens are bound to the VRF's device (a program on the cgroup's sockets does it). */
    private static int execute(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "No VRF name specified");
        }
        String name = words.next();
        if (!words.hasNext()) {
            return ip.fail(1, "No command specified");
        }
        Optional<Vrf> vrf = ip.findDevice(name).filter(Vrf.class::isInstance).map(Vrf.class::cast);
        if (vrf.isEmpty() && !name.equals("default")) {
            return ip.fail(CommandException.USAGE, "Invalid VRF name");
        }
        ip.flush();
        List<String> command = words.rest();
        Process self = ip.context().process();
        if (ip.options().batchFile.isPresent()) {
            Process child = self.fork(process -> become(process, vrf, command));
            return self.waitFor(child) instanceof ProcessState.Exited end ? end.status() : 1;
        }
        return become(self, vrf, command);
    }

    private static int become(Process process, Optional<Vrf> vrf, List<String> command) {
        process.enterRoutingDomain(vrf);
        try {
            return process.exec(command);
        } catch (NetException e) {
            process.err()
                    .println("exec of \"" + command.get(0) + "\" failed: "
                            + e.errno().text());
            return CommandException.USAGE;
        }
    }
}
