package org.vethlab.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vethlab.process.Image;
import org.vethlab.process.Process;
import org.vethlab.program.arptables.ArptablesProgram;
import org.vethlab.program.awk.Awk;
import org.vethlab.program.brctl.Brctl;
import org.vethlab.program.curl.Curl;
import org.vethlab.program.ebtables.EbtablesProgram;
import org.vethlab.program.ebtables.EbtablesSaveProgram;
import org.vethlab.program.ethtool.Ethtool;
import org.vethlab.program.find.Find;
import org.vethlab.program.ifconfig.Ifconfig;
import org.vethlab.program.ip.BridgeProgram;
import org.vethlab.program.ip.Ip;
import org.vethlab.program.iptables.IptablesProgram;
import org.vethlab.program.iptables.RestoreProgram;
import org.vethlab.program.iptables.SaveProgram;
import org.vethlab.program.iptables.TranslateProgram;
import org.vethlab.program.jq.Jq;
import org.vethlab.program.nc.Nc;
import org.vethlab.program.netstat.Netstat;
import org.vethlab.program.nft.Nft;
import org.vethlab.program.ping.Ping;
import org.vethlab.program.python.Python;
import org.vethlab.program.ss.Ss;
import org.vethlab.program.sysctl.Sysctl;
import org.vethlab.program.system.Arch;
import org.vethlab.program.system.Clear;
import org.vethlab.program.system.Date;
import org.vethlab.program.system.Env;
import org.vethlab.program.system.False;
import org.vethlab.program.system.Flock;
import org.vethlab.program.system.Getent;
import org.vethlab.program.system.Groups;
import org.vethlab.program.system.Hostname;
import org.vethlab.program.system.Id;
import org.vethlab.program.system.Kill;
import org.vethlab.program.system.Killall;
import org.vethlab.program.system.Lsmod;
import org.vethlab.program.system.Lsns;
import org.vethlab.program.system.Modprobe;
import org.vethlab.program.system.Mount;
import org.vethlab.program.system.Nproc;
import org.vethlab.program.system.Nsenter;
import org.vethlab.program.system.Pgrep;
import org.vethlab.program.system.Pidof;
import org.vethlab.program.system.Printenv;
import org.vethlab.program.system.Ps;
import org.vethlab.program.system.Readlink;
import org.vethlab.program.system.Realpath;
import org.vethlab.program.system.Sleep;
import org.vethlab.program.system.Su;
import org.vethlab.program.system.Sudo;
import org.vethlab.program.system.Sync;
import org.vethlab.program.system.TerminalEmulator;
import org.vethlab.program.system.Timeout;
import org.vethlab.program.system.Tput;
import org.vethlab.program.system.True;
import org.vethlab.program.system.Tty;
import org.vethlab.program.system.Umount;
import org.vethlab.program.system.Uname;
import org.vethlab.program.system.Unshare;
import org.vethlab.program.system.Watch;
import org.vethlab.program.system.Which;
import org.vethlab.program.system.Whoami;
import org.vethlab.program.system.Wrapper;
import org.vethlab.program.system.Xargs;
import org.vethlab.program.tc.Tc;
import org.vethlab.program.tcpdump.Tcpdump;
import org.vethlab.program.text.Base64Tool;
import org.vethlab.program.text.Basename;
import org.vethlab.program.text.Cat;
import org.vethlab.program.text.Checksum;
import org.vethlab.program.text.Chmod;
import org.vethlab.program.text.Cmp;
import org.vethlab.program.text.Column;
import org.vethlab.program.text.Comm;
import org.vethlab.program.text.Cp;
import org.vethlab.program.text.Cut;
import org.vethlab.program.text.Dd;
import org.vethlab.program.text.Diff;
import org.vethlab.program.text.Dirname;
import org.vethlab.program.text.Echo;
import org.vethlab.program.text.Expand;
import org.vethlab.program.text.Expr;
import org.vethlab.program.text.Fold;
import org.vethlab.program.text.Grep;
import org.vethlab.program.text.Head;
import org.vethlab.program.text.Hexdump;
import org.vethlab.program.text.Join;
import org.vethlab.program.text.Link;
import org.vethlab.program.text.Ln;
import org.vethlab.program.text.Ls;
import org.vethlab.program.text.Mkdir;
import org.vethlab.program.text.Mktemp;
import org.vethlab.program.text.Mv;
import org.vethlab.program.text.Nl;
import org.vethlab.program.text.Od;
import org.vethlab.program.text.Owner;
import org.vethlab.program.text.Pager;
import org.vethlab.program.text.Paste;
import org.vethlab.program.text.PrintfProgram;
import org.vethlab.program.text.Rev;
import org.vethlab.program.text.Rm;
import org.vethlab.program.text.Rmdir;
import org.vethlab.program.text.Sed;
import org.vethlab.program.text.Seq;
import org.vethlab.program.text.Shuf;
import org.vethlab.program.text.Sort;
import org.vethlab.program.text.Stat;
import org.vethlab.program.text.Tac;
import org.vethlab.program.text.Tail;
import org.vethlab.program.text.Tee;
import org.vethlab.program.text.Touch;
import org.vethlab.program.text.Tr;
import org.vethlab.program.text.Tree;
import org.vethlab.program.text.Truncate;
import org.vethlab.program.text.Uniq;
import org.vethlab.program.text.Wc;
import org.vethlab.program.text.Xxd;
import org.vethlab.program.text.Yes;
import org.vethlab.program.traceroute.Traceroute;

/** The table of programs: one row each. A program's class is loaded when it is first asked for. */
public final class Programs implements Image.Table {
    // keep-sorted
    private static final List<Row> ROWS = List.of(
            row("arch", Arch::new),
            row("arp", Arp::new),
            row("arping", Arping::new),
            row("arptables", () -> new ArptablesProgram("arptables")),
            row("arptables-nft", () -> new ArptablesProgram("arptables-nft")),
            row("awk", Awk::awk),
            row("base64", Base64Tool::new),
            row("basename", Basename::new),
            row("brctl", Brctl::new),
            row("bridge", BridgeProgram::new),
            row("cat", Cat::new),
            row("chgrp", () -> new Owner("chgrp")),
            row("chmod", Chmod::new),
            row("chown", () -> new Owner("chown")),
            row("clear", Clear::new),
            row("cmp", Cmp::new),
            row("column", Column::new),
            row("comm", Comm::new),
            row("cp", Cp::new),
            row("curl", Curl::new),
            row("cut", Cut::new),
            row("date", Date::new),
            row("dd", Dd::new),
            row("diff", Diff::new),
            row("dirname", Dirname::new),
            row("ebtables", () -> new EbtablesProgram("ebtables")),
            row("ebtables-nft", () -> new EbtablesProgram("ebtables-nft")),
            row("ebtables-save", EbtablesSaveProgram::new),
            row("echo", Echo::new),
            row("egrep", Grep::egrep),
            row("env", Env::new),
            row("ethtool", Ethtool::new),
            row("expand", Expand::new),
            row("expr", Expr::new),
            row("false", False::new),
            row("fgrep", Grep::fgrep),
            row("find", Find::new),
            row("flock", Flock::new),
            row("fold", Fold::new),
            row("gawk", Awk::gawk),
            row("getent", Getent::new),
            row("gnome-terminal", () -> new TerminalEmulator("gnome-terminal")),
            row("grep", Grep::grep),
            row("groups", Groups::new),
            row("hd", () -> new Hexdump("hd")),
            row("head", Head::new),
            row("hexdump", () -> new Hexdump("hexdump")),
            row("hostname", Hostname::new),
            row("id", Id::new),
            row("ifconfig", Ifconfig::new),
            row("ip", Ip::new),
            row("ip6tables", () -> new IptablesProgram("ip6tables", true)),
            row("ip6tables-nft", () -> new IptablesProgram("ip6tables-nft", true)),
            row("ip6tables-nft-restore", () -> new RestoreProgram("ip6tables-nft-restore", true)),
            row("ip6tables-nft-save", () -> new SaveProgram("ip6tables-nft-save", true)),
            row("ip6tables-restore", () -> new RestoreProgram("ip6tables-restore", true)),
            row("ip6tables-save", () -> new SaveProgram("ip6tables-save", true)),
            row("ip6tables-translate", () -> new TranslateProgram(true)),
            row("iptables", () -> new IptablesProgram("iptables", false)),
            row("iptables-nft", () -> new IptablesProgram("iptables-nft", false)),
            row("iptables-nft-restore", () -> new RestoreProgram("iptables-nft-restore", false)),
            row("iptables-nft-save", () -> new SaveProgram("iptables-nft-save", false)),
            row("iptables-restore", () -> new RestoreProgram("iptables-restore", false)),
            row("iptables-save", () -> new SaveProgram("iptables-save", false)),
            row("iptables-translate", () -> new TranslateProgram(false)),
            row("join", Join::new),
            row("jq", Jq::new),
            row("kill", Kill::new),
            row("killall", Killall::new),
            row("konsole", () -> new TerminalEmulator("konsole")),
            row("less", () -> new Pager("less")),
            row("link", Link::new),
            row("ln", Ln::new),
            row("ls", Ls::new),
            row("lsmod", Lsmod::new),
            row("lsns", Lsns::new),
            row("mawk", Awk::mawk),
            row("md5sum", () -> new Checksum("md5sum", "MD5")),
            row("mkdir", Mkdir::new),
            row("mktemp", Mktemp::new),
            row("modprobe", Modprobe::new),
            row("more", () -> new Pager("more")),
            row("mount", Mount::new),
            row("mv", Mv::new),
            row("nc", () -> new Nc("nc")),
            row("netcat", () -> new Nc("netcat")),
            row("netstat", Netstat::new),
            row("nft", Nft::new),
            row("nice", Wrapper::nice),
            row("nl", Nl::new),
            row("nohup", Wrapper::nohup),
            row("nproc", Nproc::new),
            row("nsenter", Nsenter::new),
            row("od", Od::new),
            row("paste", Paste::new),
            row("pgrep", () -> new Pgrep(false)),
            row("pidof", Pidof::new),
            row("ping", Ping::ping),
            row("ping4", Ping::ping4),
            row("ping6", Ping::ping6),
            row("pkill", () -> new Pgrep(true)),
            row("printenv", Printenv::new),
            row("printf", PrintfProgram::new),
            row("ps", Ps::new),
            row("python3", Python::new),
            row("readlink", Readlink::new),
            row("realpath", Realpath::new),
            row("rev", Rev::new),
            row("rm", Rm::new),
            row("rmdir", Rmdir::new),
            row("route", RouteProgram::new),
            row("sed", Sed::new),
            row("seq", Seq::new),
            row("setsid", Wrapper::setsid),
            row("sha1sum", () -> new Checksum("sha1sum", "SHA-1")),
            row("sha224sum", () -> new Checksum("sha224sum", "SHA-224")),
            row("sha256sum", () -> new Checksum("sha256sum", "SHA-256")),
            row("sha384sum", () -> new Checksum("sha384sum", "SHA-384")),
            row("sha512sum", () -> new Checksum("sha512sum", "SHA-512")),
            row("shuf", Shuf::new),
            row("sleep", Sleep::new),
            row("sort", Sort::new),
            row("ss", Ss::new),
            row("stat", Stat::new),
            row("su", Su::new),
            row("sudo", Sudo::new),
            row("sync", Sync::new),
            row("sysctl", Sysctl::new),
            row("tac", Tac::new),
            row("tail", Tail::new),
            row("tc", Tc::new),
            row("tcpdump", Tcpdump::new),
            row("tee", Tee::new),
            row("timeout", Timeout::new),
            row("touch", Touch::new),
            row("tput", Tput::new),
            row("tr", Tr::new),
            row("traceroute", Traceroute::new),
            row("traceroute6", Traceroute::ofIpv6),
            row("tree", Tree::new),
            row("true", True::new),
            row("truncate", Truncate::new),
            row("tty", Tty::new),
            row("umount", Umount::new),
            row("uname", Uname::new),
            row("uniq", Uniq::new),
            row("unshare", Unshare::new),
            row("watch", Watch::new),
            row("wc", Wc::new),
            row("which", Which::new),
            row("whoami", Whoami::new),
            row("xargs", Xargs::new),
            row("xterm", () -> new TerminalEmulator("xterm")),
            row("xxd", Xxd::new),
            row("yes", Yes::new));

    private final TreeMap<String, Supplier<Program>> rows = new TreeMap<>();

    /** @param more programs of higher packages: the shells */
    public Programs(List<Program> more) {
        ROWS.forEach(row -> rows.put(row.name(), row.program()));
        more.forEach(program -> rows.put(program.name(), () -> program));
    }

    private record Row(String name, Supplier<Program> program) {}

    private static Row row(String name, Supplier<Program> program) {
        return new Row(name, program);
    }

    public Optional<Program> program(String name) {
        return Optional.ofNullable(rows.get(name)).map(Supplier::get);
    }

    /** Those that are known, and refused in one line. */
    public static List<Program> notSimulated() {
        return List.copyOf(NotSimulated.ALL.values());
    }

    /** The names of all programs, sorted. */
    public List<String> names() {
        return List.copyOf(rows.keySet());
    }

    /** All programs, sorted by name. */
    public List<Program> programs() {
        List<Program> all = new ArrayList<>();
        rows.values().forEach(row -> all.add(row.get()));
        all.sort(Comparator.comparing(Program::name));
        return all;
    }

    @Override
    public Optional<Image> find(String name) {
        return program(name)
                .or(() -> Optional.ofNullable(NotSimulated.ALL.get(name)))
                .map(Loaded::new);
    }

    @Override
    public List<Image> all() {
        return programs().stream().<Image>map(Loaded::new).toList();
    }

    private record Loaded(Program program) implements Image {
        @Override
        public String path() {
            return program.path();
        }

        @Override
        public int run(Process process, List<String> words) {
            Context context = new Context(process, words);
            try {
                return program.run(context);
            } catch (CommandException e) {
                return e.text().isEmpty() ? e.status() : context.fail(e.status(), e.text());
            }
        }
    }
}
