package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.shell.option.Options;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.pattern.Glob;

/** Finds the files whose names match a pattern. */
final class FileNames {
    private final Files files;
    private final boolean lists;
    private final boolean ignoreCase;
    private final boolean hidden;
    private final boolean anyDepth;

    FileNames(Files files, Options options) {
        this.files = files;
        this.lists = options.has(ShoptOption.EXTGLOB);
        this.ignoreCase = options.has(ShoptOption.NOCASEGLOB);
        this.hidden = options.has(ShoptOption.DOTGLOB);
        this.anyDepth = options.has(ShoptOption.GLOBSTAR);
    }

    /** The matching names in order; none if there are none. */
    List<String> matching(String pattern) {
        List<String> found = new ArrayList<>();
        found.add(pattern.startsWith("/") ? "/" : "");
        String rest = pattern.startsWith("/") ? pattern.replaceFirst("^/+", "") : pattern;
        String[] components = rest.split("/+", -1);
        for (int i = 0; i < components.length; i++) {
            found = descend(found, components[i], i == components.length - 1);
        }
        found.sort(null);
        return found;
    }

    private List<String> descend(List<String> directories, String component, boolean last) {
        List<String> found = new ArrayList<>();
        for (String directory : directories) {
            if (component.isEmpty()) { // the pattern ends with a slash: directories only
                if (files.isDirectory(directory)) {
                    found.add(directory);
                }
            } else if (component.equals("**") && anyDepth) {
                below(directory, last, found);
            } else if (Glob.isSpecial(component)) {
                match(directory, component, last, found);
            } else {
                String path = directory + Glob.unquote(component);
                if (files.exists(path)) {
                    found.add(last ? path : path + "/");
                }
            }
        }
        return found;
    }

    private void match(String directory, String component, boolean last, List<String> found) {
        Glob glob = Glob.compile(component, lists, ignoreCase);
        boolean wantsHidden = component.startsWith(".") || component.startsWith("\\.");
        for (String name : list(directory)) {
            boolean visible = !name.startsWith(".") || wantsHidden || hidden;
            if (visible && glob.matches(name) && (last || files.isDirectory(directory + name))) {
                found.add(last ? directory + name : directory + name + "/");
            }
        }
    }

    private void below(String directory, boolean last, List<String> found) {
        if (!directory.isEmpty() || !last) {
            found.add(directory);
        }
        for (String name : list(directory)) {
            String path = directory + name;
            if (name.startsWith(".") && !hidden) {
                continue;
            }
            if (files.isDirectory(path)) {
                if (last) {
                    found.add(path);
                }
                below(path + "/", last, found);
                found.remove(last ? path + "/" : "");
            } else if (last) {
                found.add(path);
            }
        }
    }

    private List<String> list(String directory) {
        try {
            return files.list(directory.isEmpty() ? "." : directory);
        } catch (NetException e) {
            return List.of(); // a directory that cannot be read matches nothing
        }
    }
}
