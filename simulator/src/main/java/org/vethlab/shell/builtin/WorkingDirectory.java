package org.vethlab.shell.builtin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** Changes the working directory, and keeps PWD and OLDPWD: PWD is the way taken, links and all. */
final class WorkingDirectory {
    private WorkingDirectory() {}

    /** @return the directory of CDPATH that it was found below; empty if none was needed */
    static String change(Interpreter shell, String target, boolean physical) {
        Optional<String> found = searched(shell, target);
        String path = found.orElse(target);
        String before = shell.variables().value("PWD").orElse(shell.process().directory());
        String logical = normalized(path.startsWith("/") ? path : before + "/" + path);
        String real = real(shell, path.isEmpty() ? "." : path, target);
        shell.process().directory(real);
        set(shell, "OLDPWD", before);
        set(shell, "PWD", physical ? real : logical);
        return found.orElse("");
    }

    private static Optional<String> searched(Interpreter shell, String target) {
        String path = shell.variables().value("CDPATH").orElse("");
        if (path.isEmpty() || target.startsWith("/") || target.matches("\\.\\.?(/.*)?")) {
            return Optional.empty();
        }
        for (String directory : path.split(":")) {
            String candidate = directory.isEmpty() ? target : directory + "/" + target;
            if (!directory.isEmpty() && shell.files().isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static String real(Interpreter shell, String path, String target) {
        try {
            String real = shell.files().realPath(path);
            if (!shell.files().isDirectory(real)) {
                throw UsageException.failed(target + ": Not a directory");
            }
            return real;
        } catch (NetException e) {
            throw UsageException.failed(target + ": " + e.errno().text());
        }
    }

    private static void set(Interpreter shell, String name, String value) {
        Variable variable = shell.variables().target(name);
        variable.value(value);
        variable.add(Attribute.EXPORTED);
    }

    /** Without {@code .} and {@code ..}, which go back by name, not by the links on disk. */
    private static String normalized(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/+")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
