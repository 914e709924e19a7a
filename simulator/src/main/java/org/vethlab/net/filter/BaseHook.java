package org.vethlab.net.filter;

import java.util.List;

/**
 * Where a base chain hangs.
 *
 * @param priority lower ones come first
 * @param devices for the hooks of a device (netdev family): their names
 */
public record BaseHook(ChainType type, Hook hook, int priority, List<String> devices) {
    public BaseHook(ChainType type, Hook hook, int priority) {
        this(type, hook, priority, List.of());
    }
}
