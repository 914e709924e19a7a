package org.vethlab.program.nft;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.program.CommandException;

/** Words in any order are read to their end, with messages and without surprises. */
class ParserJunkTest {
    private static final String[] WORDS =
            ("add table inet chain rule x y ip ip6 saddr daddr tcp dport 22 { } ; , . : - / ! == != < 80 10.0.0.1"
                            + " 10.0.0.0/8 fe80::1 ct state new established meta mark set @s vmap map accept drop jump log prefix"
                            + " \"a\" limit rate second counter packets type filter hook input priority policy elements = flags"
                            + " interval timeout 5s list ruleset delete handle element define $x include reject with icmp snat to"
                            + " dnat masquerade redirect quota over mbytes & | ( ) * th @nh update 0x")
                    .split(" ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void raisesOnlyWhatIsMeantForIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            String text = sentence(random);
            assertThatCode(() -> parse(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static String sentence(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(10) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private static void parse(String text) {
        try {
            new Parser(Source.ofCommandLine(text), Map.of(), path -> Optional.empty()).parse();
        } catch (NftStop | CommandException e) {
            // the text ended within a mistake, or it asks for what is not simulated
        }
    }
}
