package org.vethlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How a drawing gets into a page. */
class HtmlTest {
    @Test
    void aDrawingIsAnImageThatSaysWhatItShows() {
        String image = Html.image("<svg>ä</svg>", "\"a\" & b", 800);
        assertThat(image).contains("alt=\"&quot;a&quot; &amp; b\"").doesNotContain("<svg");
        assertThat(image).contains("width=\"800\"", "min-width:600px");
        String data = image.replaceAll(".*base64,|\".*$", "");
        assertThat(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .isEqualTo("<svg>ä</svg>");
    }
}
