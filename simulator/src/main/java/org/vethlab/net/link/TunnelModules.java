package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;

/**
 * The kernel's modules for tunnels. Surprising: the first tunnel of a kind loads its module, which brings a fallback device
 * to every namespace there is, and to all that come (net.core.fb_tunnels_only_for_init_net is 0).
 */
public final class TunnelModules {
    private final World world;
    private final List<IpTunnelKind> loaded = new ArrayList<>();

    public TunnelModules(World world) {
        this.world = world;
    }

    /** Loads the module of a kind, unless it is loaded. */
    public void load(IpTunnelKind kind) {
        if (loaded.contains(kind)) {
            return;
        }
        for (IpTunnelKind each : IpTunnelKind.values()) {
            if (each.sharesModule(kind)) {
                loaded.add(each);
                world.namespaces().forEach(namespace -> bring(namespace, each));
            }
        }
    }

    /** The fallback devices of a new namespace. */
    public void bringAll(Namespace namespace) {
        loaded.forEach(kind -> bring(namespace, kind));
    }

    private static void bring(Namespace namespace, IpTunnelKind kind) {
        if (namespace.devices().byName(kind.fallback()).isEmpty()) {
            namespace.links().register(IpTunnel.fallback(namespace, kind));
        }
    }
}
