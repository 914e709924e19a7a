package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void signsAsRfc4231Says() {
        assertThat(Signer.of("hmac-sha256", "Jefe").sign(List.of(bytes("what do ya want "), bytes("for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource({
        "hmac-md5, HmacMD5, 7",
        "hmac-sha1, HmacSHA1, 64",
        "hmac-sha256, HmacSHA256, 64",
        "hmac-sha256, HmacSHA256, 65",
        "hmac-sha512, HmacSHA512, 129"
    })
    void signsAsTheJdkDoes(String scheme, String algorithm, int keyLength) throws Exception {
        String key = "k".repeat(keyLength);
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(bytes(key), algorithm));
        Signer signer = Signer.of(scheme, key);
        for (String text : List.of("", "a", "b".repeat(1000))) {
            String expected = HexFormat.of().formatHex(mac.doFinal(bytes(text)));
            assertThat(signer.sign(List.of(bytes(text)))).isEqualTo(expected);
        }
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        assertThat(Signer.of("hmac-sha256", "").sign(List.of(bytes("a")))).isEmpty();
    }

    @Test
    void otherSchemesAreUnknown() {
        assertThatThrownBy(() -> Signer.of("rot13", "k")).hasMessage("there is no signature scheme rot13");
    }
}
