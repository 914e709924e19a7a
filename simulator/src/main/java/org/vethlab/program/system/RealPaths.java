package org.vethlab.program.system;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;

/** Absolute paths without links and dots, of files that need not be there (gnulib's canonicalize_filename_mode). */
final class RealPaths {
    private RealPaths() {}

    /** The last name may be missing. @throws NetException ENOENT, ENOTDIR, ELOOP */
    static String ofLastMissing(Files files, String name) {
        if (files.exists(name)) {
            return files.realPath(name);
        }
        String path = withoutSlash(name);
        int slash = path.lastIndexOf('/');
        String directory = slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
        if (!files.isDirectory(directory)) {
            throw new NetException(files.exists(directory) ? Errno.ENOTDIR : Errno.ENOENT);
        }
        return join(files.realPath(directory), path.substring(slash + 1));
    }

    /** Any names at the end may be missing. */
    static String ofMissing(Files files, String name) {
        String real = name.startsWith("/") ? "/" : files.realPath(".");
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                int slash = real.lastIndexOf('/');
                real = slash <= 0 ? "/" : real.substring(0, slash);
            } else if (!part.isEmpty() && !part.equals(".")) {
                String next = join(real, part);
                real = files.exists(next) ? files.realPath(next) : next;
            }
        }
        return real;
    }

    private static String join(String directory, String name) {
        return directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    private static String withoutSlash(String name) {
        return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
