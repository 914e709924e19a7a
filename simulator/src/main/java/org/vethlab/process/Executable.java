package org.vethlab.process;

import java.util.List;

/** What a command's first word leads to: a program, and the words that it gets. */
record Executable(Image image, List<String> words) {
    int run(Process process) {
        return image.run(process, words);
    }
}
