package org.vethlab.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The usage texts of the programs, which are stored beside the classes: {@code usage/ip-link.txt}. */
public final class UsageText {
    private UsageText() {}

    /** The whole text, with its newlines. */
    public static String of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no usage text for " + name));
    }

    /** The text, if there is one of that name. */
    public static Optional<String> find(String name) {
        try (InputStream in = UsageText.class.getResourceAsStream("usage/" + name + ".txt")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
