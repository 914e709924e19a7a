package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.iptables.Failure;

/** The names of differentiated services (RFC 2474, 2597, 3246). */
final class DscpNames {
    private static final Map<String, Integer> CLASSES = Map.ofEntries(
            Map.entry("CS0", 0),
            Map.entry("CS1", 8),
            Map.entry("CS2", 16),
            Map.entry("CS3", 24),
            Map.entry("CS4", 32),
            Map.entry("CS5", 40),
            Map.entry("CS6", 48),
            Map.entry("CS7", 56),
            Map.entry("BE", 0),
            Map.entry("AF11", 10),
            Map.entry("AF12", 12),
            Map.entry("AF13", 14),
            Map.entry("AF21", 18),
            Map.entry("AF22", 20),
            Map.entry("AF23", 22),
            Map.entry("AF31", 26),
            Map.entry("AF32", 28),
            Map.entry("AF33", 30),
            Map.entry("AF41", 34),
            Map.entry("AF42", 36),
            Map.entry("AF43", 38),
            Map.entry("EF", 46));
    private static final Map<String, Integer> SERVICES = Map.of(
            "Minimize-Delay", 0x10,
            "Maximize-Throughput", 0x08,
            "Maximize-Reliability", 0x04,
            "Minimize-Cost", 0x02,
            "Normal-Service", 0x00);

    private DscpNames() {}

    static int dscp(String word) {
        return Optional.ofNullable(CLASSES.get(word.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> Failure.parameter("Invalid DSCP value `" + word + "'\n"));
    }

    /** A type of service by name ({@code Minimize-Delay}), if it has one. */
    static Optional<Integer> service(String word) {
        return SERVICES.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static Optional<String> serviceName(int value) {
        return SERVICES.entrySet().stream()
                .filter(entry -> entry.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
