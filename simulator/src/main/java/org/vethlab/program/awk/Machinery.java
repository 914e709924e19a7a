package org.vethlab.program.awk;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.program.Context;

/** What evaluator, functions and interpreter share while a program runs: memory, record, input, streams. */
final class Machinery {
    private static final String NUMBER_FORMAT = "%.6g";

    final Context context;
    final Source source;
    final Memory memory = new Memory();
    final Patterns patterns = new Patterns();
    final Fields fields = new Fields(memory, patterns);
    final Streams streams;
    private boolean missedFile;
    private int nextArgument = 1;
    private Optional<Records> current = Optional.empty();
    private boolean usedFile;

    Machinery(Context context, Source source) {
        this.context = context;
        this.source = source;
        this.streams = new Streams(context);
        for (String[] preset : new String[][] {
            {"FS", " "},
            {"OFS", " "},
            {"ORS", "\n"},
            {"RS", "\n"},
            {"OFMT", NUMBER_FORMAT},
            {"CONVFMT", NUMBER_FORMAT},
            {"SUBSEP", "\034"},
            {"FILENAME", ""}
        }) {
            memory.set(preset[0], Value.of(preset[1]));
        }
        for (String counter : List.of("NR", "FNR", "RLENGTH", "RSTART")) {
            memory.set(counter, Value.of(counter.equals("RLENGTH") ? -1 : 0));
        }
        Memory.Array environment = memory.array("ENVIRON");
        context.process().environment().forEach((name, value) -> environment.elements.put(name, Value.input(value)));
    }

    /** ARGV, with the operands behind the program's name. */
    void arguments(List<String> operands) {
        Memory.Array argv = memory.array("ARGV");
        argv.elements.put("0", Value.of("awk"));
        for (int i = 0; i < operands.size(); i++) {
            argv.elements.put(Integer.toString(i + 1), Value.input(operands.get(i)));
        }
        memory.set("ARGC", Value.of(operands.size() + 1));
    }

    String text(Value value) {
        return value.text(memory.get("CONVFMT").text(NUMBER_FORMAT));
    }

    String text(String variable) {
        return text(memory.get(variable));
    }

    /** {@code -v name=value} and {@code name=value} among the files. */
    void assign(String assignment) {
        int equals = assignment.indexOf('=');
        memory.set(assignment.substring(0, equals), Value.input(Escape.all(assignment.substring(equals + 1))));
    }

    static boolean isAssignment(String word) {
        return word.matches("(?s)[A-Za-z_][A-Za-z_0-9]*=.*");
    }

    /** The next record of the files on the command line, or of standard input. */
    Optional<String> nextRecord() {
        while (true) {
            if (current.isEmpty() && !openNext()) {
                return Optional.empty();
            }
            Optional<String> record = current.orElseThrow().next(text("RS"), patterns);
            if (record.isPresent()) {
                count("NR");
                count("FNR");
                return record;
            }
            current = Optional.empty();
        }
    }

    void skipFile() {
        current = Optional.empty();
    }

    void count(String counter) {
        memory.set(counter, Value.of(memory.get(counter).number() + 1));
    }

    private boolean openNext() {
        int count = (int) memory.get("ARGC").number();
        while (nextArgument < count) {
            Value word = memory.array("ARGV").elements.getOrDefault(Integer.toString(nextArgument++), Value.EMPTY);
            String name = text(word);
            if (name.isEmpty()) {
                continue;
            }
            if (isAssignment(name)) {
                assign(name);
            } else if (open(name)) {
                return true;
            }
        }
        if (usedFile) {
            return false;
        }
        usedFile = true;
        current = Optional.of(new Records(context.in()));
        return true;
    }

    private boolean open(String name) {
        usedFile = true;
        try {
            Input input = name.equals("-") ? context.in() : context.files().open(name);
            current = Optional.of(new Records(input));
            memory.set("FILENAME", Value.of(name));
            memory.set("FNR", Value.of(0));
            return true;
        } catch (NetException e) {
            missedFile = true;
            context.err().println("awk: cannot open " + name + " (" + e.errno().text() + ")");
            return false;
        }
    }

    /** Whether a file could not be opened: the run ends with status 2. */
    boolean missedFile() {
        return missedFile;
    }

    /** The record that is being read, for complaints. */
    String whereabouts() {
        return "\tFILENAME=\"" + text("FILENAME") + "\" FNR=" + text("FNR") + " NR=" + text("NR");
    }
}
