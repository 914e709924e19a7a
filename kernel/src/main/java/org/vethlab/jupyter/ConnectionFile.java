package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What the file says that Jupyter starts a kernel with.
 *
 * @param transport {@code tcp}, or {@code ipc}: then the "ip" is a path and a "port" its ending
 * @param key what messages are signed with; not at all if it is empty
 * @param scheme how: {@code hmac-sha256}
 */
public record ConnectionFile(String transport, String ip, Ports ports, String key, String scheme) {
    /** Of each channel, and of the heartbeat. */
    record Ports(int shell, int iopub, int stdin, int control, int heartbeat) {}

    /** @throws IllegalArgumentException if this is not such a file */
    public static ConnectionFile parse(String text) {
        try {
            JsonObject file = JsonParser.parseString(text).getAsJsonObject();
            Ports ports = new Ports(
                    port(file, "shell"),
                    port(file, "iopub"),
                    port(file, "stdin"),
                    port(file, "control"),
                    port(file, "hb"));
            return new ConnectionFile(
                    Json.string(file, "transport"),
                    Json.string(file, "ip"),
                    ports,
                    Json.string(file, "key"),
                    Json.string(file, "signature_scheme"));
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new IllegalArgumentException("it is not a connection file", e);
        }
    }

    private static int port(JsonObject file, String name) {
        int port = Json.integer(file, name + "_port", 0);
        if (port == 0) {
            throw new IllegalStateException(name);
        }
        return port;
    }

    /** As Jupyter writes it. */
    String text() {
        return Json.of(
                        "transport", transport,
                        "ip", ip,
                        "shell_port", ports.shell(),
                        "iopub_port", ports.iopub(),
                        "stdin_port", ports.stdin(),
                        "control_port", ports.control(),
                        "hb_port", ports.heartbeat(),
                        "key", key,
                        "signature_scheme", scheme)
                .toString();
    }

    String address(Channel channel) {
        return address(
                switch (channel) {
                    case SHELL -> ports.shell();
                    case CONTROL -> ports.control();
                    case STDIN -> ports.stdin();
                    case IOPUB -> ports.iopub();
                });
    }

    String heartbeat() {
        return address(ports.heartbeat());
    }

    private String address(int port) {
        return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
    }

    /** @throws IllegalArgumentException if this JVM does not have the scheme */
    Signer signer() {
        return Signer.of(scheme, key);
    }
}
