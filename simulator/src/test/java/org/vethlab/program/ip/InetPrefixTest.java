package org.vethlab.program.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;

class InetPrefixTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/24,     INET,  10.0.0.1, 24, true",
        "10.0.0.1,        INET,  10.0.0.1, 32, false",
        "10.8/16,         INET,  10.8.0.0, 16, true",
        "10,              INET,  10.0.0.0, 32, false",
        "0x0a.010.1.1/8,  INET,  10.8.1.1, 8, true",
        "10.0.0.1/255.255.240.0, INET, 10.0.0.1, 20, true",
        "fe80::1/64,      INET6, fe80::1, 64, true",
        "::,              INET6, ::, 128, false"
    })
    void reads(String word, Family family, String address, int length, boolean given) {
        InetPrefix prefix = InetPrefix.parse(word, Family.UNSPEC);
        assertThat(prefix.family()).isEqualTo(family);
        assertThat(prefix.address().orElseThrow()).hasToString(address);
        assertThat(prefix.length()).isEqualTo(length);
        assertThat(prefix.lengthGiven()).isEqualTo(given);
    }

    @Test
    void defaultIsOfTheFamilyThatIsAskedFor() {
        assertThat(InetPrefix.parse("default", Family.INET6))
                .isEqualTo(new InetPrefix(Family.INET6, java.util.Optional.empty(), 0, true));
        assertThat(InetPrefix.parse("any", Family.UNSPEC).lengthGiven()).isFalse();
    }

    private static Stream<String> junk() {
        return Stream.of(
                "",
                "/",
                "10.0.0.256",
                "10.0.0.1/33",
                "10.0.0.1/",
                "10.0.0.1/-1",
                "1.2.3.4.5",
                "foo",
                "10..1",
                "10.0.0.1/255.0.255.0",
                "fe80::/129",
                "fe80::g",
                "default/8");
    }

    @ParameterizedTest
    @MethodSource("junk")
    void refuses(String word) {
        assertThatThrownBy(() -> InetPrefix.parse(word, Family.UNSPEC))
                .isInstanceOf(CommandException.class)
                .hasMessage("Error: any valid prefix is expected rather than \"" + word + "\".");
    }

    @Test
    void refusesTheOtherFamily() {
        assertThatThrownBy(() -> InetPrefix.parse("fe80::1", Family.INET))
                .hasMessage("Error: inet prefix is expected rather than \"fe80::1\".");
        assertThatThrownBy(() -> InetPrefix.parseAddress("10.0.0.1", Family.INET6))
                .hasMessage("Error: inet6 address is expected rather than \"10.0.0.1\".");
    }
}
