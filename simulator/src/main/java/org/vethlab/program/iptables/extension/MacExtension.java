package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.xt.MacMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m mac}. */
final class MacExtension extends Extension<MacMatch> {
    MacExtension() {
        super("mac", MacMatch.class, Flag.invertible("mac-source"));
    }

    @Override
    public MacMatch build(Given given) {
        Given.Use use = given.required("mac-source");
        return new MacMatch(parse(use.value()), use.inverted());
    }

    /** Six numbers of one or two digits (ether_aton). */
    static MacAddress parse(String word) {
        String[] groups = word.split(":", -1);
        long bits = 0;
        for (String group : groups) {
            if (groups.length != 6 || !group.matches("[0-9a-fA-F]{1,2}")) {
                throw Failure.parameter("Invalid MAC address specified.");
            }
            bits = bits << 8 | Integer.parseInt(group, 16);
        }
        return new MacAddress(bits);
    }

    @Override
    protected String listed(MacMatch match, ListStyle style) {
        return " MAC" + (match.inverted() ? " !" : "") + " " + match.address();
    }

    @Override
    protected String saved(MacMatch match) {
        return (match.inverted() ? " !" : "") + " --mac-source " + match.address();
    }

    @Override
    protected Optional<String> translated(MacMatch match) {
        return Optional.of("ether saddr " + (match.inverted() ? "!= " : "") + match.address());
    }
}
