package org.vethlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The layout of iproute2's JSON, as {@code ip -j} and {@code ip -j -p} print it. */
class JsonPrinterTest {
    private final StringBuilder text = new StringBuilder();

    private void print(Printer out) {
        out.beginList();
        out.beginObject();
        out.field("ifindex", "%s: ", 1);
        out.beginArray("flags");
        out.element("%s", "UP");
        out.element(",%s", "BROADCAST");
        out.endArray();
        out.beginArray("none");
        out.endArray();
        out.beginObject("inner");
        out.onOff("hairpin", "hairpin %s ", true);
        out.hex("id", "port_id 0x%s ", 0x8001);
        out.flag("dynamic", "dynamic ");
        out.empty("link", "@NONE");
        out.endObject();
        out.text("only text");
        out.hidden("only", "json \"\\\n");
        out.newline();
        out.endObject();
        out.beginObject();
        out.endObject();
        out.endList();
    }

    @Test
    void onOneLine() {
        print(new JsonPrinter(text::append, false));
        assertThat(text).hasToString("""
                        [{"ifindex":1,"flags":["UP","BROADCAST"],"none":[],"inner":{"hairpin":true,"id":"0x8001",\
                        "dynamic":true,"link":null},"only":"json \\"\\\\\\n"},{}]
                        """);
    }

    @Test
    void pretty() {
        print(new JsonPrinter(text::append, true));
        assertThat(text).hasToString("""
                        [ {
                                "ifindex": 1,
                                "flags": [ "UP","BROADCAST" ],
                                "none": [ ],
                                "inner": {
                                    "hairpin": true,
                                    "id": "0x8001",
                                    "dynamic": true,
                                    "link": null
                                },
                                "only": "json \\"\\\\\\n"
                            },{} ]
                        """);
    }

    @Test
    void text() {
        print(new TextPrinter(text::append, true, false));
        assertThat(text).hasToString("1: UP,BROADCAST" + "hairpin on port_id 0x8001 dynamic @NONEonly text\\");
    }

    @Test
    void colour() {
        new TextPrinter(text::append, false, true).field(Color.IFNAME, "ifname", "%-4s|", "lo");
        assertThat(text).hasToString("\033[36mlo  |\033[0m");
    }
}
