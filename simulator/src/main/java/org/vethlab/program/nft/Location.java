package org.vethlab.program.nft;

/**
 * A stretch of a source, for the caret lines of messages.
 *
 * @param lineOffset where its first line starts in the text
 * @param line the number of that line, from 1
 * @param first its first column, from 1
 * @param last its last column
 */
record Location(Source source, int lineOffset, int line, int first, int last) {
    /** From the start of this one to the end of another. */
    Location to(Location end) {
        return new Location(source, lineOffset, line, first, end.last);
    }

    /** The empty stretch just behind, where bison puts what was left out. */
    Location behind() {
        return new Location(source, lineOffset, line, last, last);
    }
}
