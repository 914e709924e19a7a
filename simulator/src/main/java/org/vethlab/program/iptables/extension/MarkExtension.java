package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.MarkMatch;

/** {@code -m mark} and {@code -m connmark}. */
final class MarkExtension extends Extension<MarkMatch> {
    private final boolean ofConnection;

    MarkExtension(boolean ofConnection) {
        super(ofConnection ? MarkMatch.OF_CONNECTION : "mark", MarkMatch.class, Flag.invertible("mark"));
        this.ofConnection = ofConnection;
    }

    @Override
    public MarkMatch build(Given given) {
        Given.Use use = given.required("mark");
        int[] value = given.masked(use);
        return new MarkMatch(name(), value[0], value[1], use.inverted());
    }

    @Override
    protected String listed(MarkMatch match, ListStyle style) {
        String not = match.inverted() ? " !" : "";
        String label = ofConnection ? " connmark match " : " mark match";
        return label + not + " " + Hex.masked(match.mark(), match.mask());
    }

    @Override
    protected String saved(MarkMatch match) {
        return (match.inverted() ? " !" : "") + " --mark " + Hex.masked(match.mark(), match.mask());
    }

    @Override
    protected Optional<String> translated(MarkMatch match) {
        String relation = match.inverted() ? " != " : match.mask() == -1 ? " " : " == ";
        if (ofConnection) {
            String masked = match.mask() == -1 ? "" : " and " + Hex.of(match.mask());
            return Optional.of("ct mark" + masked + relation + Hex.of(match.mark()));
        }
        String masked = match.mask() == -1 ? "" : " & " + Hex.wide(match.mask());
        return Optional.of("meta mark" + masked + relation + Hex.wide(match.mark()));
    }
}
