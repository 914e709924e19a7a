package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.CommentMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m comment}. */
final class CommentExtension extends Extension<CommentMatch> {
    private static final int LONGEST = 255;

    CommentExtension() {
        super("comment", CommentMatch.class, Flag.value("comment"));
    }

    @Override
    public CommentMatch build(Given given) {
        String text = given.required("comment").value();
        if (text.length() > LONGEST) {
            throw Failure.parameter("comment: bad value for option \"--comment\", or out of range (max length 255).");
        }
        return new CommentMatch(text);
    }

    @Override
    protected String listed(CommentMatch match, ListStyle style) {
        return " /* " + match.text() + " */";
    }

    @Override
    protected String saved(CommentMatch match) {
        return " --comment " + Quoting.quoted(match.text());
    }

    /** nft keeps comments elsewhere. */
    @Override
    protected Optional<String> translated(CommentMatch match) {
        return Optional.of("");
    }
}
