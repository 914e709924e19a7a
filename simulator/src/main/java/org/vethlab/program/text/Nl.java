package org.vethlab.program.text;

import java.util.Optional;

/** {@code nl} of coreutils, without its logical pages. */
public final class Nl extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "b:|body-numbering:",
            "d:|section-delimiter:",
            "f:|footer-numbering:",
            "h:|header-numbering:",
            "i:|line-increment:",
            "l:|join-blank-lines:",
            "n:|number-format:",
            "p|no-renumber",
            "s:|number-separator:",
            "v:|starting-line-number:",
            "w:|number-width:");

    public Nl() {
        super("nl", "number lines of files", OPTIONS);
    }

    @Override
    int run(Call call) {
        String style = call.value("b").orElse("t");
        if (!style.matches("[atn]|p.*")) {
            throw call.misuse("invalid body numbering style: " + Call.quote(style));
        }
        Optional<PosixRegex> pattern =
                style.startsWith("p") ? Optional.of(PosixRegex.basic(style.substring(1), false)) : Optional.empty();
        int width = number(call, "w", "invalid line number field width", 6);
        int increment = number(call, "i", "invalid line number increment", 1);
        int[] line = {number(call, "v", "invalid starting line number", 1)};
        String separator = call.value("s").orElse("\t");
        String format = format(call, width);
        return call.eachInput((name, in) -> {
            LineReader reader = new LineReader(in);
            for (Optional<String> text = reader.next(); text.isPresent(); text = reader.next()) {
                String content = text.get();
                boolean numbered = style.equals("a")
                        || style.equals("t") && !content.isEmpty()
                        || pattern.isPresent() && pattern.get().find(content, 0).isPresent();
                if (numbered) {
                    call.println(String.format(format, line[0]) + separator + content);
                    line[0] += increment;
                } else {
                    call.println(" ".repeat(width + separator.length()) + content);
                }
            }
        });
    }

    private static int number(Call call, String option, String complaint, int otherwise) {
        Optional<String> given = call.value(option);
        if (given.isPresent() && !given.get().matches("-?[0-9]{1,9}")) {
            throw call.failure(complaint + ": " + Call.quote(given.get()));
        }
        return given.map(Integer::parseInt).orElse(otherwise);
    }

    private static String format(Call call, int width) {
        String format = call.value("n").orElse("rn");
        return switch (format) {
            case "ln" -> "%-" + width + "d";
            case "rn" -> "%" + width + "d";
            case "rz" -> "%0" + width + "d";
            default -> throw call.misuse("invalid line numbering format: " + Call.quote(format));
        };
    }
}
