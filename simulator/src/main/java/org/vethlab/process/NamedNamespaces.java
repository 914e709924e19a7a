package org.vethlab.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** The network namespaces that have a name under /run/netns: {@code ip netns} makes and removes them there. */
public final class NamedNamespaces {
    private final NamespaceLifetimes lifetimes;
    private final Map<String, Namespace> byName = new LinkedHashMap<>();

    NamedNamespaces(NamespaceLifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    /** Binds a name to a namespace, which it keeps alive. @throws NetException EEXIST */
    public void add(String name, Namespace namespace) {
        if (byName.containsKey(name)) {
            throw new NetException(Errno.EEXIST);
        }
        byName.put(name, namespace);
        lifetimes.retain(namespace);
    }

    /** Removes a name; its namespace goes unless something else holds it. @throws NetException ENOENT */
    public void remove(String name) {
        Namespace namespace = byName.remove(name);
        if (namespace == null) {
            throw new NetException(Errno.ENOENT);
        }
        lifetimes.release(namespace);
    }

    public Optional<Namespace> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names of one namespace, the newest first. */
    public List<String> namesOf(Namespace namespace) {
        return list().stream().filter(name -> byName.get(name) == namespace).toList();
    }

    /** All names, the newest first: the order in which a tmpfs lists its files. */
    public List<String> list() {
        List<String> names = new ArrayList<>(byName.size());
        for (String name : byName.keySet()) {
            names.add(0, name);
        }
        return names;
    }
}
