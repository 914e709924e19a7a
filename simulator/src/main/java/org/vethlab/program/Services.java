package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;

/** Names of ports: /etc/services (getservbyname(3), getservbyport(3)). */
public final class Services {
    private final List<Service> services = new ArrayList<>();

    private record Service(List<String> names, int port, String protocol) {}

    public Services(Files files) {
        try {
            new String(files.read("/etc/services"), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(this::read);
        } catch (NetException missing) {
            return;
        }
    }

    private void read(String line) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
        if (words.length < 2 || !words[1].matches("[0-9]{1,5}/[a-z]+")) {
            return;
        }
        int slash = words[1].indexOf('/');
        List<String> names = new ArrayList<>(List.of(words[0]));
        names.addAll(Arrays.asList(words).subList(2, words.length));
        services.add(new Service(names, Integer.parseInt(words[1].substring(0, slash)), words[1].substring(slash + 1)));
    }

    /** The name of a port of {@code tcp} or {@code udp}. */
    public Optional<String> name(int port, String protocol) {
        return services.stream()
                .filter(service -> service.port() == port && service.protocol().equals(protocol))
                .map(service -> service.names().get(0))
                .findFirst();
    }

    /** The port of a name or an alias. */
    public OptionalInt port(String name, String protocol) {
        return services.stream()
                .filter(service ->
                        service.names().contains(name) && service.protocol().equals(protocol))
                .mapToInt(Service::port)
                .findFirst();
    }
}
