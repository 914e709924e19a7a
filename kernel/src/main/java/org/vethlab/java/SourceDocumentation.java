package org.vethlab.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of the types that cells use. The compiler looks for the JDK's sources only; those of the lab's types lie
 * beside their classes in the jar.
 */
final class SourceDocumentation {
    private static final List<String> PACKAGES =
            List.of("org/vethlab/java/api/", "org/vethlab/row/", "org/vethlab/lab/", "org/vethlab/addr/");

    /** {@code PingResult Netns.ping(String address)}, {@code class NotebookLab}. */
    private static final Pattern METHOD =
            Pattern.compile("(?:.*\\s)?(?:[\\w.]*\\.)?(\\w+)(?:<[^(]*>)?\\.(\\w+)\\((.*)\\).*");

    private static final Pattern TYPE = Pattern.compile("(?:\\w+\\s+)*(?:[\\w.]*\\.)?(\\w+)(?:<.*)?(?:\\s+.*)?");
    private static final Pattern COMMENT =
            Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*((?:@\\w+(?:\\([^)]*\\))?\\s+)*[^;{=]*)");

    private SourceDocumentation() {}

    /** @param signature as the compiler writes it */
    static Optional<String> of(String signature) {
        Matcher method = METHOD.matcher(signature);
        if (method.matches()) {
            int parameters = method.group(3).isBlank() ? 0 : method.group(3).split(",").length;
            String call = "(?s).*\\b" + method.group(2) + "\\s*\\(" + "[^,()]*,".repeat(Math.max(0, parameters - 1))
                    + (parameters == 0 ? "\\s*" : "[^,()]*") + "\\).*";
            return source(method.group(1)).flatMap(text -> comment(text, call));
        }
        Matcher type = TYPE.matcher(signature);
        return type.matches()
                ? source(type.group(1))
                        .flatMap(text ->
                                comment(text, "(?s).*\\b(class|record|interface|enum)\\s+" + type.group(1) + "\\b.*"))
                : Optional.empty();
    }

    private static Optional<String> comment(String source, String declaration) {
        Matcher comment = COMMENT.matcher(source);
        while (comment.find()) {
            if (comment.group(2).matches(declaration)) {
                return Optional.of(
                        comment.group(1).replaceAll("(?m)^\\s*\\* ?", "").strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> source(String type) {
        for (String folder : PACKAGES) {
            try (InputStream in = SourceDocumentation.class.getResourceAsStream("/" + folder + type + ".java")) {
                if (in != null) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
