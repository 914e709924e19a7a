package org.vethlab.program.ip;

import java.util.Map;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.view.Printer;

/** {@code ip netns set} and {@code list-id}: the numbers by which one namespace knows others. */
final class NamespaceIds {
    private NamespaceIds() {}

    static int set(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "No netns name specified");
        }
        String name = words.next();
        if (!words.hasNext()) {
            return ip.fail(1, "No nsid specified");
        }
        String word = words.next();
        boolean automatic = word.equals("auto");
        int id = automatic ? -1 : number(word, "Invalid \"netnsid\" value", "\"netnsid\" value should be >= 0");
        Namespace namespace = NamespaceNames.named(ip.context())
                .find(name)
                .orElseThrow(() -> new CommandException(
                        1, "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text()));
        if (!automatic || ip.net().idOf(namespace).isPresent()) {
            ip.net().setId(namespace, id);
        } else {
            ip.net().assignId(namespace);
        }
        return 0;
    }

    static int list(IpContext ip, Arguments words) {
        Namespace asked = ip.net();
        OptionalInt wanted = OptionalInt.empty();
        while (words.hasNext()) {
            String word = words.next();
            String wrong = "\"" + word + "\" value is invalid";
            String negative = "\"" + word + "\" value should be >= 0";
            switch (word) {
                case "nsid" -> wanted = OptionalInt.of(number(words.next(), wrong, negative));
                case "target-nsid" -> asked = known(ip.net(), number(words.next(), wrong, negative));
                default ->
                    throw new CommandException(
                            CommandException.USAGE, UsageText.of("ip-netns").stripTrailing());
            }
        }
        if (wanted.isPresent()) {
            known(asked, wanted.getAsInt());
        }
        print(ip, asked, wanted);
        return 0;
    }

    private static int number(String word, String wrong, String negative) {
        int number = Numbers.integer(word).orElseThrow(() -> CommandException.wrong(word, wrong));
        if (number < 0) {
            throw CommandException.wrong(word, negative);
        }
        return number;
    }

    private static void print(IpContext ip, Namespace asked, OptionalInt wanted) {
        Printer out = ip.printer();
        out.beginList();
        for (Map.Entry<Integer, Namespace> known : asked.numbered().entrySet()) {
            if (wanted.isEmpty() || wanted.getAsInt() == known.getKey()) {
                out.beginObject();
                out.field("nsid", "nsid %s ", known.getKey());
                NamespaceNames.nameOf(ip.context(), known.getValue())
                        .ifPresent(name -> out.field("name", "(iproute2 netns name: %s)", name));
                out.text("\n");
                out.endObject();
            }
        }
        out.endList();
    }

    private static Namespace known(Namespace asked, int id) {
        Namespace found = asked.numbered().get(id);
        if (found == null) {
            throw new NetException(Errno.ENOENT, "Peer netns reference is invalid");
        }
        return found;
    }
}
