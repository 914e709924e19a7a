package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.Sysctls;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.RouteResult.Refusal;
import org.vethlab.net.sysctl.Ipv4Conf;

/** Whether a packet with this source may come in by this device (fib_validate_source): rp_filter and own addresses. */
final class SourceValidation {
    private static final int STRICT = 1;

    private final Namespace namespace;
    private final Fib fib;
    private final FibLookup lookup;

    SourceValidation(Namespace namespace, Fib fib, FibLookup lookup) {
        this.namespace = namespace;
        this.fib = fib;
        this.lookup = lookup;
    }

    /** @param neighbour the way back to the source leads straight to it, not through a gateway */
    record Verdict(Optional<Refusal> refusal, boolean neighbour) {
        private static final Verdict PASSED = new Verdict(Optional.empty(), false);

        private static Verdict refused(Refusal why) {
            return new Verdict(Optional.of(why), false);
        }

        private static Verdict passed(FibResult back) {
            return new Verdict(Optional.empty(), back.nextHop().scope().compareTo(Scope.HOST) >= 0);
        }
    }

    /** @param output where the packet would go on to; empty if it stays */
    Verdict validate(FlowKey flow, Ipv4Address source, Device input, Optional<Device> output) {
        Sysctls sysctls = namespace.sysctls();
        // The larger of all's and the device's: loose (2) on the device beats strict (1) on all.
        int filter = sysctls.ipv4(input, Ipv4Conf.RP_FILTER);
        boolean couldRedirect =
                output.isPresent() && output.get() == input && sysctls.isOn(input, Ipv4Conf.SEND_REDIRECTS);
        if (filter != 0 || couldRedirect) {
            return check(flow, source, input, output, filter);
        }
        if (sysctls.isOn(input, Ipv4Conf.ACCEPT_LOCAL)) {
            return Verdict.PASSED;
        }
        if (fib.hasCustomLocalRoutes() || fib.hasCustomRules()) {
            return check(flow, source, input, output, filter);
        }
        return namespace.ipv4().addresses().owner(source).isPresent()
                ? Verdict.refused(Refusal.LOCAL_SOURCE)
                : Verdict.PASSED;
    }

    private Verdict check(FlowKey flow, Ipv4Address source, Device input, Optional<Device> output, int filter) {
        FlowKey back = backwards(flow, source, output);
        FibResult found = lookup.lookup(back);
        Verdict noWay = filter == 0 ? Verdict.PASSED : Verdict.refused(Refusal.REVERSE_PATH_FILTER);
        if (!found.isFound()) {
            return noWay;
        }
        if (found.type() != RouteType.UNICAST && found.type() != RouteType.LOCAL) {
            return Verdict.refused(Refusal.INVALID_SOURCE);
        }
        if (found.type() == RouteType.LOCAL && !namespace.sysctls().isOn(input, Ipv4Conf.ACCEPT_LOCAL)) {
            return Verdict.refused(Refusal.LOCAL_SOURCE);
        }
        boolean sameDevice =
                leavesBy(found.route(), input) || found.type() == RouteType.LOCAL && input.has(DeviceFlag.LOOPBACK);
        if (sameDevice) {
            return Verdict.passed(found);
        }
        if (namespace.ipv4().addresses().of(input).isEmpty()) {
            return noWay;
        }
        if (filter == STRICT) {
            return Verdict.refused(Refusal.REVERSE_PATH_FILTER);
        }
        FibResult throughInput =
                lookup.lookup(back.to(source, Optional.of(input)), new FibLookup.Mode(Scope.GLOBAL, true));
        boolean unicast = throughInput.isFound() && throughInput.type() == RouteType.UNICAST;
        return unicast ? Verdict.passed(throughInput) : Verdict.PASSED;
    }

    /** A VRF stands for all its ports (fib_info_nh_uses_dev). */
    private static boolean leavesBy(Route route, Device input) {
        return route.uses(input)
                || input instanceof Vrf
                        && route.nextHops().stream()
                                .flatMap(hop -> hop.device().stream())
                                .anyMatch(device -> Vrf.of(device).equals(Optional.of(input)));
    }

    /** The packet's answer, as rules see it: in by where the packet goes out; its mark counts only with src_valid_mark. */
    private FlowKey backwards(FlowKey flow, Ipv4Address source, Optional<Device> output) {
        boolean keepsMark = flow.mark() != 0
                && flow.input().isPresent()
                && namespace.sysctls().isOn(flow.input().get(), Ipv4Conf.SRC_VALID_MARK);
        return new FlowKey(
                source,
                Optional.of(flow.destination()),
                output,
                flow.input().flatMap(Vrf::of).map(vrf -> vrf),
                flow.tos(),
                keepsMark ? flow.mark() : 0,
                flow.protocol(),
                flow.destinationPort(),
                flow.sourcePort(),
                flow.user());
    }
}
