package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Process;

/** Starts the program that words name, or says why not. What it needs of the shell it takes before the fork. */
final class Programs {
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;

    private final Interpreter shell;
    private final List<String> words;
    private final Map<String, String> environment;
    private final String prefix;
    private final boolean byExec;

    /** @param byExec whether the builtin {@code exec} asks for it: its messages name it */
    Programs(Interpreter shell, List<String> words, boolean byExec) {
        this.byExec = byExec;
        this.shell = shell;
        this.words = words;
        shell.search().use(words.get(0));
        this.environment = shell.variables().exported();
        ExportedFunctions.add(shell, environment);
        this.prefix = shell.messages().prefix();
    }

    /** Takes the place of the code that runs in a process. @return the exit status */
    int become(Process self) {
        String name = words.get(0);
        environment.put("_", shell.state().hashed.getOrDefault(name, name));
        self.environment().clear();
        self.environment().putAll(environment);
        try {
            if (name.isEmpty()) {
                throw new NetException(Errno.ENOENT);
            }
            return self.exec(words);
        } catch (NetException e) {
            return e.errno() == Errno.ENOEXEC ? asScript(self) : refused(self, e.errno());
        }
    }

    /** A file without {@code #!} that the kernel refuses is taken for a script. */
    private int asScript(Process self) {
        String path = shell.search().find(words.get(0)).orElse(words.get(0));
        byte[] bytes = self.files().read(path);
        if (BinaryFile.isBinary(bytes)) {
            print(self, path + ": cannot execute binary file: " + Errno.ENOEXEC.text());
            return NOT_EXECUTABLE;
        }
        List<String> script = new ArrayList<>(List.of("/bin/bash", path));
        script.addAll(words.subList(1, words.size()));
        return self.exec(script);
    }

    private int refused(Process self, Errno error) {
        String name = words.get(0);
        if (error == Errno.ENOENT && !name.contains("/")) {
            print(self, name + (byExec ? ": not found" : ": command not found"));
            return NOT_FOUND;
        }
        if (self.files().isDirectory(name)) {
            print(self, name + ": " + Errno.EISDIR.text());
            return NOT_EXECUTABLE;
        }
        if (error == Errno.ENOENT && self.files().exists(name)) {
            print(self, name + ": cannot execute: required file not found");
            return NOT_FOUND;
        }
        print(self, name + ": " + error.text());
        return error == Errno.ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
    }

    private void print(Process self, String message) {
        new Messages(self, shell.state())
                .line(prefix + (byExec ? "exec: " : "") + shell.state().dialect.words(message));
    }
}
