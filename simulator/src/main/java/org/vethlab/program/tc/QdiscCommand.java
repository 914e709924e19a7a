package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QdiscRequest;
import org.vethlab.net.sched.QueueingDisciplines;
import org.vethlab.net.sched.Verb;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code tc qdisc}. */
final class QdiscCommand implements TcObject {
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
        if (matches(verb, "link")) {
            return modify(tc, words, Verb.LINK);
        }
        if (matches(verb, "delete")) {
            return delete(tc, words);
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return new QdiscList(tc).run(words);
        }
        if (matches(verb, "help")) {
            tc.usage("tc-qdisc");
            return 0;
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"tc qdisc help\".");
    }

    private static int modify(TcContext tc, Arguments words, Verb verb) {
        Words request = new Words(tc, words).parse();
        new QueueingDisciplines(tc.device(request.device())).modify(verb, request.build());
        return 0;
    }

    private static int delete(TcContext tc, Arguments words) {
        Words request = new Words(tc, words).parse();
        new QueueingDisciplines(tc.device(request.device())).delete(request.build());
        return 0;
    }

    /** The words of a request (tc_qdisc_modify). */
    private static final class Words {
        private final TcContext tc;
        private final Arguments words;
        private String device = "";
        private Handle parent = Handle.NONE;
        private Handle handle = Handle.NONE;
        private Optional<QdiscKind> kind = Optional.empty();
        private Optional<QdiscOptions> options = Optional.empty();

        Words(TcContext tc, Arguments words) {
            this.tc = tc;
            this.words = words;
        }

        Words parse() {
            while (words.hasNext() && kind.isEmpty()) {
                take(words.next());
            }
            if (kind.isPresent()) {
                options = kind.get().parse(words, tc, device);
            }
            return this;
        }

        private void take(String word) {
            switch (word) {
                case "dev" -> takeDevice();
                case "handle" -> takeHandle();
                case "root" -> place(Handle.ROOT, "root", "");
                case "clsact", "ingress" -> takePoint(word);
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

        private void takeHandle() {
            if (!handle.isNone()) {
                throw CommandException.duplicate("handle", "handle");
            }
            String word = words.next();
            handle = Handles.qdisc(word).orElseThrow(() -> CommandException.wrong(word, "invalid qdisc ID"));
        }

        private void takeParent() {
            String word = words.next();
            if (!parent.isNone()) {
                throw CommandException.duplicate("parent", word);
            }
            parent = Handles.classId(word).orElseThrow(() -> CommandException.wrong(word, "invalid parent ID"));
        }

        private void takePoint(String name) {
            place(Handle.INGRESS, name, "a ");
            handle = Handle.of(0xffff, 0);
            kind = Optional.of(QdiscKinds.find(name));
        }

        private void place(Handle where, String name, String article) {
            if (!parent.isNone()) {
                throw new CommandException(
                        CommandException.USAGE, "Error: \"" + name + "\" is " + article + "duplicate parent ID");
            }
            parent = where;
        }

        private void takeOther(String word) {
            if (matches(word, "estimator")
                    || matches(word, "stab")
                    || matches(word, "ingress_block")
                    || matches(word, "egress_block")) {
                throw CommandException.notSimulated("tc qdisc " + word);
            }
            if (matches(word, "help")) {
                tc.usage("tc-qdisc");
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

        QdiscRequest build() {
            return new QdiscRequest(parent, handle, kind.map(QdiscKind::name), options);
        }
    }
}
