package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.process.Files;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** which(1) of debianutils. */
public final class Which implements Program {
    @Override
    public String name() {
        return "which";
    }

    @Override
    public String summary() {
        return "locate a command";
    }

    @Override
    public int run(Context context) {
        List<String> names = new ArrayList<>(context.arguments());
        boolean all = false;
        while (!names.isEmpty() && names.get(0).startsWith("-") && names.get(0).length() > 1) {
            String option = names.remove(0);
            if (option.equals("--")) {
                break;
            }
            if (!option.equals("-a")) {
                return context.fail(2, "Illegal option " + option + "\nUsage: /usr/bin/which [-a] args");
            }
            all = true;
        }
        int status = names.isEmpty() ? 1 : 0;
        for (String name : names) {
            List<String> found = find(context, name);
            status = found.isEmpty() ? 1 : status;
            for (String path : all || found.isEmpty() ? found : found.subList(0, 1)) {
                context.out().println(path);
            }
        }
        return status;
    }

    private static List<String> find(Context context, String name) {
        Files files = context.files();
        if (name.contains("/")) {
            return files.isExecutable(name) ? List.of(name) : List.of();
        }
        List<String> found = new ArrayList<>();
        String path = context.process().environment().getOrDefault("PATH", "");
        for (String directory : path.split(":")) {
            String candidate = (directory.isEmpty() ? "." : directory) + "/" + name;
            if (files.isExecutable(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }
}
