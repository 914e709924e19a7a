package org.vethlab.program.ip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Scope;
import org.vethlab.process.Files;
import org.vethlab.program.Numbers;

/** The names of tables, protocols, scopes, realms, types of service and of route; with {@code -N} their numbers. */
final class RouteNames {
    private static final String DIRECTORY = "/etc/iproute2/";

    private final boolean numeric;
    private final NameTable tables;
    private final NameTable protocols;
    private final NameTable scopes;
    private final NameTable realms;
    private final NameTable services;
    private final NameTable groups;

    RouteNames(Files files, boolean numeric) {
        this.numeric = numeric;
        this.tables = NameTable.read(
                files,
                DIRECTORY + "rt_tables",
                Map.of(
                        (long) Routing.TABLE_DEFAULT, "default",
                        (long) Routing.TABLE_MAIN, "main",
                        (long) Routing.TABLE_LOCAL, "local"));
        this.protocols = NameTable.read(
                files,
                DIRECTORY + "rt_protos",
                Map.of(
                        (long) RouteProtocol.KERNEL, "kernel",
                        (long) RouteProtocol.BOOT, "boot",
                        (long) RouteProtocol.STATIC, "static"));
        this.scopes = NameTable.read(
                files,
                DIRECTORY + "rt_scopes",
                Map.of(
                        (long) Scope.GLOBAL.code(), "global",
                        (long) Scope.LINK.code(), "link",
                        (long) Scope.HOST.code(), "host",
                        (long) Scope.NOWHERE.code(), "nowhere"));
        this.realms = NameTable.read(files, DIRECTORY + "rt_realms", Map.of(0L, "unknown"));
        this.services = NameTable.read(files, DIRECTORY + "rt_dsfield", Map.of(0L, "0"));
        this.groups = NameTable.read(files, DIRECTORY + "group", Map.of(0L, "default"));
    }

    String table(int table) {
        long number = Integer.toUnsignedLong(table);
        return numeric ? Long.toString(number) : tables.name(number);
    }

    Optional<Integer> tableNumber(String word) {
        return number(tables, word, 32).map(Long::intValue);
    }

    String protocol(int protocol) {
        return numeric ? Integer.toString(protocol) : protocols.name(protocol);
    }

    Optional<Integer> protocolNumber(String word) {
        return number(protocols, word, 8).map(Long::intValue);
    }

    String scope(Scope scope) {
        return numeric ? Integer.toString(scope.code()) : scopes.name(scope.code());
    }

    Optional<Scope> scopeNumber(String word) {
        return number(scopes, word, 8).map(code -> new Scope(code.intValue()));
    }

    String group(int group) {
        return numeric ? Integer.toString(group) : groups.name(group);
    }

    Optional<Integer> groupNumber(String word) {
        return number(groups, word, 31).map(Long::intValue);
    }

    private static Optional<Long> number(NameTable names, String word, int bits) {
        OptionalLong named = names.number(word);
        OptionalLong found = named.isPresent() ? named : Numbers.unsigned(word, bits);
        return found.isPresent() ? Optional.of(found.getAsLong()) : Optional.empty();
    }

    String service(int tos) {
        return !numeric && services.hasName(tos) ? services.name(tos) : String.format(Locale.ROOT, "0x%02x", tos);
    }

    /** A name, or a number that is always hexadecimal: {@code tos 10} is 0x10. */
    Optional<Integer> serviceNumber(String word) {
        OptionalLong named = services.number(word);
        if (named.isPresent()) {
            return Optional.of((int) named.getAsLong());
        }
        String digits = word.startsWith("0x") || word.startsWith("0X") ? word.substring(2) : word;
        return Numbers.unsigned("0x" + digits, 8).isPresent()
                ? Optional.of((int) Numbers.unsigned("0x" + digits, 8).getAsLong())
                : Optional.empty();
    }

    /** The lower half of a realms number is where to, the upper where from. */
    String realm(int realm) {
        return numeric ? Integer.toString(realm) : realms.name(realm);
    }

    /** {@code TO}, {@code FROM/TO} or a number (get_rt_realms_or_raw). */
    OptionalInt realms(String word) {
        if (word.startsWith("0x")) {
            OptionalLong raw = Numbers.unsigned(word, 32);
            return raw.isPresent() ? OptionalInt.of((int) raw.getAsLong()) : OptionalInt.empty();
        }
        int slash = word.indexOf('/');
        Optional<Long> from = slash <= 0 ? Optional.of(0L) : number(realms, word.substring(0, slash), 16);
        String tail = word.substring(slash + 1);
        Optional<Long> to = tail.isEmpty() ? Optional.of(0L) : number(realms, tail, 16);
        return from.isEmpty() || to.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(from.get().intValue() << 16 | to.get().intValue());
    }

    String type(RouteType type) {
        return numeric ? Integer.toString(type.code()) : type.text();
    }

    /** {@code rtnl_rtntype_a2n}: whole names only; {@code brd} is short for broadcast. */
    Optional<RouteType> typeNumber(String word) {
        if (word.equals("brd")) {
            return Optional.of(RouteType.BROADCAST);
        }
        for (RouteType type : RouteType.values()) {
            if (type.text().equals(word)) {
                return Optional.of(type);
            }
        }
        OptionalLong number = Numbers.unsigned(word, 8);
        return number.isPresent() ? RouteType.of((int) number.getAsLong()) : Optional.empty();
    }
}
