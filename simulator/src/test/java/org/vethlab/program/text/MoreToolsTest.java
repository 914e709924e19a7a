package org.vethlab.program.text;

import org.vethlab.program.DebianTranscripts;

/** diffutils, findutils, checksums, dumps and jq. */
class MoreToolsTest extends DebianTranscripts {
    MoreToolsTest() {
        super("tools");
    }
}
