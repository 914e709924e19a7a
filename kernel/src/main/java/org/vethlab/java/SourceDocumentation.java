package org.vethlab.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The comments of the types that cells use. The compiler looks for the JDK's sources only; those of the lab's types
 * lie in the jar, apart from their classes, where the compiler does not take them for its own.
 */
final class SourceDocumentation {
    private static final String SOURCES = "/META-INF/sources/";
    private static final List<String> PACKAGES = List.of("org/vethlab/java/api/", "org/vethlab/row/");

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
            String call = "(?s).*\\b" + method.group(2) + "\\s*\\(\\s*" + parameters(method.group(3)) + "\\s*\\).*";
            Optional<String> source = source(method.group(1));
            return source.flatMap(text -> comment(text, call))
                    .or(() -> source.flatMap(text -> component(text, method.group(1), method.group(2))));
        }
        // A variable is described by its type: lab:org.vethlab.java.api.NotebookLab
        Matcher type = TYPE.matcher(signature.replaceFirst("^\\w+:", ""));
        return type.matches()
                ? source(type.group(1)).flatMap(text -> typeComment(text, type.group(1)))
                : Optional.empty();
    }

    private static Optional<String> typeComment(String source, String name) {
        return comment(source, "(?s).*\\b(class|record|interface|enum)\\s+" + name + "\\b.*");
    }

    /** Of a record's accessor: what the record's comment says of the component. */
    private static Optional<String> component(String source, String record, String name) {
        Pattern tag = Pattern.compile("(?s)@param " + name + "\\s+(.*?)(?=\\s+@\\w|$)");
        return typeComment(source, record)
                .map(tag::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replaceAll("\\s+", " "));
    }

    /** What a declaration has between its parentheses, if its parameters are of these types. */
    private static String parameters(String types) {
        return types.isBlank()
                ? ""
                : Stream.of(types.split(",\\s*"))
                        .map(type ->
                                Pattern.quote(type.replaceFirst("\\s+\\w+$", "").replaceFirst("^[\\w.]*\\.(?=\\w)", ""))
                                        + "\\s+\\w+")
                        .collect(Collectors.joining("\\s*,\\s*"));
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
            try (InputStream in = SourceDocumentation.class.getResourceAsStream(SOURCES + folder + type + ".java")) {
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
