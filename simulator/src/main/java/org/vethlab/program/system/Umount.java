package org.vethlab.program.system;

import java.util.List;
import org.vethlab.process.NamedNamespaces;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** umount(8): of what {@link Mount} mounts. */
public final class Umount implements Program {
    private static final List<String> LONG_NAMES =
            List.of("all=a", "force=f", "lazy=l", "quiet=q", "recursive=R", "help=h");

    @Override
    public String name() {
        return "umount";
    }

    @Override
    public String summary() {
        return "unmount filesystems";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("umount", "aflnqRvh", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.operands().isEmpty()) {
            return context.fail(1, "umount: bad usage\nTry 'umount --help' for more information.");
        }
        int status = 0;
        for (String target : words.operands()) {
            status |= unmount(context, target);
        }
        return status;
    }

    private static int unmount(Context context, String target) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        NamedNamespaces named = context.process().machine().namedNamespaces();
        boolean netns = target.equals("/run/netns/" + name) || target.equals("/var/run/netns/" + name);
        if (netns && named.find(name).isPresent()) {
            named.remove(name);
            return 0;
        }
        if (!context.files().exists(target)) {
            return context.fail(32, "umount: " + target + ": no mount point specified.");
        }
        List<String> mounted = List.of("/proc", "/sys", "/tmp", "/run");
        return mounted.contains(target) ? 0 : context.fail(32, "umount: " + target + ": not mounted.");
    }
}
