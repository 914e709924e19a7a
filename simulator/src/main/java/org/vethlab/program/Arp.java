package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** The {@code arp} of net-tools 2.10: shows, sets and deletes ARP entries. */
public final class Arp implements Program {
    private static final int FAILURE = 255;
    private static final int USAGE = 3;
    private static final List<String> LONG_NAMES = List.of(
            "verbose=v",
            "version=V",
            "all=a",
            "delete=d",
            "file=f",
            "numeric=n",
            "set=s",
            "protocol=A",
            "hw-type=H",
            "device=i",
            "help=h",
            "use-device=D",
            "symbolic=N");

    @Override
    public String name() {
        return "arp";
    }

    @Override
    public String path() {
        return "/usr/sbin/arp";
    }

    @Override
    public String summary() {
        return "manipulate the system ARP cache";
    }

    @Override
    public int run(Context context) {
        try {
            GetOpt.Result given = new GetOpt("arp", "A:H:adfp:nsei:t:vh?DNV", LONG_NAMES)
                    .failing(USAGE, usage())
                    .parse(context.arguments());
            return new Command(context, given).run();
        } catch (CommandException e) {
            return context.fail(e.status(), e.text());
        }
    }

    private static String usage() {
        return (UsageText.of("arp") + UsageText.of("arp-hardware")).stripTrailing() + " ";
    }

    /** One call of the program. */
    private static final class Command {
        private final Context context;
        private final GetOpt.Result given;
        private final Optional<String> device;

        Command(Context context, GetOpt.Result given) {
            this.context = context;
            this.given = given;
            this.device = given.last("i");
        }

        int run() {
            if (given.has("h")) {
                context.err().print(UsageText.of("arp-hardware"));
                context.out().print(UsageText.of("arp"));
                return 0;
            }
            if (given.has("V")) {
                context.out().print(UsageText.of("arp-version"));
                return 0;
            }
            checkHardware();
            if (given.has("d")) {
                return delete(given.operands());
            }
            if (given.has("s")) {
                return set(given.operands());
            }
            if (given.has("f")) {
                return setFromFile();
            }
            return new ArpList(context, given.has("a"), given.has("n"), given.has("v"), device, hasHardware())
                    .show(given.operands().stream().findFirst());
        }

        private boolean hasHardware() {
            return given.has("H") || given.has("t");
        }

        private void checkHardware() {
            Optional<String> hardware = given.last("H").or(() -> given.last("t"));
            hardware.filter(name -> !name.equals("ether")).ifPresent(name -> {
                throw fail("arp: " + name + ": unknown hardware type.");
            });
        }

        private Ipv4Address host(Iterator<String> words) {
            if (!words.hasNext()) {
                throw fail("arp: need host name");
            }
            String name = words.next();
            return HostNames.resolve(context, name).orElseThrow(() -> fail(name + ": " + HostNames.failure(name)));
        }

        private int set(List<String> operands) {
            Iterator<String> words = operands.iterator();
            Ipv4Address host = host(words);
            if (!words.hasNext()) {
                throw fail("arp: need hardware address");
            }
            String hardware = words.next();
            MacAddress mac = given.has("D") ? macOf(hardware) : mac(hardware, host);
            Trailer trailer = new Trailer(words, device);
            if (given.has("v")) {
                context.err().println("arp: SIOCSARP()");
            }
            try {
                trailer.check();
                if (trailer.isPublic) {
                    context.net().ipv4().arpRequests().publish(host, mac, trailer.device);
                } else {
                    context.net().ipv4().arpRequests().set(host, mac, trailer.isPermanent, trailer.device);
                }
                return 0;
            } catch (NetException e) {
                throw fail("SIOCSARP: " + e.errno().text());
            }
        }

        private MacAddress macOf(String name) {
            return context.net()
                    .devices()
                    .byName(name)
                    .map(Device::address)
                    .orElseThrow(() -> fail("arp: cant get HW-Address for `" + name + "': No such device."));
        }

        private int delete(List<String> operands) {
            Iterator<String> words = operands.iterator();
            Ipv4Address host = host(words);
            Trailer trailer = new Trailer(words, device);
            boolean both = !trailer.isPublic && !trailer.isPrivate;
            try {
                if ((trailer.isPrivate || both) && deletePrivate(host, trailer.device)) {
                    return 0;
                }
                if (trailer.isPublic || both) {
                    context.net().ipv4().arpRequests().withdraw(host, trailer.device);
                    return 0;
                }
            } catch (NetException e) {
                if (e.errno() != Errno.ENOENT) {
                    throw fail("SIOCDARP(" + (both ? "dontpub" : "pub") + "): "
                            + e.errno().text());
                }
            }
            context.out().println("No ARP entry for " + operands.get(0));
            return FAILURE;
        }

        private boolean deletePrivate(Ipv4Address host, Optional<String> where) {
            if (given.has("v")) {
                context.err().println("arp: SIOCDARP(dontpub)");
            }
            try {
                context.net().ipv4().arpRequests().delete(host, where);
                return true;
            } catch (NetException e) {
                if (e.errno() == Errno.ENXIO) {
                    return false;
                }
                throw fail("SIOCDARP(dontpub): " + e.errno().text());
            }
        }

        private int setFromFile() {
            String file = given.operands().stream().findFirst().orElse("/etc/ethers");
            String text;
            try {
                text = new String(context.files().read(file), StandardCharsets.UTF_8);
            } catch (NetException e) {
                throw fail("arp: cannot open etherfile " + file + " !");
            }
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                List<String> words = Arrays.asList(line.strip().split("\\s+"));
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                try {
                    set(words);
                } catch (CommandException e) {
                    context.err().println(e.text());
                    context.err().println("arp: cannot set entry on line " + number + " of etherfile " + file + " !");
                }
            }
            return 0;
        }
    }

    /** The words behind an entry. */
    private static final class Trailer {
        boolean isPermanent = true;
        boolean isPublic;
        boolean isPrivate;
        private boolean hasNetmask;
        Optional<String> device;

        Trailer(Iterator<String> words, Optional<String> device) {
            this.device = device;
            while (words.hasNext()) {
                take(words.next(), words);
            }
        }

        private void take(String word, Iterator<String> words) {
            switch (word) {
                case "temp" -> isPermanent = false;
                case "pub" -> isPublic = true;
                case "priv" -> isPrivate = true;
                case "trail", "dontpub", "auto" -> {}
                case "dev" -> device = Optional.of(value(words));
                case "netmask" -> hasNetmask = !value(words).equals("255.255.255.255");
                default -> throw new CommandException(USAGE, usage());
            }
        }

        private static String value(Iterator<String> words) {
            if (!words.hasNext()) {
                throw new CommandException(USAGE, usage());
            }
            return words.next();
        }

        /** The kernel answers for single hosts only. */
        void check() {
            if (hasNetmask) {
                throw new NetException(Errno.EINVAL);
            }
        }
    }

    private static CommandException fail(String text) {
        return new CommandException(FAILURE, text);
    }

    /**
     * A MAC address as net-tools reads it (in_ether). Surprising: what a short one lacks is left as it was, and there
     * the host's IP address was written before.
     */
    private static MacAddress mac(String text, Ipv4Address host) {
        int[] octets = {0, 0, host.octet(0), host.octet(1), host.octet(2), host.octet(3)};
        int at = 0;
        for (int i = 0; i < octets.length && at < text.length(); i++) {
            int value = digit(text.charAt(at++));
            if (at < text.length() && text.charAt(at) != ':') {
                value = value << 4 | digit(text.charAt(at++));
            }
            octets[i] = value;
            at += at < text.length() && text.charAt(at) == ':' ? 1 : 0;
        }
        long bits = 0;
        for (int octet : octets) {
            bits = bits << 8 | octet;
        }
        return new MacAddress(bits);
    }

    private static int digit(char c) {
        int digit = Character.digit(c, 16);
        if (digit < 0) {
            throw fail("arp: invalid hardware address");
        }
        return digit;
    }
}
