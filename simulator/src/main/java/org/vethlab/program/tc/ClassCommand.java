package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.sched.ClassOptions;
import org.vethlab.net.sched.ClassRequest;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.TrafficClasses;
import org.vethlab.net.sched.Verb;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code tc class}. */
final class ClassCommand implements TcObject {
    @Override
    public int run(TcContext tc, Arguments words) {
        String verb = words.hasNext() ? words.next() : "list";
        if (matches(verb, "add")) {
            return modify(tc, words, Verb.ADD);
        }
        if (matches(verb, "change")) {
            return modify(tc, words, Verb.CHANGE);
        }
        if (matches(verb, "replace")) {
            return modify(tc, words, Verb.REPLACE);
        }
        if (matches(verb, "delete")) {
            Words request = new Words(tc, words).parse();
            new TrafficClasses(tc.device(request.device())).delete(request.build());
            return 0;
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return new ClassList(tc).run(words);
        }
        if (matches(verb, "help")) {
            tc.usage("tc-class");
            return 0;
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"tc class help\".");
    }

    private static int modify(TcContext tc, Arguments words, Verb verb) {
        Words request = new Words(tc, words).parse();
        Optional<String> warning = new TrafficClasses(tc.device(request.device())).modify(verb, request.build());
        warning.ifPresent(text -> tc.complain("Warning: " + text));
        return 0;
    }

    /** The words of a request (tc_class_modify). */
    private static final class Words {
        private final TcContext tc;
        private final Arguments words;
        private String device = "";
        private Handle parent = Handle.NONE;
        private Handle id = Handle.NONE;
        private Optional<QdiscKind> kind = Optional.empty();
        private Optional<ClassOptions> options = Optional.empty();

        Words(TcContext tc, Arguments words) {
            this.tc = tc;
            this.words = words;
        }

        Words parse() {
            while (words.hasNext() && kind.isEmpty()) {
                take(words.next());
            }
            if (kind.isPresent()) {
                options = Optional.of(kind.get().parseClass(words, tc, device));
            }
            return this;
        }

        private void take(String word) {
            switch (word) {
                case "dev" -> takeDevice();
                case "classid" -> takeId();
                case "handle" ->
                    throw new CommandException(CommandException.USAGE, "Error: try \"classid\" instead of \"handle\"");
                case "root" -> takeRoot();
                case "parent" -> takeParent();
                default -> takeOther(word);
            }
        }

        private void takeDevice() {
            String name = words.next();
            if (!device.isEmpty()) {
                throw CommandException.duplicate("dev", name);
            }
            device = name;
        }

        private void takeId() {
            String word = words.next();
            if (!id.isNone()) {
                throw CommandException.duplicate("classid", word);
            }
            id = Handles.classId(word).orElseThrow(() -> CommandException.wrong(word, "invalid class ID"));
        }

        private void takeRoot() {
            if (!parent.isNone()) {
                throw new CommandException(CommandException.USAGE, "Error: \"root\" is duplicate parent ID.");
            }
            parent = Handle.ROOT;
        }

        private void takeParent() {
            String word = words.next();
            if (!parent.isNone()) {
                throw CommandException.duplicate("parent", word);
            }
            parent = Handles.classId(word).orElseThrow(() -> CommandException.wrong(word, "invalid parent ID"));
        }

        private void takeOther(String word) {
            if (matches(word, "estimator")) {
                throw CommandException.notSimulated("tc class estimator");
            }
            if (matches(word, "help")) {
                tc.usage("tc-class");
            } else {
                kind = Optional.of(QdiscKinds.find(word));
            }
        }

        String device() {
            if (device.isEmpty()) {
                throw new NetException(Errno.ENODEV);
            }
            return device;
        }

        ClassRequest build() {
            return new ClassRequest(parent, id, options);
        }
    }
}
