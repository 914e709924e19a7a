package org.vethlab.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vethlab.process.Process;
import org.vethlab.program.Program;
import org.vethlab.shell.builtin.Builtins;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.Dialect;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;
import org.vethlab.shell.variable.ComputedVariable;
import org.vethlab.shell.variable.Variable;

/** A bash that lives in a process: what one script leaves behind (variables, functions, jobs) the next one finds. */
public final class Shell {
    private static final Set<String> OPENING =
            Set.of("if", "then", "else", "elif", "while", "until", "do", "{", "}", "!", "time", "fi", "done", "esac");

    private final Interpreter interpreter;

    /** @param jobControl {@code set -m}: each job gets a process group and, in the foreground, the terminal */
    public Shell(Process process, boolean jobControl) {
        interpreter = new Interpreter(process, new Builtins(), Dialect.BASH);
        interpreter.set(SetOption.MONITOR, jobControl);
    }

    /** Runs what was typed at its prompt, to its end. Messages begin with {@code bash: }. @return {@code $?} */
    public int run(String script, List<String> arguments) {
        return interpreter.runTyped(script, arguments);
    }

    /** Runs a script file. Messages begin with {@code NAME: line N: }. @param name {@code $0}. @return {@code $?} */
    public int runScript(String name, String script, List<String> arguments) {
        return interpreter.runScript(name, script, arguments);
    }

    /** What it has names for now. Variables that it makes up are not asked: RANDOM would be another one afterwards. */
    public ShellNames names() {
        Map<String, String> variables = new TreeMap<>();
        interpreter.variables().all().forEach((name, variable) -> variables.put(name, valueOf(variable)));
        Map<String, String> jobs = new TreeMap<>();
        interpreter.jobs().listed().forEach(job -> jobs.put("%" + job.number(), textOf(job)));
        return new ShellNames(
                variables,
                List.copyOf(interpreter.functions().keySet()),
                Map.copyOf(interpreter.aliases()),
                jobs,
                interpreter.process().directory());
    }

    private static String valueOf(Variable variable) {
        boolean stored = !(variable instanceof ComputedVariable) && !variable.isArray();
        return stored ? variable.value().orElse("") : "";
    }

    private static String textOf(Job job) {
        return job.members().stream().map(member -> member.text().get()).collect(Collectors.joining(" | "));
    }

    /** The synopses of its builtins by their names. */
    public static Map<String, String> builtins() {
        Map<String, String> synopses = new TreeMap<>();
        new Builtins().all().forEach(builtin -> synopses.put(builtin.name(), builtin.synopsis()));
        return synopses;
    }

    /** Whether a reserved word is followed by a command: {@code then}, {@code !}. */
    public static boolean opensCommand(String word) {
        return OPENING.contains(word);
    }

    /** bash and sh, and builtins that are programs as well, for the table of programs. */
    public static List<Program> programs() {
        return List.of(
                new Bash("bash", Dialect.BASH),
                new Bash("dash", Dialect.DASH),
                new Bash("sh", Dialect.DASH),
                new BuiltinProgram("[", "check file types and compare values"),
                new BuiltinProgram("test", "check file types and compare values"),
                new BuiltinProgram("pwd", "print name of current/working directory"));
    }
}
