package org.vethlab.file;

import java.util.List;
import java.util.Optional;

/**
 * A folder of the machine that Vethlab runs on, as much of it as scripts may see: it can be read. Names are relative to
 * it, with slashes; the empty name is the folder itself. Given from outside, since the simulator opens no files.
 */
public interface HostFolder {
    /** Where scripts find it: its absolute path. */
    String path();

    /** Names in a folder inside it; none if it may not be read. */
    List<String> names(String folder);

    boolean isFolder(String name);

    /** What a file inside it holds; empty if there is no such file, or if it may not be read. */
    Optional<byte[]> read(String file);

    /** Whether a file inside it may be executed. */
    boolean isExecutable(String file);
}
