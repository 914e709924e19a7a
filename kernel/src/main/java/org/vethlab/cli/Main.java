package org.vethlab.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.lab.LabException;

/** The process's entry: finds the verb and runs it. */
public final class Main {
    // keep-sorted
    private static final List<Verb> VERBS =
            List.of(new ExerciseVerb(), new Fuzz(), new Install(), new Kernel(), new Repl(), new Run(), new Train());

    /** What the launcher script does by itself; here for the help only. */
    private static final List<String> SCRIPTED = List.of(
            "bench                   measure the kernel: start beside other kernels, cells, memory, interrupts",
            "notebook [--execute]    set up JupyterLab and open the course; or run all notebooks, a line for each",
            "test                    set up and run every test");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        String word = arguments.isEmpty() ? "repl" : arguments.get(0);
        if (List.of("help", "--help", "-h").contains(word)) {
            help(System.out);
            return 0;
        }
        for (Verb verb : VERBS) {
            if (verb.name().equals(word)) {
                return run(verb, arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()));
            }
        }
        System.err.println("vethlab: there is no '" + word + "'; there are: " + String.join(", ", names()));
        return 2;
    }

    private static int run(Verb verb, List<String> arguments) {
        try {
            return verb.run(arguments);
        } catch (UsageException | LabException e) {
            System.err.println("vethlab " + verb.name() + ": " + e.getMessage());
            return 2;
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        VERBS.forEach(verb -> names.add(verb.name()));
        SCRIPTED.forEach(line -> names.add(line.substring(0, line.indexOf(' '))));
        names.sort(null);
        return names;
    }

    private static void help(PrintStream out) {
        out.println("Vethlab, a Linux network in a notebook. Usage: vethlab [VERB …]");
        List<String> lines = new ArrayList<>(SCRIPTED);
        for (Verb verb : VERBS) {
            lines.add(String.format("%-23s %s", (verb.name() + " " + verb.usage()).strip(), verb.summary()));
        }
        lines.sort(null);
        lines.forEach(line -> out.println("  " + line));
        out.println("With no verb: repl.");
    }
}
