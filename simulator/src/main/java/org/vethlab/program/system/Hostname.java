package org.vethlab.program.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.Scope;
import org.vethlab.process.UtsNamespace;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** hostname(1) of Debian's package hostname 3.23. */
public final class Hostname implements Program {
    private static final int LONGEST = 64;
    private static final List<String> LONG_NAMES = List.of(
            "domain=d",
            "boot=b",
            "file=F",
            "fqdn=f",
            "all-fqdns=A",
            "help=h",
            "long=f",
            "short=s",
            "version=V",
            "verbose=v",
            "alias=a",
            "ip-address=i",
            "all-ip-addresses=I",
            "nis=y",
            "yp=y",
            "node=n");

    @Override
    public String name() {
        return "hostname";
    }

    @Override
    public String summary() {
        return "show or set the system's host name";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words;
        try {
            words = new GetOpt("hostname", "aAdfbF:h?iIsVvyn", LONG_NAMES).parse(context.arguments());
        } catch (CommandException e) {
            context.err().println(e.text());
            return usage(context);
        }
        if (words.has("V")) {
            context.out().println("hostname 3.23");
            return 0;
        }
        if (words.has("h") || words.operands().size() > 1) {
            return usage(context);
        }
        UtsNamespace uts = context.process().uts();
        if (words.has("F")) {
            return set(context, uts, firstLine(context, words.last("F").orElseThrow()));
        }
        if (!words.operands().isEmpty()) {
            return set(context, uts, words.operands().get(0));
        }
        return show(context, words, uts.hostname());
    }

    private static int usage(Context context) {
        context.out().print(UsageText.of("hostname"));
        return CommandException.USAGE;
    }

    private static int show(Context context, GetOpt.Result words, String hostname) {
        if (words.has("I")) {
            context.out().println(addresses(context));
            return 0;
        }
        if (words.has("A")) {
            context.out().println("");
            return 0;
        }
        if (words.has("y")) {
            return context.fail(1, "hostname: Local domain name not set");
        }
        if (words.has("a") || words.has("d") || words.has("f") || words.has("i")) {
            return context.fail(1, "hostname: Name or service not known");
        }
        int dot = hostname.indexOf('.');
        context.out().println(words.has("s") && dot >= 0 ? hostname.substring(0, dot) : hostname);
        return 0;
    }

    /** Of devices that are up, without loopback and link-local ones; each with a blank behind it. */
    private static String addresses(Context context) {
        StringBuilder ipv4 = new StringBuilder();
        StringBuilder ipv6 = new StringBuilder();
        for (Device device : context.net().devices().all()) {
            if (device.isUp() && !device.has(DeviceFlag.LOOPBACK)) {
                for (InterfaceAddress address : context.net().ipv4().addresses().of(device)) {
                    ipv4.append(address.local()).append(' ');
                }
                for (Ipv6InterfaceAddress address :
                        context.net().ipv6().addresses().of(device)) {
                    ipv6.append(address.scope().equals(Scope.LINK) ? "" : address.local() + " ");
                }
            }
        }
        return ipv4.append(ipv6).toString();
    }

    private static int set(Context context, UtsNamespace uts, String hostname) {
        if (hostname.length() > LONGEST) {
            return context.fail(1, "hostname: name too long");
        }
        if (!isValid(hostname)) {
            return context.fail(1, "hostname: the specified hostname is invalid");
        }
        uts.hostname(hostname);
        return 0;
    }

    /** Letters, digits, and inside also hyphens and dots. */
    private static boolean isValid(String hostname) {
        if (hostname.isEmpty() || !isAlphanumeric(hostname.charAt(0))) {
            return false;
        }
        for (int i = 0; i < hostname.length(); i++) {
            char c = hostname.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '.') {
                return false;
            }
        }
        return isAlphanumeric(hostname.charAt(hostname.length() - 1));
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static String firstLine(Context context, String file) {
        try {
            return new String(context.files().read(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
        } catch (NetException e) {
            throw new CommandException(1, "hostname: " + e.errno().text());
        }
    }
}
