package org.vethlab.program.ethtool;

import java.util.Optional;
import org.vethlab.net.link.Device;

/** What the driver of each kind of device says of itself ({@code ethtool -i}), and whether it knows link settings. */
enum Driver {
    BOND("bond", "bonding", "6.1.0-56-amd64", "2", "", true),
    BRIDGE("bridge", "bridge", "2.3", "N/A", "N/A", true),
    DUMMY("dummy", "dummy", "6.1.0-56-amd64", "", "", false),
    MACVLAN("macvlan", "macvlan", "0.1", "", "", true),
    VETH("veth", "veth", "1.0", "", "", true),
    VLAN("vlan", "802.1Q VLAN Support", "1.8", "N/A", "", true);

    private final String kind;
    private final String text;
    private final String version;
    private final String firmware;
    private final String bus;
    private final boolean tellsSettings;

    Driver(String kind, String text, String version, String firmware, String bus, boolean tellsSettings) {
        this.kind = kind;
        this.text = text;
        this.version = version;
        this.firmware = firmware;
        this.bus = bus;
        this.tellsSettings = tellsSettings;
    }

    static Optional<Driver> of(Device device) {
        for (Driver driver : values()) {
            if (driver.kind.equals(device.kind())) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** The ten lines of {@code ethtool -i}. */
    String information() {
        return "driver: " + text + "\nversion: " + version + "\nfirmware-version: " + firmware
                + "\nexpansion-rom-version: \nbus-info: " + bus
                + "\nsupports-statistics: " + (this == VETH ? "yes" : "no")
                + "\nsupports-test: no\nsupports-eeprom-access: no\nsupports-register-dump: no"
                + "\nsupports-priv-flags: no\n";
    }

    boolean tellsSettings() {
        return tellsSettings;
    }
}
