package org.vethlab.program.nft;

import java.util.List;

/** The names of chain types and hooks that can be typed at all; whether they go together is the kernel's business. */
final class HookNames {
    private static final List<String> TYPES = List.of("filter", "nat", "route");
    private static final List<String> HOOKS =
            List.of("ingress", "prerouting", "input", "forward", "postrouting", "output", "egress");

    private HookNames() {}

    static void check(Token type, Token hook) {
        if (!TYPES.contains(type.text())) {
            throw new NftException(type.at(), "unknown chain type");
        }
        if (!HOOKS.contains(hook.text())) {
            throw new NftException(hook.at(), "unknown chain hook");
        }
    }
}
