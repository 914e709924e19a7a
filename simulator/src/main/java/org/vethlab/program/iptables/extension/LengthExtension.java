package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.LengthMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;

/** {@code -m length}. */
final class LengthExtension extends Extension<LengthMatch> {
    LengthExtension() {
        super("length", LengthMatch.class, Flag.invertible("length"));
    }

    @Override
    public LengthMatch build(Given given) {
        Given.Use use = given.required("length");
        String[] halves = use.value().split(":", 2);
        int first = halves[0].isEmpty() ? 0 : number(halves[0], use.value());
        int last = halves.length == 1 ? first : halves[1].isEmpty() ? PortWords.MOST : number(halves[1], use.value());
        return new LengthMatch(new Range(first, last, use.inverted()));
    }

    private static int number(String word, String whole) {
        return (int) Numbers.unsigned(word, 16)
                .orElseThrow(() -> Failure.parameter("length: bad value for option \"--length\" near \"" + whole
                        + "\", or out of range (0-65535).\n"));
    }

    @Override
    protected String listed(LengthMatch match, ListStyle style) {
        return " length " + (match.range().inverted() ? "!" : "") + PortWords.text(match.range(), ":");
    }

    @Override
    protected String saved(LengthMatch match) {
        return (match.range().inverted() ? " !" : "") + " --length " + PortWords.text(match.range(), ":");
    }

    @Override
    protected Optional<String> translated(LengthMatch match) {
        return Optional.of(
                "meta length " + (match.range().inverted() ? "!= " : "") + PortWords.text(match.range(), "-"));
    }
}
