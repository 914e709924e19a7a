package org.vethlab.program.ip;

import java.util.List;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.program.Arguments;

/** {@code ip netns exec}: another program in place of this one, in another namespace; with {@code -all} in each. */
final class NamespaceExec {
    private final IpContext ip;

    NamespaceExec(IpContext ip) {
        this.ip = ip;
    }

    int run(Arguments words) {
        boolean all = ip.options().all();
        if (!all && !words.hasNext()) {
            return ip.fail(1, "No netns name specified");
        }
        if (words.remaining() < (all ? 1 : 2)) {
            return ip.fail(1, "No command specified");
        }
        return all ? runEverywhere(words.rest()) : runIn(words.next(), words.rest());
    }

    private int runIn(String name, List<String> command) {
        Namespace namespace = NamespaceNames.open(ip.context(), name);
        ip.flush();
        if (ip.options().batchFile.isPresent()) {
            return fork(namespace, command);
        }
        return become(ip.context().process(), namespace, command);
    }

    private int runEverywhere(List<String> command) {
        for (String name : NamespaceNames.named(ip.context()).list()) {
            ip.print("\nnetns: " + name + "\n");
            ip.flush();
            fork(NamespaceNames.open(ip.context(), name), command);
        }
        return 0;
    }

    private int fork(Namespace namespace, List<String> command) {
        Process self = ip.context().process();
        Process child = self.fork(process -> become(process, namespace, command));
        return self.waitFor(child) instanceof ProcessState.Exited end ? end.status() : 1;
    }

    private static int become(Process process, Namespace namespace, List<String> command) {
        NamespaceNames.enter(process, namespace);
        try {
            return process.exec(command);
        } catch (NetException e) {
            process.err()
                    .println("exec of \"" + command.get(0) + "\" failed: "
                            + e.errno().text());
            return 1;
        }
    }
}
