package org.vethlab.program.nft;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.process.Files;

/** Names and numbers of the system: interfaces, and what /etc says of protocols, services and hosts. */
final class Lookup {
    private final Namespace namespace;
    private final Files files;
    private final Map<String, Integer> protocols = new HashMap<>();
    private final Map<Integer, String> protocolNames = new HashMap<>();
    private boolean protocolsRead;

    Lookup(Namespace namespace, Files files) {
        this.namespace = namespace;
        this.files = files;
    }

    Namespace namespace() {
        return namespace;
    }

    Optional<Integer> interfaceIndex(String name) {
        return namespace.devices().byName(name).map(Device::index);
    }

    Optional<String> interfaceName(int index) {
        return namespace.devices().byIndex(index).map(Device::name);
    }

    private String[][] rows(String path) {
        if (!files.exists(path)) {
            return new String[0][];
        }
        return new String(files.read(path), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1)
                .toArray(String[][]::new);
    }

    private void readProtocols() {
        if (protocolsRead) {
            return;
        }
        protocolsRead = true;
        for (String[] words : rows("/etc/protocols")) {
            int number = Integer.parseInt(words[1]);
            protocolNames.putIfAbsent(number, words[0]);
            protocols.putIfAbsent(words[0], number);
            for (int i = 2; i < words.length; i++) {
                protocols.putIfAbsent(words[i], number);
            }
        }
    }

    Optional<Integer> protocol(String name) {
        readProtocols();
        return Optional.ofNullable(protocols.get(name));
    }

    Optional<String> protocolName(int number) {
        readProtocols();
        return Optional.ofNullable(protocolNames.get(number));
    }

    /** The port of a service, of whichever protocol comes first. */
    Optional<Integer> port(String name) {
        for (String[] words : rows("/etc/services")) {
            for (int i = 0; i < words.length; i++) {
                if (i != 1 && words[i].equals(name)) {
                    return Optional.of(Integer.parseInt(words[1].substring(0, words[1].indexOf('/'))));
                }
            }
        }
        return Optional.empty();
    }

    Optional<String> service(int port) {
        for (String[] words : rows("/etc/services")) {
            if (words[1].startsWith(port + "/")) {
                return Optional.of(words[0]);
            }
        }
        return Optional.empty();
    }

    /** The address of a name in /etc/hosts. */
    Optional<String> host(String name) {
        for (String[] words : rows("/etc/hosts")) {
            for (int i = 1; i < words.length; i++) {
                if (words[i].equals(name)) {
                    return Optional.of(words[0]);
                }
            }
        }
        return Optional.empty();
    }
}
