package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.XtTarget;

/** Targets without options: {@code TRACE}, {@code AUDIT} and the like. */
final class PlainTargetExtension<T extends XtTarget> extends Extension<T> {
    private final T target;
    private final String listed;
    private final String saved;
    private final Optional<String> nft;

    PlainTargetExtension(Class<T> type, T target, String listed, String saved, Optional<String> nft, Flag... flags) {
        super(target.extension(), type, flags);
        this.target = target;
        this.listed = listed;
        this.saved = saved;
        this.nft = nft;
    }

    @Override
    public T build(Given given) {
        flags().forEach(flag -> given.required(flag.name()));
        return target;
    }

    @Override
    protected String listed(T made, ListStyle style) {
        return listed;
    }

    @Override
    protected String saved(T made) {
        return saved;
    }

    @Override
    protected Optional<String> translated(T made) {
        return nft;
    }
}
