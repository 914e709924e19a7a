package org.vethlab.program.netstat;

import java.util.List;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.program.UsageText;

/** What netstat is told to show. */
record NetstatOptions(GetOpt.Result words) {
    private static final int USAGE = 3;
    private static final String LETTERS = "A:CFMacdeghilnNoprsStuUvVWwxZ64?";
    private static final List<String> LONG_NAMES = List.of(
            "route=r",
            "interfaces=i",
            "groups=g",
            "statistics=s",
            "masquerade=M",
            "verbose=v",
            "wide=W",
            "numeric=n",
            "numeric-hosts",
            "numeric-ports",
            "numeric-users",
            "symbolic=N",
            "extend=e",
            "programs=p",
            "timers=o",
            "continuous=c",
            "listening=l",
            "all=a",
            "fib=F",
            "cache=C",
            "context=Z",
            "tcp=t",
            "udp=u",
            "udplite=U",
            "sctp=S",
            "raw=w",
            "unix=x",
            "inet=4",
            "inet6=6",
            "tcpip=4",
            "protocol=A",
            "version=V",
            "help=h");

    static NetstatOptions parse(List<String> arguments) {
        GetOpt.Result words = new GetOpt("netstat", LETTERS, LONG_NAMES)
                .failing(USAGE, UsageText.of("netstat").stripTrailing())
                .parse(arguments);
        if (words.has("C") || words.has("Z") || words.has("S")) {
            throw CommandException.notSimulated("netstat " + (words.has("C") ? "-C" : words.has("Z") ? "-Z" : "-S"));
        }
        return new NetstatOptions(words);
    }

    boolean has(String letter) {
        return words.has(letter);
    }

    boolean all() {
        return has("a");
    }

    boolean listening() {
        return has("l");
    }

    /** No kind of socket is named: all are shown. */
    private boolean anyKind() {
        return !has("t") && !has("u") && !has("w") && !has("x") && !has("U");
    }

    private boolean anyFamily() {
        return !has("4") && !has("6") && !has("A");
    }

    boolean tcp() {
        return has("t") || anyKind();
    }

    boolean udp() {
        return has("u") || anyKind();
    }

    boolean internet() {
        return !anyKind() && !(has("x") && !has("t") && !has("u") && !has("w") && !has("U")) || anyKind();
    }

    boolean unix() {
        return has("x") || anyKind() && anyFamily();
    }

    private boolean hasFamily(String name) {
        return words.last("A").filter(name::equals).isPresent();
    }

    boolean ipv4() {
        return anyFamily() || has("4") || hasFamily("inet");
    }

    boolean ipv6() {
        return anyFamily() || has("6") || hasFamily("inet6");
    }

    boolean numericHosts() {
        return has("n") || has("numeric-hosts");
    }

    boolean numericPorts() {
        return has("n") || has("numeric-ports");
    }

    /** The words in brackets in the headline. */
    String scope() {
        return all() ? "(servers and established)" : listening() ? "(only servers)" : "(w/o servers)";
    }
}
