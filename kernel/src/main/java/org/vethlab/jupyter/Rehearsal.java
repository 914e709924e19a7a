package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;

/** A session of a kernel with itself: it loads the classes that a session loads, for the class-data archive. */
public final class Rehearsal {
    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> CELLS = List.of(
            "%scenario two-segments",
            "%ns netns12 ping -c 1 192.168.5.200",
            "%%ns netnsR\nip addr; ip route; ip neigh",
            "%routes netnsR",
            "%arp netnsR",
            "%topology",
            "%why netns22 ping -c 1 192.168.5.100",
            "%diff",
            "%ns",
            "1 + 1",
            "int twice(int n) { return 2 * n; }\nSystem.out.println(lab.ask(\"netns12\", \"hostname\") + twice(2));",
            "var numbers = List.of(1, 2);\nnumbers.stream().map(n -> n / 0).toList()",
            "int wrong = \"\";");

    private static final List<String> TYPED = List.of(
            "%ns ",
            "%ns netns12 ",
            "%ns netnsR ip ",
            "%ns netnsR ip route add default via ",
            "%ns netnsR ip link set ",
            "%ns netns12 ping -c 1 ",
            "%ns netnsR iptables -A ",
            "%ns netnsR cat /proc/sys/net/ipv4/ip_f",
            "lab.ns",
            "lab.pl",
            "Str");

    private Rehearsal() {}

    /** @param kernel runs a kernel until it is shut down; what it takes is a connection file's text */
    public static void run(Consumer<String> kernel) throws InterruptedException {
        ConnectionFile connection = Client.freeConnection();
        Thread running = new Thread(() -> kernel.accept(connection.text()), "rehearsal");
        running.start();
        try (Client client = new Client(connection)) {
            ask(client, Channel.SHELL, "kernel_info_request", new JsonObject());
            for (String cell : CELLS) {
                ask(client, Channel.SHELL, "execute_request", Json.of("code", cell));
            }
            for (String code : TYPED) {
                ask(client, Channel.SHELL, "complete_request", Json.of("code", code, "cursor_pos", code.length()));
                ask(client, Channel.SHELL, "inspect_request", Json.of("code", code, "cursor_pos", code.length()));
                ask(client, Channel.SHELL, "is_complete_request", Json.of("code", code));
            }
            ask(client, Channel.SHELL, "history_request", Json.of("hist_access_type", "tail"));
            ask(client, Channel.CONTROL, "interrupt_request", new JsonObject());
            ask(client, Channel.CONTROL, "shutdown_request", Json.of("restart", false));
        }
        running.join(PATIENCE_MILLIS);
    }

    private static void ask(Client client, Channel channel, String type, JsonObject content) {
        client.send(channel, type, content);
        if (client.receive(channel, PATIENCE_MILLIS).isEmpty()) {
            throw new IllegalStateException("no answer to " + type);
        }
    }
}
