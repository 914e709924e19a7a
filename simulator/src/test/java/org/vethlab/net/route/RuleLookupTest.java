package org.vethlab.net.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.route.Rule.Action;

/**
 * What each kind of rule does to a packet for 8.8.8.8, which main sends to 10.0.0.254 and table 100 to 10.0.0.253.
 */
class RuleLookupTest {
    private static final Ipv4Address DESTINATION = ip("8.8.8.8");
    private static final String MAIN = "10.0.0.254";
    private static final String OTHER = "10.0.0.253";

    /** @param answer the gateway, or the error's name */
    private record Row(String name, List<Rule> rules, FlowKey flow, String answer) {
        private static Row of(String name, String answer, FlowKey flow, Rule... rules) {
            return new Row(name, List.of(rules), flow, answer);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Row> rows() {
        FlowKey plain = FlowKey.to(DESTINATION);
        FlowKey marked = new FlowKey(DESTINATION, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0x17);
        FlowKey urgent = new FlowKey(DESTINATION, Optional.empty(), Optional.empty(), Optional.empty(), 0x10, 0);
        FlowKey own = plain.from(ip("10.0.0.1"));
        FlowKey web = plain.withTransport(6, 40000, 80);
        return Stream.of(
                Row.of("no rule: main", MAIN, plain),
                Row.of("from all", OTHER, plain, lookup(10)),
                Row.of(
                        "from another source",
                        MAIN,
                        own,
                        rule(10).from(net("10.0.0.2/32")).build()),
                Row.of(
                        "from this source",
                        OTHER,
                        own,
                        rule(10).from(net("10.0.0.0/24")).build()),
                Row.of(
                        "not from this source",
                        MAIN,
                        own,
                        rule(10).from(net("10.0.0.0/24")).inverted(true).build()),
                Row.of(
                        "from, but no source yet",
                        MAIN,
                        plain,
                        rule(10).from(net("10.0.0.0/24")).build()),
                Row.of("to", OTHER, plain, rule(10).to(net("8.8.0.0/16")).build()),
                Row.of(
                        "to elsewhere",
                        MAIN,
                        plain,
                        rule(10).to(net("9.0.0.0/8")).build()),
                Row.of("fwmark", OTHER, marked, rule(10).mark(0x17, -1).build()),
                Row.of(
                        "fwmark under a mask",
                        OTHER,
                        marked,
                        rule(10).mark(0x10, 0xf0).build()),
                Row.of("another fwmark", MAIN, marked, rule(10).mark(0x18, -1).build()),
                Row.of("tos", OTHER, urgent, rule(10).tos(0x10).build()),
                Row.of("another tos", MAIN, plain, rule(10).tos(0x10).build()),
                Row.of(
                        "iif lo: made here",
                        OTHER,
                        plain,
                        rule(10).inputDevice("lo").build()),
                Row.of(
                        "iif of another device",
                        MAIN,
                        plain,
                        rule(10).inputDevice("a").build()),
                Row.of(
                        "ipproto and dport",
                        OTHER,
                        web,
                        rule(10).ipProtocol(6).destinationPorts(port(80)).build()),
                Row.of(
                        "another dport",
                        MAIN,
                        web,
                        rule(10).ipProtocol(6).destinationPorts(port(443)).build()),
                Row.of(
                        "uidrange",
                        OTHER,
                        plain,
                        rule(10).users(new Rule.Range(0, 5)).build()),
                Row.of(
                        "a table that nobody has made",
                        MAIN,
                        plain,
                        rule(10).table(7).build()),
                Row.of("a table with throw", MAIN, plain, rule(10).table(101).build()),
                Row.of(
                        "default suppressed",
                        MAIN,
                        plain,
                        rule(10).suppressPrefixLength(0).build()),
                Row.of(
                        "suppressed, but longer",
                        OTHER,
                        plain.to(ip("8.8.4.4"), Optional.empty()),
                        rule(10).suppressPrefixLength(0).build()),
                Row.of(
                        "blackhole",
                        "EINVAL",
                        plain,
                        rule(10).action(Action.BLACKHOLE).build()),
                Row.of(
                        "unreachable says net, not host",
                        "ENETUNREACH",
                        plain,
                        rule(10).action(Action.UNREACHABLE).build()),
                Row.of(
                        "prohibit",
                        "EACCES",
                        plain,
                        rule(10).action(Action.PROHIBIT).build()),
                Row.of("nop", MAIN, plain, rule(10).action(Action.NOP).build()),
                Row.of(
                        "goto jumps over",
                        MAIN,
                        plain,
                        rule(10).target(30).build(),
                        lookup(20),
                        rule(30).action(Action.NOP).build()),
                Row.of(
                        "goto without a target does nothing",
                        OTHER,
                        plain,
                        rule(10).target(30).build(),
                        lookup(20)),
                Row.of(
                        "the smaller priority wins",
                        "EACCES",
                        plain,
                        lookup(20),
                        rule(10).action(Action.PROHIBIT).build()));
    }

    private static Rule.Builder rule(long priority) {
        return new Rule.Builder().priority(priority).table(100);
    }

    private static Rule lookup(long priority) {
        return rule(priority).build();
    }

    private static Rule.Range port(int number) {
        return new Rule.Range(number, number);
    }

    private static Ipv4Prefix net(String text) {
        int slash = text.indexOf('/');
        return Ipv4Prefix.of(ip(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        TestNetwork network = new TestNetwork();
        Namespace host = network.host();
        network.cable(host, "a", 1, network.host(), "x", 2);
        address(host, "a", "10.0.0.1", 24);
        Routing routing = host.ipv4().routing();
        route(routing, "0.0.0.0/0", Routing.TABLE_MAIN, MAIN);
        route(routing, "0.0.0.0/0", 100, OTHER);
        route(routing, "8.8.4.0/24", 100, OTHER);
        routing.add(Routing.Mode.ADD, throwing());
        row.rules().forEach(rule -> routing.addRule(rule, OptionalLong.of(rule.priority())));

        RouteResult result = routing.lookup(row.flow());

        String answer = result.error().isPresent()
                ? result.error().get().name()
                : result.gateway().map(Ipv4Address::toString).orElse("none");
        assertThat(answer).isEqualTo(row.answer());
        assertThat(result.device().filter(device(host, "a")::equals).isPresent())
                .isEqualTo(!result.isError());
    }

    private static void route(Routing routing, String prefix, int table, String gateway) {
        routing.add(
                Routing.Mode.ADD,
                Route.to(net(prefix), NextHop.via(ip(gateway))).withTable(table));
    }

    private static Route throwing() {
        return new Route(
                RouteType.THROW,
                Ipv4Prefix.DEFAULT,
                101,
                0,
                0,
                RouteProtocol.BOOT,
                Scope.GLOBAL,
                Optional.empty(),
                List.of(),
                RouteMetrics.NONE);
    }
}
