package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TeeTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j TEE}. */
final class TeeExtension extends Extension<TeeTarget> {
    TeeExtension() {
        super("TEE", TeeTarget.class, Flag.value("gateway"), Flag.value("oif"));
    }

    @Override
    public TeeTarget build(Given given) {
        String word = given.required("gateway").value();
        return new TeeTarget(NatWords.address(word, given.variant())
                .orElseThrow(() -> Failure.parameter("TEE: Bad value for \"--gateway\" option: \"" + word + "\"")));
    }

    @Override
    protected String listed(TeeTarget target, ListStyle style) {
        return " TEE gw:" + target.gateway();
    }

    @Override
    protected String saved(TeeTarget target) {
        return " --gateway " + target.gateway();
    }

    @Override
    protected Optional<String> translated(TeeTarget target) {
        return Optional.of("dup to " + target.gateway());
    }
}
