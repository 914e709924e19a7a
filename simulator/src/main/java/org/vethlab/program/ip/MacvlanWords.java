package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.Macvlan;
import org.vethlab.net.link.MacvlanMode;
import org.vethlab.net.link.MacvlanSettings;
import org.vethlab.net.link.MacvlanSettings.Change;
import org.vethlab.net.link.MacvlanSettings.Sources;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;

/** {@code type macvlan mode MODE …}, and the same for macvtap. */
final class MacvlanWords implements KindWords {
    private static final Keywords<MacvlanWords> KEYWORDS = Keywords.of(
            prefix("mode", MacvlanWords::mode),
            prefix("flag", MacvlanWords::flag),
            prefix("macaddr", MacvlanWords::sources),
            prefix("nopromisc", macvlan -> macvlan.noPromiscuity = true),
            prefix("nodst", macvlan -> macvlan.noDestination = true),
            prefix("bcqueuelen", MacvlanWords::queueLength),
            prefix("help", macvlan -> {
                throw LinkKinds.help(macvlan.kind);
            }));

    private final String kind;
    private final Arguments words;
    private boolean empty;
    private boolean flagged;
    private boolean noPromiscuity;
    private boolean noDestination;
    private Optional<MacvlanMode> mode = Optional.empty();
    private Optional<Sources> sources = Optional.empty();
    private OptionalLong queueLength = OptionalLong.empty();

    private MacvlanWords(String kind, Arguments words) {
        this.kind = kind;
        this.words = words;
    }

    static KindWords parse(String kind, Arguments words) {
        MacvlanWords macvlan = new MacvlanWords(kind, words);
        macvlan.empty = !words.hasNext();
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, macvlan)) {
                throw LinkKinds.unknownWord(kind + ": unknown option \"" + word + "\"?", kind);
            }
        }
        macvlan.check();
        return macvlan;
    }

    private void check() {
        if (noPromiscuity && mode.filter(MacvlanMode.PASSTHRU::equals).isEmpty()) {
            throw LinkKinds.unknownWord(kind + ": nopromisc flag only valid in passthru mode", kind);
        }
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.Macvlan(settings(), kind.equals("macvtap")));
    }

    @Override
    public void change(Device device) {
        if (empty) {
            return;
        }
        if (!(device instanceof Macvlan macvlan) || !device.kind().equals(kind)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        macvlan.change(settings());
    }

    private MacvlanSettings settings() {
        boolean said = flagged || noPromiscuity || noDestination;
        Optional<MacvlanSettings.Flags> flags =
                said ? Optional.of(new MacvlanSettings.Flags(!noPromiscuity, noDestination)) : Optional.empty();
        return new MacvlanSettings(mode, flags, sources, queueLength);
    }

    private void mode() {
        String word = words.next();
        mode = MacvlanMode.named(word);
        if (mode.isEmpty()) {
            throw new CommandException(
                    1,
                    "Error: argument of \"mode\" must be \"private\", \"vepa\", \"bridge\", \"passthru\" or"
                            + " \"source\", not \"" + word + "\"");
        }
    }

    private void flag() {
        String word = words.next();
        flagged = true;
        switch (word) {
            case "nopromisc" -> noPromiscuity = true;
            case "nodst" -> noDestination = true;
            case "null" -> {}
            default ->
                throw new CommandException(
                        1,
                        "Error: argument of \"flag\" must be \"nopromisc\", \"nodst\" or \"null\", not \"" + word
                                + "\"");
        }
    }

    private void sources() {
        List<MacAddress> addresses = new ArrayList<>();
        Change change = switch (words.next()) {
            case "add" -> Change.ADD;
            case "del" -> Change.DEL;
            case "set" -> Change.SET;
            case "flush" -> Change.FLUSH;
            default -> throw LinkKinds.help(kind);
        };
        if (change == Change.ADD || change == Change.DEL) {
            addresses.add(LinkAddresses.mac(words.next()));
        }
        while (change == Change.SET && words.hasNext()) {
            addresses.add(LinkAddresses.mac(words.next()));
        }
        sources = Optional.of(new Sources(change, addresses));
    }

    private void queueLength() {
        String word = words.next();
        queueLength = Numbers.unsigned(word, 32);
        if (queueLength.isEmpty()) {
            throw new CommandException(
                    1,
                    "Error: argument of \"bcqueuelen\" must be a positive integer [0-4294967295], not \"" + word
                            + "\"");
        }
    }
}
