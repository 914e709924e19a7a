package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Ipvlan;
import org.vethlab.net.link.IpvlanIsolation;
import org.vethlab.net.link.IpvlanMode;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;

/** {@code type ipvlan [mode MODE] [bridge | private | vepa]}. */
final class IpvlanWords implements KindWords {
    private static final Keywords<IpvlanWords> KEYWORDS = Keywords.of(
            prefix("mode", IpvlanWords::mode),
            prefix("private", ipvlan -> ipvlan.isolation = Optional.of(IpvlanIsolation.PRIVATE)),
            prefix("vepa", ipvlan -> ipvlan.isolation = Optional.of(IpvlanIsolation.VEPA)),
            prefix("bridge", ipvlan -> ipvlan.isolation = Optional.of(IpvlanIsolation.BRIDGE)),
            prefix("help", ipvlan -> {
                throw LinkKinds.help("ipvlan");
            }));

    private final Arguments words;
    private Optional<IpvlanMode> mode = Optional.empty();
    private Optional<IpvlanIsolation> isolation = Optional.empty();

    private IpvlanWords(Arguments words) {
        this.words = words;
    }

    static KindWords parse(Arguments words) {
        IpvlanWords ipvlan = new IpvlanWords(words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, ipvlan)) {
                throw LinkKinds.unknownWord("ipvlan: unknown option \"" + word + "\"?", "ipvlan");
            }
        }
        return ipvlan;
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.Ipvlan(mode, isolation));
    }

    @Override
    public void change(Device device) {
        if (mode.isEmpty() && isolation.isEmpty()) {
            return;
        }
        if (!(device instanceof Ipvlan ipvlan)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        ipvlan.change(mode, isolation);
    }

    private void mode() {
        String word = words.next();
        for (IpvlanMode known : IpvlanMode.values()) {
            if (known.text().equals(word)) {
                mode = Optional.of(known);
                return;
            }
        }
        throw new CommandException(1, "Error: argument of \"mode\" must be either \"l2\", \"l3\" or \"l3s\"");
    }
}
