package org.vethlab.program.text;

import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;

/**
 * One line of {@code ls}.
 *
 * @param name as it is shown
 * @param path where the file is
 */
record LsEntry(String name, String path, FileStatus status) {
    /** A file named on the command line. @throws NetException when there is none */
    static LsEntry operand(Call call, String name) {
        FileStatus link = call.files().linkStatus(name);
        return new LsEntry(name, name, followed(call, name, link));
    }

    /** A link to a directory is listed as the directory, unless {@code -l} or {@code -d} asks for the link. */
    private static FileStatus followed(Call call, String name, FileStatus link) {
        if (link.type() != FileStatus.Type.LINK || Ls.isLong(call) || call.has("d")) {
            return link;
        }
        try {
            return call.files().status(name);
        } catch (NetException e) {
            return link;
        }
    }

    static LsEntry inside(Call call, String directory, String name) {
        String path = join(directory, name);
        return new LsEntry(name, path, call.files().linkStatus(path));
    }

    static String join(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}
