package org.vethlab.process;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Vrf;

/** The namespaces that a process is in (struct nsproxy). It holds a reference to its network namespace. */
final class ProcessNamespaces {
    private final Machine machine;
    private Namespace net;
    private Namespace sysfs;
    private UtsNamespace uts;
    private Optional<Vrf> routingDomain = Optional.empty();

    ProcessNamespaces(Machine machine, Namespace net, UtsNamespace uts) {
        this.machine = machine;
        this.net = net;
        this.sysfs = machine.world().initialNamespace();
        this.uts = uts;
        machine.retain(net);
    }

    Namespace net() {
        return net;
    }

    void enter(Namespace namespace) {
        machine.retain(namespace);
        machine.release(net);
        net = namespace;
    }

    /** The VRF to which the sockets of the process are bound ({@code ip vrf exec}: a cgroup of its own). */
    Optional<Vrf> routingDomain() {
        return routingDomain;
    }

    void enter(Optional<Vrf> vrf) {
        routingDomain = vrf;
    }

    UtsNamespace uts() {
        return uts;
    }

    void enter(UtsNamespace namespace) {
        uts = namespace;
    }

    Namespace sysfs() {
        return sysfs;
    }

    void sysfs(Namespace namespace) {
        sysfs = namespace;
    }

    /** The process has ended. */
    void leave() {
        machine.release(net);
    }
}
