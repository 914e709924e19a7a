package org.vethlab.program.tc;

import org.vethlab.program.Arguments;

/** An object of tc: the first word behind the options. */
interface TcObject {
    /** @return the exit status */
    int run(TcContext tc, Arguments words);
}
