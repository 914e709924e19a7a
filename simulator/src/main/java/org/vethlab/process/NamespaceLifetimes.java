package org.vethlab.process;

import java.util.IdentityHashMap;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;

/**
 * Counts what holds a network namespace: processes in it and names bound to it. With the last one gone the kernel takes
 * it down a little later, in a worker of its own (cleanup_net): until then its veths can still be seen.
 */
final class NamespaceLifetimes {
    private static final long CLEANUP_DELAY = 15_000_000L;

    private final World world;
    private final IdentityHashMap<Namespace, Integer> references = new IdentityHashMap<>();

    NamespaceLifetimes(World world) {
        this.world = world;
        retain(world.initialNamespace());
    }

    void retain(Namespace namespace) {
        references.merge(namespace, 1, Integer::sum);
    }

    void release(Namespace namespace) {
        if (references.merge(namespace, -1, Integer::sum) == 0) {
            world.clock().after(CLEANUP_DELAY, () -> removeIfUnused(namespace));
        }
    }

    private void removeIfUnused(Namespace namespace) {
        if (references.getOrDefault(namespace, 0) == 0) {
            references.remove(namespace);
            world.destroyNamespace(namespace);
        }
    }
}
