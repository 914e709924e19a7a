package org.vethlab.process;

import java.util.List;
import org.vethlab.net.NetException;

/** What a command's first word leads to: a program, and the words that it gets. */
record Executable(Image image, List<String> words) {
    /** An error of the kernel's that the program has no words of its own for ends it: a closed output, a full device. */
    int run(Process process) {
        try {
            return image.run(process, words);
        } catch (NetException e) {
            process.err().tell(words.get(0) + ": " + e.errno().text());
            return 1;
        }
    }
}
