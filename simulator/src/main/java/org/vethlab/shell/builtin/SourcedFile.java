package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.run.BinaryFile;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.DashWords;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.RawText;

/** Finds and runs the file of {@code source}: by PATH, then in the working directory. */
final class SourcedFile {
    private SourcedFile() {}

    static int run(Interpreter shell, String name, List<String> arguments) {
        String path = locate(shell, name);
        if (shell.files().isDirectory(path)) {
            shell.messages().error(name + ": is a directory");
            return 1;
        }
        byte[] bytes;
        try {
            bytes = shell.files().read(path);
        } catch (NetException e) {
            if (shell.isDash()) {
                String problem =
                        name.contains("/") ? DashWords.cannotOpen(name, true, e.errno()) : name + ": not found";
                shell.flow().exits();
                throw new Builtin.UsageException(problem, false, 2);
            }
            shell.messages().error(name + ": " + e.errno().text());
            return 1;
        }
        if (BinaryFile.isBinary(bytes)) {
            shell.messages().error("source: " + path + ": cannot execute binary file");
            return 126;
        }
        return shell.scripts().file(path, RawText.decode(bytes), arguments);
    }

    private static String locate(Interpreter shell, String name) {
        if (name.contains("/") || !shell.options().has(ShoptOption.SOURCEPATH)) {
            return name;
        }
        for (String directory : shell.variables().value("PATH").orElse("").split(":")) {
            String path = directory + "/" + name;
            if (!directory.isEmpty()
                    && shell.files().exists(path)
                    && !shell.files().isDirectory(path)) {
                return path;
            }
        }
        return name;
    }
}
