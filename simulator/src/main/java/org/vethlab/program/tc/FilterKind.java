package org.vethlab.program.tc;

import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.program.Arguments;

/** What tc knows of a kind of filter (struct filter_util). */
interface FilterKind {
    String name();

    /** Reads the words behind the kind into the request. @param handle as typed; empty if none was */
    void parse(FilterParser request, String handle, Arguments words);

    /** Prints what stands behind {@code chain 0}, without the end of the line. */
    void print(FilterList list, Filter filter, TcContext tc, Fields fields);
}
