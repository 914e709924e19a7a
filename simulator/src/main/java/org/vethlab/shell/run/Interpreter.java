package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vethlab.process.Files;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.shell.arithmetic.Grammar;
import org.vethlab.shell.expand.Expander;
import org.vethlab.shell.expand.ShellState;
import org.vethlab.shell.option.Options;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.LineSupplier;
import org.vethlab.shell.syntax.ParserOptions;
import org.vethlab.shell.variable.Variables;

/** A shell at work in a process: its state, and those who do the work. */
public final class Interpreter implements ShellState {
    private final Process process;
    private final State state;
    private final BuiltinTable builtins;
    private final Flow flow = new Flow();
    private final Messages messages;
    private final Expander expander;
    private final Tracer tracer;
    private final Traps traps;
    private final JobTable jobs;
    private final Redirector redirector;
    private final Children children;
    private final Runner runner;
    private final Scripts scripts;
    private final CommandSearch search;
    private final Pacemaker pacemaker;

    /** A shell that begins in a process, with the process's environment. */
    public Interpreter(Process process, BuiltinTable builtins, Dialect dialect) {
        this(process, builtins, new State(dialect));
        state.shellPid = process.pid();
        SpecialVariables.start(this);
    }

    /** A subshell. */
    Interpreter(Process process, BuiltinTable builtins, State state) {
        this.process = process;
        this.builtins = builtins;
        this.state = state;
        this.messages = new Messages(process, state);
        this.expander = new Expander(this);
        this.tracer = new Tracer(this);
        this.traps = new Traps(this);
        this.jobs = new JobTable(this);
        this.redirector = new Redirector(this);
        this.children = new Children(this);
        this.search = new CommandSearch(this);
        this.runner = new Runner(this);
        this.scripts = new Scripts(this);
        this.pacemaker = new Pacemaker(process);
        SpecialVariables.define(this);
        state.variables.listener(this::changed);
    }

    private void changed(String name) {
        if (name.equals("PATH")) {
            state.hashed.clear();
            variables().value("PATH").ifPresent(path -> process.environment().put("PATH", path));
        } else if (name.equals("OPTIND")) {
            state.optionOffset = 0;
        }
    }

    // the world

    public Process process() {
        return process;
    }

    @Override
    public Files files() {
        return process.files();
    }

    public Output out() {
        return process.out();
    }

    // the parts

    State state() {
        return state;
    }

    Runner runner() {
        return runner;
    }

    Children children() {
        return children;
    }

    Tracer tracer() {
        return tracer;
    }

    public Redirector redirector() {
        return redirector;
    }

    public Scripts scripts() {
        return scripts;
    }

    public CommandSearch search() {
        return search;
    }

    /** Whether this is sh, which Debian makes of dash. */
    public boolean isDash() {
        return state.dialect.isDash();
    }

    /** Whether {@code set} has an option. */
    public boolean knows(SetOption option) {
        return state.dialect.knows(option);
    }

    public BuiltinTable builtins() {
        return builtins;
    }

    public Flow flow() {
        return flow;
    }

    public Messages messages() {
        return messages;
    }

    public Expander expander() {
        return expander;
    }

    public Traps traps() {
        return traps;
    }

    public JobTable jobs() {
        return jobs;
    }

    public Assignments assignments() {
        return runner.simple().assignments();
    }

    /** {@code readonly -f}. */
    public void protectFunction(String name) {
        runner.simple().protectFunction(name);
    }

    public CallStack calls() {
        return state.calls;
    }

    // the state

    @Override
    public Variables variables() {
        return state.variables;
    }

    @Override
    public Options options() {
        return state.options;
    }

    /** Turns an option of {@code set} on or off. */
    public void set(SetOption option, boolean on) {
        options().put(option, on);
        if (option == SetOption.ALLEXPORT) {
            variables().exportAll(on);
        }
    }

    /** Functions by name, sorted. */
    public SortedMap<String, Function> functions() {
        return state.functions;
    }

    /** Functions that child shells get. */
    public ExportedFunctions exportedFunctions() {
        return state.exportedFunctions;
    }

    /** Aliases by name, sorted. */
    public SortedMap<String, String> aliases() {
        return state.aliases;
    }

    /** The directories below the current one on the stack of {@code pushd}. */
    public List<String> directories() {
        return state.directories;
    }

    public int status() {
        return state.status;
    }

    public void status(int status) {
        state.status = status;
    }

    public int line() {
        return state.line;
    }

    public int umask() {
        return state.umask;
    }

    public void umask(int mask) {
        state.umask = mask;
    }

    /** How far {@code getopts} has come within a word of several options. */
    public int optionOffset() {
        return state.optionOffset;
    }

    public void optionOffset(int offset) {
        state.optionOffset = offset;
    }

    /** The pid of the last command put into the background. */
    public Optional<Integer> lastBackground() {
        return state.lastBackground == 0 ? Optional.empty() : Optional.of(state.lastBackground);
    }

    public boolean isSubshell() {
        return state.subshells > 0;
    }

    /** {@code $0}. */
    public String name() {
        return state.name;
    }

    @Override
    public Grammar grammar() {
        return state.dialect.isDash() ? Grammar.POSIX : Grammar.BASH;
    }

    @Override
    public List<String> positional() {
        return state.positional;
    }

    public void positional(List<String> arguments) {
        state.positional = List.copyOf(arguments);
    }

    @Override
    public Optional<String> special(char name) {
        return switch (name) {
            case '#' -> Optional.of(Integer.toString(state.positional.size()));
            case '?' -> Optional.of(Integer.toString(state.status));
            case '-' -> Optional.of(flags());
            case '$' -> Optional.of(Integer.toString(state.shellPid));
            case '!' -> lastBackground().map(String::valueOf);
            case '0' -> Optional.of(state.name);
            default -> Optional.empty();
        };
    }

    private String flags() {
        String origin = state.origin == State.Origin.STRING ? "c" : "";
        return options().letters() + origin + (state.readsInput ? "s" : "");
    }

    // for expansion

    @Override
    public String substitute(Command body) {
        return children.substitution(body);
    }

    @Override
    public String substituteText(String text) {
        return children.substitution(text);
    }

    @Override
    public String processSubstitution(boolean input, Command body) {
        return children.processSubstitution(input, body);
    }

    @Override
    public void complain(String message) {
        messages.error(message);
    }

    /** What the parser wants to know. */
    ParserOptions parserOptions() {
        return new ParserOptions() {
            @Override
            public boolean extendedPatterns() {
                return options().has(ShoptOption.EXTGLOB);
            }

            @Override
            public boolean knowsBash() {
                return !state.dialect.isDash();
            }

            @Override
            public Optional<String> alias(String word) {
                return options().has(ShoptOption.EXPAND_ALIASES)
                        ? Optional.ofNullable(state.aliases.get(word))
                        : Optional.empty();
            }

            @Override
            public void warn(int line, String message) {
                messages.warning(line, message);
            }
        };
    }

    // running

    /**
     * Runs what was typed at its prompt. The shell lives on, whatever happens.
     *
     * @return {@code $?}
     */
    public int runTyped(String script, List<String> arguments) {
        state.origin = State.Origin.PROMPT;
        state.name = "bash";
        return runWhole(script, arguments);
    }

    /** Runs a script file. @param name {@code $0} */
    public int runScript(String name, String script, List<String> arguments) {
        state.origin = State.Origin.SCRIPT;
        state.name = name;
        runWhole(script, arguments);
        traps.runExit();
        return state.status;
    }

    private int runWhole(String script, List<String> arguments) {
        positional(arguments);
        flow.clear();
        traps.forgetInterrupt();
        scripts.main(LineSupplier.of(script));
        if (flow.isExit()) {
            traps.runExit();
        }
        jobs.notifyChanges();
        return state.status;
    }

    /** Runs a program's script to the end of the shell. @return its exit status */
    public int runToEnd(LineSupplier lines, String name, List<String> arguments, boolean string) {
        state.origin = string ? State.Origin.STRING : State.Origin.SCRIPT;
        state.name = name;
        positional(arguments);
        return scripts.toTheEnd(() -> {
            scripts.main(lines);
            return state.status;
        });
    }

    /** Says that commands come from standard input ({@code $-} has an s). */
    public void readsInput() {
        state.readsInput = true;
    }

    /** Called before each command: signals are let in, and the machine's time goes on. */
    void checkpoint() {
        pacemaker.beat();
        jobs.reapEnded();
        traps.run();
    }

    boolean traces() {
        return options().has(SetOption.XTRACE);
    }

    /** Runs a command from text in this shell: {@code eval}, traps. @param where begins its syntax errors */
    public int evaluate(String text, String where) {
        return scripts.text(text, where);
    }

    /** Becomes a program, in this process. @return its exit status, with which the shell must end */
    public int become(List<String> words) {
        return children.become(words, true);
    }

    /** Runs a function that exists, or a builtin or program, with words that are already expanded. */
    public int call(List<String> words) {
        return runner.simple().dispatch(new ArrayList<>(words), false);
    }

    /** Runs a builtin or program of that name even if a function has it too ({@code command}). */
    public int callWithoutFunctions(List<String> words) {
        return runner.simple().dispatch(new ArrayList<>(words), true);
    }
}
