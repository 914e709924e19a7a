package org.vethlab.picture.topology;

/** What became of something since the last drawing. @param text in a word or two: {@code new}, {@code was UP} */
record Change(Mark mark, String text) {
    static final Change NEW = new Change(Mark.NEW, "new");
    static final Change GONE = new Change(Mark.GONE, "gone");

    /** Signs, so that nothing depends on colour alone. */
    enum Mark {
        NEW("+"),
        CHANGED("~"),
        GONE("−");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    static Change was(String before) {
        return new Change(Mark.CHANGED, "was " + before);
    }

    String withSign() {
        return mark.sign + " " + text;
    }
}
