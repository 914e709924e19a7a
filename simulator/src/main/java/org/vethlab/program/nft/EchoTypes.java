package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.net.filter.expression.Test;

/** {@code icmp type { echo-reply, echo-request }}: what identifiers and sequence numbers need. */
final class EchoTypes {
    private EchoTypes() {}

    static Test.Membership membership(RuleBuilder rule, HeaderField type) {
        boolean ipv4 = type == HeaderField.ICMP_TYPE;
        ElementSet set = new ElementSet("", rule.nextHandle(), properties(type.type()));
        for (int value : ipv4 ? new int[] {0, 8} : new int[] {128, 129}) {
            List<BigInteger> key = List.of(BigInteger.valueOf(value));
            set.add(element(key));
        }
        return new Test.Membership(type.selector(0), false, set);
    }

    private static SetElement element(List<BigInteger> key) {
        return new SetElement(
                key,
                key,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of());
    }

    private static SetProperties properties(DataType type) {
        return new SetProperties(
                List.of(type.keyword()),
                List.of(type.bits()),
                List.of(),
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(SetProperties.Flag.CONSTANT),
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
