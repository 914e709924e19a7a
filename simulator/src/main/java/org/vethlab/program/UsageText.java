package org.vethlab.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The usage texts of the programs, which are stored beside the classes: {@code usage/ip-link.txt}. */
public final class UsageText {
    private UsageText() {}

    /** The whole text, with its newlines. */
    public static String of(String name) {
        try (InputStream in = UsageText.class.getResourceAsStream("usage/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no usage text for " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
