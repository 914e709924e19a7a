package org.vethlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.World;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Files;
import org.vethlab.process.Machine;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.program.Programs;
import org.vethlab.time.Scheduler;
import org.vethlab.time.VirtualClock;

class FilesTest {
    private final Machine machine = machine(new FileTree(Optional.empty()));
    private final Process process = machine.login(List.of("bash"));
    private final Files files = process.files();

    private static Machine machine(FileTree tree) {
        VirtualClock clock = new VirtualClock();
        return new Machine(new World(clock, 1), new Scheduler(clock), new Programs(List.of()), tree);
    }

    private static void write(Files files, String path, String text, boolean append) {
        Output output = files.create(path, append);
        output.print(text);
        output.close();
    }

    private static String read(Files files, String path) {
        return new String(files.read(path), StandardCharsets.UTF_8);
    }

    private static void refused(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    @Test
    void whatIsWrittenCanBeReadAppendedAndReplaced() {
        write(files, "a", "one\n", false);
        write(files, "/root/a", "two\n", true);
        assertThat(read(files, "./a")).isEqualTo("one\ntwo\n");
        write(files, "a", "3", false);
        assertThat(read(files, "../root/a")).isEqualTo("3");
        assertThat(files.status("a").size()).isEqualTo(1);
    }

    @Test
    void opensAsTheKernelRefusesThem() {
        files.makeDirectory("d");
        write(files, "f", "", false);
        refused(Errno.ENOENT, () -> files.read("nofile"));
        refused(Errno.ENOENT, () -> files.read(""));
        refused(Errno.EISDIR, () -> files.read("d"));
        refused(Errno.EISDIR, () -> files.create("d", false));
        refused(Errno.ENOENT, () -> files.create("nodir/x", false));
        refused(Errno.ENOTDIR, () -> files.create("f/x", false));
        refused(Errno.ENOTDIR, () -> files.read("f/"));
        refused(Errno.ENOENT, () -> files.create("/proc/sys/net/ipv4/nosuch", false));
        refused(Errno.EACCES, () -> files.create("/sys/class/net/x", false));
        refused(Errno.EEXIST, () -> files.makeDirectory("d"));
        refused(Errno.ENOTEMPTY, () -> files.removeDirectory("/etc"));
        refused(Errno.EISDIR, () -> files.delete("d"));
        refused(Errno.EINVAL, () -> files.readLink("f"));
    }

    @Test
    void linksAreFollowedAndLoopsRefused() {
        files.makeDirectory("d");
        write(files, "d/f", "text", false);
        files.link("d", "l");
        files.link("/root/l/f", "m");
        assertThat(read(files, "m")).isEqualTo("text");
        assertThat(files.realPath("l/../l/f")).isEqualTo("/root/d/f");
        assertThat(files.linkStatus("m").type()).isEqualTo(FileStatus.Type.LINK);
        files.link("loop", "loop");
        refused(Errno.ELOOP, () -> files.read("loop"));
        assertThat(files.realPath("/bin/true")).isEqualTo("/usr/bin/true");
    }

    @Test
    void renamesAndRemoves() {
        files.makeDirectory("d");
        write(files, "f", "x", false);
        files.rename("f", "d/g");
        assertThat(files.list("d")).containsExactly("g");
        refused(Errno.EINVAL, () -> files.rename("d", "d/e"));
        files.delete("d/g");
        files.removeDirectory("d");
        assertThat(files.exists("d")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/proc/self/comm, bash",
        "/proc/self/ns/net/../../comm, bash",
        "/proc/1/comm, init",
        "/proc/sys/kernel/hostname, host",
        "/proc/sys/kernel/ostype, Linux",
        "/sys/class/net/lo/mtu, 65536",
        "/sys/class/net/lo/type, 772",
        "/sys/class/net/lo/ifindex, 1",
    })
    void theKernelTellsAboutItself(String path, String text) {
        if (path.contains("/ns/net/..")) {
            refused(Errno.ENOTDIR, () -> files.read(path));
        } else {
            assertThat(read(files, path)).isEqualTo(text + "\n");
        }
    }

    @Test
    void theHostNameIsAFile() {
        write(files, "/proc/sys/kernel/hostname", "box\n", false);
        assertThat(process.uts().hostname()).isEqualTo("box");
    }

    @Test
    void networkSysctlsAreThoseOfTheProcess() {
        write(files, "/proc/sys/net/ipv4/ip_forward", "1\n", false);
        assertThat(read(files, "/proc/sys/net/ipv4/ip_forward")).isEqualTo("1\n");
        process.enter(machine.world().createNamespace());
        assertThat(read(files, "/proc/sys/net/ipv4/ip_forward")).isEqualTo("0\n");
        assertThat(files.list("/proc/sys/net/ipv4/conf")).containsExactly("all", "default", "lo");
    }

    @Test
    void namespacesAreFiles() {
        long inode = process.net().inode();
        assertThat(files.readLink("/proc/self/ns/net")).isEqualTo("net:[" + inode + "]");
        assertThat(files.namespace("/proc/self/ns/net")).contains(process.net());
        machine.namedNamespaces().add("red", process.net());
        assertThat(files.list("/run/netns")).containsExactly("red");
        assertThat(files.namespace("/run/netns/red")).contains(process.net());
        assertThat(files.status("/run/netns/red").inode()).isEqualTo(inode);
        refused(Errno.ENOENT, () -> files.namespace("/proc/99999/ns/net"));
    }

    @Test
    void programsAreExecutableFilesThatCannotBeChanged() {
        assertThat(files.isExecutable("/bin/true")).isTrue();
        assertThat(files.isExecutable("/etc/hosts")).isFalse();
        assertThat(files.list("/usr/bin")).contains("true", "unshare").doesNotContain("ip");
        refused(Errno.EROFS, () -> files.create("/usr/bin/new", false));
    }

    /** A folder of the host, in memory. */
    private record FakeFolder(String path, Map<String, String> texts) implements HostFolder {
        @Override
        public List<String> names(String folder) {
            return texts.keySet().stream()
                    .map(name -> name.split("/")[0])
                    .distinct()
                    .toList();
        }

        @Override
        public boolean isFolder(String name) {
            return texts.keySet().stream().anyMatch(other -> other.startsWith(name + "/"));
        }

        @Override
        public Optional<byte[]> read(String file) {
            return Optional.ofNullable(texts.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isExecutable(String file) {
            return file.endsWith(".sh");
        }
    }

    @Test
    void aFolderOfTheHostIsReadAndWhatIsWrittenStaysHere() {
        Map<String, String> texts = new TreeMap<>(Map.of("a.sh", "echo a\n", "b.txt", "b"));
        FakeFolder folder = new FakeFolder("/home/student/labs", texts);
        Process script = machine(new FileTree(Optional.of(folder))).login(List.of("bash"));
        script.directory(folder.path());
        Files seen = script.files();
        assertThat(seen.list(".")).containsExactly("a.sh", "b.txt");
        assertThat(read(seen, "a.sh")).isEqualTo("echo a\n");
        assertThat(seen.isExecutable("a.sh")).isTrue();
        write(seen, "b.txt", "changed", false);
        write(seen, "new", "n", false);
        seen.delete("a.sh");
        assertThat(seen.list("/home/student/labs")).containsExactly("b.txt", "new");
        assertThat(texts).containsEntry("b.txt", "b").containsKey("a.sh");
    }

    @Test
    void aFolderDoesNotHideTheMachinesOwn() {
        FakeFolder folder = new FakeFolder("/etc", Map.of("shadow", "secret"));
        Files seen = machine(new FileTree(Optional.of(folder)))
                .login(List.of("bash"))
                .files();
        assertThat(seen.exists("/etc/shadow")).isFalse();
        assertThat(seen.exists("/etc/hosts")).isTrue();
    }
}
