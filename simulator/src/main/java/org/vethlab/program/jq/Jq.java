package org.vethlab.program.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code jq} 1.6. */
public final class Jq implements Program {
    private static final int NO_OUTPUT = 4;
    private static final int FAILED = 5;
    private static final int COMPILE_ERROR = 3;
    private static final int BAD_INPUT = 2;
    private static final int MALFORMED = 4;

    /** Where jq 1.6 and jackson-jq differ: paths to null are paths, too. */
    private static final String PRELUDE = "def paths: path(..)|select(length > 0); ";

    @Override
    public String name() {
        return "jq";
    }

    @Override
    public String summary() {
        return "command-line JSON processor";
    }

    @Override
    public int run(Context context) {
        ObjectMapper mapper = new ObjectMapper();
        JqOptions options = new JqOptions(context, mapper).parse();
        if (options.has('V')) {
            context.out().println("jq-1.6");
            return 0;
        }
        if (options.filter().isEmpty()) {
            return context.fail(
                    BAD_INPUT,
                    "Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n"
                            + "\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]");
        }
        String filter = options.filter().get();
        try {
            JsonQuery query = JsonQuery.compile(PRELUDE + (filter.isBlank() ? "." : filter), Versions.JQ_1_6);
            return new Run(context, options, query, mapper).run();
        } catch (JsonQueryException e) {
            return context.fail(
                    COMPILE_ERROR,
                    "jq: error: syntax error (Unix shell quoting issues?) at <top-level>, line 1:\n" + filter
                            + "\njq: 1 compile error");
        }
    }

    /** One run over its inputs. */
    private static final class Run {
        private final Context context;
        private final JqOptions options;
        private final JsonQuery query;
        private final ObjectMapper mapper;
        private final JsonText print;
        private final Scope scope = Scope.newEmptyScope();
        private Optional<JsonInput> input = Optional.empty();
        private Optional<Iterator<String>> lines = Optional.empty();
        private int status;
        private boolean any;
        private boolean lastWasFalse;

        Run(Context context, JqOptions options, JsonQuery query, ObjectMapper mapper) {
            this.context = context;
            this.options = options;
            this.query = query;
            this.mapper = mapper;
            this.print = options.print();
        }

        int run() {
            BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
            options.named().properties().forEach(entry -> scope.setValue(entry.getKey(), entry.getValue()));
            scope.setValue("ARGS", options.arguments());
            scope.setValue("__prog_args", options.arguments());
            scope.setValue("ENV", environment());
            addInputFunctions();
            inputs();
            boolean unhappy = options.has('e') && status == 0;
            return unhappy && !any ? NO_OUTPUT : unhappy && lastWasFalse ? 1 : status;
        }

        private ObjectNode environment() {
            ObjectNode all = mapper.createObjectNode();
            context.process().environment().forEach(all::put);
            return all;
        }

        /** Runs the filter for each input value; it may itself take some of them ({@code input}). */
        private void inputs() {
            try {
                if (options.has('n')) {
                    filter(NullNode.getInstance());
                } else if (options.has('s')) {
                    filter(slurped());
                } else {
                    for (Optional<JsonNode> value = next(); value.isPresent(); value = next()) {
                        filter(value.get());
                    }
                }
            } catch (JsonInput.Malformed e) {
                context.err().println("parse error: " + e.getMessage());
                status = MALFORMED;
            }
        }

        private JsonNode slurped() {
            if (options.has('R')) {
                return TextNode.valueOf(text());
            }
            ArrayNode all = mapper.createArrayNode();
            for (Optional<JsonNode> value = next(); value.isPresent(); value = next()) {
                all.add(value.get());
            }
            return all;
        }

        private Optional<JsonNode> next() {
            if (options.has('R')) {
                lines = lines.isPresent() ? lines : Optional.of(text().lines().iterator());
                return lines.filter(Iterator::hasNext).map(all -> TextNode.valueOf(all.next()));
            }
            input = input.isPresent() ? input : Optional.of(new JsonInput(mapper, text()));
            return input.get().next();
        }

        private String text() {
            if (options.files().isEmpty()) {
                return new String(context.in().readAll(), StandardCharsets.UTF_8);
            }
            StringBuilder all = new StringBuilder();
            for (String file : options.files()) {
                try {
                    all.append(new String(context.files().read(file), StandardCharsets.UTF_8));
                } catch (NetException e) {
                    context.err()
                            .println("jq: error: Could not open file " + file + ": "
                                    + e.errno().text());
                    status = BAD_INPUT;
                }
            }
            return all.toString();
        }

        private void addInputFunctions() {
            scope.addFunction(
                    "input",
                    0,
                    (inner, arguments, in, path, output, version) ->
                            output.emit(next().orElseThrow(() -> new JsonQueryException("break")), null));
            scope.addFunction("inputs", 0, (inner, arguments, in, path, output, version) -> {
                for (Optional<JsonNode> value = next(); value.isPresent(); value = next()) {
                    output.emit(value.get(), null);
                }
            });
        }

        private void filter(JsonNode input) {
            try {
                query.apply(scope, input, this::emit);
            } catch (JsonQueryException e) {
                context.err().println("jq: error (at " + where() + "): " + e.getMessage());
                status = FAILED;
            }
        }

        private String where() {
            if (options.has('n') && input.isEmpty()) {
                return "<unknown>";
            }
            return (options.files().isEmpty() ? "<stdin>" : options.files().get(0)) + ":"
                    + input.map(JsonInput::linesRead).orElse(0L);
        }

        private void emit(JsonNode value) {
            any = true;
            lastWasFalse = value.isNull() || value.isBoolean() && !value.booleanValue();
            boolean raw = (options.has('r') || options.has('j')) && value.isTextual();
            context.out().print((raw ? value.textValue() : print.of(value)) + (options.has('j') ? "" : "\n"));
        }
    }
}
