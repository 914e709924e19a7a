package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.net.Errno;

/** Types of route (RTN_*) with what the kernel's fib_props says of each. */
public enum RouteType {
    UNICAST(1, "unicast", Scope.GLOBAL),
    LOCAL(2, "local", Scope.HOST),
    BROADCAST(3, "broadcast", Scope.LINK),
    ANYCAST(4, "anycast", Scope.LINK),
    MULTICAST(5, "multicast", Scope.GLOBAL),
    BLACKHOLE(6, "blackhole", Scope.GLOBAL, Errno.EINVAL),
    UNREACHABLE(7, "unreachable", Scope.GLOBAL, Errno.EHOSTUNREACH),
    PROHIBIT(8, "prohibit", Scope.GLOBAL, Errno.EACCES),
    /** Ends the lookup in this table; the rules go on with the next one. */
    THROW(9, "throw", Scope.GLOBAL, Errno.EAGAIN),
    NAT(10, "nat", Scope.NOWHERE, Errno.EINVAL);

    private final int code;
    private final String text;
    private final int widestScope;
    private final Optional<Errno> error;

    RouteType(int code, String text, Scope widestScope) {
        this(code, text, widestScope, Optional.empty());
    }

    RouteType(int code, String text, Scope widestScope, Errno error) {
        this(code, text, widestScope, Optional.of(error));
    }

    RouteType(int code, String text, Scope widestScope, Optional<Errno> error) {
        this.code = code;
        this.text = text;
        this.widestScope = widestScope.code();
        this.error = error;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** The smallest scope number that a route of this type may have. */
    public Scope widestScope() {
        return new Scope(widestScope);
    }

    /** What a lookup that ends at such a route answers; empty for the types that lead somewhere. */
    public Optional<Errno> error() {
        return error;
    }

    /** The type of a number, if it has a name. */
    public static Optional<RouteType> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
