package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.NamedNamespaces;
import org.vethlab.process.Process;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** {@code ip netns}: names for namespaces under /run/netns. */
final class IpNetns implements IpObject {
    private static final int LONGEST_NAME = 255;

    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return list(ip);
        }
        String verb = words.next();
        if (!ip.options().all() && words.hasNext() && isInvalid(words.peek())) {
            throw new CommandException(CommandException.USAGE, "Invalid netns name \"" + words.peek() + "\"");
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return list(ip);
        }
        if (matches(verb, "list-id")) {
            return NamespaceIds.list(ip, words);
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-netns");
        }
        return runOnName(ip, verb, words);
    }

    private static int runOnName(IpContext ip, String verb, Arguments words) {
        if (matches(verb, "add")) {
            return add(ip, words);
        }
        if (matches(verb, "set")) {
            return NamespaceIds.set(ip, words);
        }
        if (matches(verb, "delete")) {
            return delete(ip, words);
        }
        if (matches(verb, "identify")) {
            return identify(ip, words);
        }
        if (matches(verb, "pids")) {
            return pids(ip, words);
        }
        if (matches(verb, "exec")) {
            return new NamespaceExec(ip).run(words);
        }
        if (matches(verb, "monitor")) {
            throw CommandException.notSimulated("ip netns monitor");
        }
        if (matches(verb, "attach")) {
            return attach(ip, words);
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip netns help\".");
    }

    private static boolean isInvalid(String name) {
        return name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.indexOf('/') >= 0
                || name.equals(".")
                || name.equals("..");
    }

    private static int list(IpContext ip) {
        Printer out = ip.printer();
        NamedNamespaces named = NamespaceNames.named(ip.context());
        out.beginList();
        for (String name : named.list()) {
            out.beginObject();
            out.field("name", "%s", name);
            OptionalInt id = named.find(name).map(ip.net()::idOf).orElse(OptionalInt.empty());
            id.ifPresent(number -> out.field("id", " (id: %s)", number));
            out.text("\n");
            out.endObject();
        }
        out.endList();
        return 0;
    }

    private static int add(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "No netns name specified");
        }
        String name = words.next();
        checkFree(ip, name);
        NamespaceNames.named(ip.context()).add(name, ip.net().world().createNamespace());
        return 0;
    }

    private static int attach(IpContext ip, Arguments words) {
        if (words.remaining() < 2) {
            return ip.fail(1, "No netns name and PID specified");
        }
        String name = words.next();
        String word = words.next();
        OptionalInt pid = Numbers.integer(word);
        if (pid.isEmpty() || pid.getAsInt() == 0) {
            return ip.fail(1, "Invalid PID: " + word);
        }
        checkFree(ip, name);
        Optional<Process> process = ip.context().process().machine().process(pid.getAsInt());
        if (process.isEmpty()) {
            return ip.fail(
                    1,
                    "Bind /proc/" + pid.getAsInt() + "/ns/net -> /run/netns/" + name + " failed: "
                            + Errno.ENOENT.text());
        }
        NamespaceNames.named(ip.context()).add(name, process.get().net());
        return 0;
    }

    private static void checkFree(IpContext ip, String name) {
        if (NamespaceNames.named(ip.context()).find(name).isPresent()) {
            throw new CommandException(
                    1, "Cannot create namespace file \"/run/netns/" + name + "\": " + Errno.EEXIST.text());
        }
    }

    private static int delete(IpContext ip, Arguments words) {
        NamedNamespaces named = NamespaceNames.named(ip.context());
        if (ip.options().all()) {
            named.list().forEach(named::remove);
            return 0;
        }
        if (!words.hasNext()) {
            return ip.fail(1, "No netns name specified");
        }
        String name = words.next();
        try {
            named.remove(name);
            return 0;
        } catch (NetException e) {
            return ip.fail(
                    1,
                    "Cannot remove namespace file \"/run/netns/" + name + "\": "
                            + e.errno().text());
        }
    }

    /** Prints an empty line for a namespace without a name; of several names the oldest. */
    private static int identify(IpContext ip, Arguments words) {
        Process process = ip.context().process();
        if (words.remaining() > 1) {
            return ip.fail(1, "extra arguments specified");
        }
        if (words.hasNext()) {
            String word = words.next();
            if (!word.chars().allMatch(Character::isDigit)) {
                return ip.fail(1, "Specified string '" + word + "' is not a pid");
            }
            int pid = Numbers.integer(word).orElse(0);
            process = process.machine().process(pid).orElseThrow(IpNetns::cannotOpen);
        }
        ip.print(NamespaceNames.named(ip.context()).namesOf(process.net()).stream()
                        .reduce("", (newer, older) -> older)
                + "\n");
        return 0;
    }

    private static int pids(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "No netns name specified");
        }
        if (words.remaining() > 1) {
            return ip.fail(1, "extra arguments specified");
        }
        Namespace wanted = NamespaceNames.named(ip.context()).find(words.next()).orElseThrow(IpNetns::cannotOpen);
        for (Process process : ip.context().process().machine().processes()) {
            if (process.net() == wanted && !process.state().isOver()) {
                ip.print(process.pid() + "\n");
            }
        }
        return 0;
    }

    private static CommandException cannotOpen() {
        return new CommandException(1, "Cannot open network namespace: " + Errno.ENOENT.text());
    }
}
