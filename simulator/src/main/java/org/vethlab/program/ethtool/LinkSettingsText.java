package org.vethlab.program.ethtool;

import java.util.Optional;
import org.vethlab.net.link.Device;

/** {@code ethtool DEV}: the settings of the link. */
final class LinkSettingsText {
    private static final String MODES = """
            \tSupported ports: [  ]
            \tSupported link modes:   Not reported
            \tSupported pause frame use: No
            \tSupports auto-negotiation: No
            \tSupported FEC modes: Not reported
            \tAdvertised link modes:  Not reported
            \tAdvertised pause frame use: No
            \tAdvertised auto-negotiation: No
            \tAdvertised FEC modes: Not reported
            """;

    private LinkSettingsText() {}

    /** Nothing for a driver that tells nothing at all. */
    static Optional<String> of(Device device) {
        Optional<Driver> driver = Driver.of(device);
        boolean isLoopback = device.kind().isEmpty();
        if (driver.isEmpty() && !isLoopback
                || driver.isPresent() && !driver.get().tellsSettings()) {
            return Optional.empty();
        }
        String link = "\tLink detected: " + (device.isUp() && device.hasCarrier() ? "yes" : "no") + "\n";
        return Optional.of("Settings for " + device.name() + ":\n" + (isLoopback ? "" : MODES + speed(device)) + link);
    }

    private static String speed(Device device) {
        return device.speed() < 0
                ? "\tSpeed: Unknown!\n\tDuplex: Unknown! (255)\n\tAuto-negotiation: off\n\tPort: Other\n"
                        + "\tPHYAD: 0\n\tTransceiver: internal\n"
                : "\tSpeed: " + device.speed() + "Mb/s\n\tDuplex: Full\n\tAuto-negotiation: off\n"
                        + "\tPort: Twisted Pair\n\tPHYAD: 0\n\tTransceiver: internal\n\tMDI-X: Unknown\n";
    }
}
