package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Output;
import org.vethlab.program.UsageText;
import org.vethlab.program.text.Options.Given;

/** GNU {@code sed}. */
public final class Sed extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "n|quiet",
            "n|silent",
            "|debug",
            "e:|expression:",
            "f:|file:",
            "|follow-symlinks",
            "i?|in-place?",
            "l:|line-length:",
            "|posix",
            "E|regexp-extended",
            "r|regexp-extended",
            "s|separate",
            "|sandbox",
            "u|unbuffered",
            "z|null-data",
            "z|zero-terminated");

    public Sed() {
        super("sed", "stream editor for filtering and transforming text", OPTIONS);
    }

    @Override
    String usageHint() {
        return UsageText.of("sed").stripTrailing();
    }

    @Override
    int run(Call call) {
        List<String> files = new ArrayList<>(call.operands());
        List<SedCommand> script = script(call, files);
        if (files.isEmpty()) {
            files.add("-");
        }
        SedOutput output = new SedOutput(call);
        openWritten(call, script, output);
        char delimiter = call.has("z") ? '\0' : '\n';
        boolean separate = call.has("s") || call.has("i");
        SedInput input = new SedInput(call, files, separate, delimiter, new InPlace(call, output));
        int status = new SedMachine(call, script, input, output, delimiter).run();
        return status > 0 ? status : call.status();
    }

    private static List<SedCommand> script(Call call, List<String> files) {
        SedParser parser = new SedParser(call.has("E") || call.has("r"));
        if (call.has("e") || call.has("f")) {
            int expressions = 0;
            for (Given one : call.options().given()) {
                if (one.option().equals("e")) {
                    parser.add("-e expression #" + ++expressions, one.value().orElseThrow());
                } else if (one.option().equals("f")) {
                    parser.add(
                            "file " + one.value().orElseThrow(),
                            read(call, one.value().orElseThrow()));
                }
            }
            return parser.finish();
        }
        if (files.isEmpty()) {
            throw new org.vethlab.program.CommandException(
                    1, UsageText.of("sed").stripTrailing());
        }
        parser.add("-e expression #1", files.remove(0));
        return parser.finish();
    }

    private static String read(Call call, String file) {
        try {
            return EscapedUtf8.decode(call.open(file).readAll());
        } catch (NetException e) {
            throw call.failure(
                    4, "couldn't open file " + file + ": " + e.errno().text());
        }
    }

    private static void openWritten(Call call, List<SedCommand> script, SedOutput output) {
        for (SedCommand command : script) {
            String file = command.substitution()
                    .map(SedSubstitution::file)
                    .orElse(command.letter() == 'w' || command.letter() == 'W' ? command.text() : "");
            if (file.isEmpty()) {
                continue;
            }
            try {
                output.open(file);
            } catch (NetException e) {
                throw call.failure(
                        4, "couldn't open file " + file + ": " + e.errno().text());
            }
        }
    }

    /** -i: what is printed while a file is read takes its place when it has been read. */
    private static final class InPlace implements SedInput.FileListener {
        private final Call call;
        private final SedOutput output;
        private String file = "";
        private java.io.ByteArrayOutputStream edited = new java.io.ByteArrayOutputStream();

        InPlace(Call call, SedOutput output) {
            this.call = call;
            this.output = output;
        }

        @Override
        public void begins(String name) {
            if (call.has("i")) {
                file = name;
                java.io.ByteArrayOutputStream collected = new java.io.ByteArrayOutputStream();
                edited = collected;
                output.redirect(collected::write);
            }
        }

        @Override
        public void ended() {
            if (!call.has("i") || file.isEmpty()) {
                return;
            }
            call.value("i")
                    .ifPresent(suffix -> save(backup(suffix), call.files().read(file)));
            save(file, edited.toByteArray());
            file = "";
        }

        private String backup(String suffix) {
            return suffix.contains("*") ? suffix.replace("*", file) : file + suffix;
        }

        private void save(String name, byte[] bytes) {
            Output out = call.files().create(name, false);
            out.write(bytes, 0, bytes.length);
            out.close();
        }
    }
}
