package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;

/** {@code type vrf table TABLE}. */
final class VrfWords implements KindWords {
    private static final Keywords<VrfWords> KEYWORDS =
            Keywords.of(prefix("table", VrfWords::table), prefix("help", words -> {
                throw LinkKinds.help("vrf");
            }));

    private final IpContext ip;
    private final Arguments words;
    private OptionalInt table = OptionalInt.empty();

    private VrfWords(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    static KindWords parse(IpContext ip, Arguments words) {
        VrfWords vrf = new VrfWords(ip, words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, vrf)) {
                throw LinkKinds.unknownWord("vrf: unknown option \"" + word + "\"?", "vrf");
            }
        }
        return vrf;
    }

    @Override
    public Optional<LinkKind> kind() {
        if (table.isEmpty()) {
            throw new NetException(Errno.EINVAL, "VRF table id is missing");
        }
        return Optional.of(new LinkKind.Vrf(table.getAsInt()));
    }

    /** A VRF keeps its table for good: the kind has no changelink. */
    @Override
    public void change(Device device) {
        if (table.isPresent()) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
    }

    private void table() {
        String word = words.next();
        table = OptionalInt.of(new RouteNames(ip.files(), false)
                .tableNumber(word)
                .orElseThrow(() -> CommandException.wrong(word, "invalid table ID\n")));
    }
}
