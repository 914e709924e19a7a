package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;

/** A remark, that always matches. */
public record CommentMatch(String text) implements XtMatch {
    @Override
    public String extension() {
        return "comment";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return true;
    }
}
