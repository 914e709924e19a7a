package org.vethlab.program.text;

import org.vethlab.program.DebianTranscripts;

/** coreutils, grep, sed and their like. */
class TextToolsTest extends DebianTranscripts {
    TextToolsTest() {
        super("text");
    }
}
