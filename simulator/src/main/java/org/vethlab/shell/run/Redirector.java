package org.vethlab.shell.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Descriptors;
import org.vethlab.process.FileStatus;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.syntax.Redirection;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.text.RawText;

/** Opens, copies and closes descriptors as redirections ask for it, and puts back what was there. */
public final class Redirector {
    /** Descriptors from here on are the shell's own, as in bash. */
    private static final int FIRST_OWN = 10;

    private final Interpreter shell;
    private final Process process;
    private final Set<Integer> saved = new TreeSet<>();

    Redirector(Interpreter shell) {
        this.shell = shell;
        this.process = shell.process();
    }

    /** What redirections have replaced, until the command is over. */
    public final class Undo {
        private final Deque<Replaced> replaced = new ArrayDeque<>();

        /** @param copy where the old file is kept; empty if the descriptor was closed */
        private record Replaced(int descriptor, Optional<Integer> copy) {}

        private void save(int descriptor) {
            Descriptors descriptors = process.descriptors();
            if (descriptors.get(descriptor).isEmpty()) {
                replaced.push(new Replaced(descriptor, Optional.empty()));
                return;
            }
            int copy = descriptors.free(FIRST_OWN);
            descriptors.duplicate(descriptor, copy);
            saved.add(copy);
            replaced.push(new Replaced(descriptor, Optional.of(copy)));
        }

        /** Puts everything back. */
        public void run() {
            while (!replaced.isEmpty()) {
                Replaced one = replaced.pop();
                if (one.copy().isEmpty()) {
                    process.descriptors().close(one.descriptor());
                    continue;
                }
                process.descriptors().duplicate(one.copy().get(), one.descriptor());
                drop(one.copy().get());
            }
        }

        /** Leaves everything as it is now ({@code exec > file}). */
        public void keep() {
            replaced.forEach(one -> one.copy().ifPresent(this::drop));
            replaced.clear();
        }

        private void drop(int copy) {
            process.descriptors().close(copy);
            saved.remove(copy);
        }
    }

    /** A child closes what the shell keeps for later. */
    void closeSaved(Process child) {
        saved.forEach(child.descriptors()::close);
    }

    /** Puts a file in the place of standard input for a while. */
    Undo replaceInput(OpenFile file) {
        Undo undo = new Undo();
        undo.save(0);
        process.descriptors().put(0, file);
        return undo;
    }

    /** Carries out redirections in order. @return empty, the message printed and all put back, if one fails */
    public Optional<Undo> apply(List<Redirection> redirections) {
        Undo undo = new Undo();
        for (Redirection redirection : redirections) {
            try {
                apply(redirection, undo);
            } catch (Failure failure) {
                undo.run();
                shell.messages().untranslated(String.valueOf(failure.getMessage()));
                return Optional.empty();
            }
        }
        return Optional.of(undo);
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message, null, false, false);
        }
    }

    private void apply(Redirection redirection, Undo undo) {
        switch (redirection.kind()) {
            case DUPLICATE_INPUT, DUPLICATE_OUTPUT -> duplicate(redirection, undo);
            case BOTH, BOTH_APPEND -> both(redirection, target(redirection.target()), undo);
            default -> put(redirection, open(redirection), undo);
        }
    }

    private void put(Redirection redirection, OpenFile file, Undo undo) {
        int descriptor = descriptor(redirection, undo);
        process.descriptors().put(descriptor, file);
    }

    /** The descriptor meant, its old file saved; <code>{name}></code> takes a free one, for good. */
    private int descriptor(Redirection redirection, Undo undo) {
        if (redirection.variable().isPresent()) {
            int free = process.descriptors().free(FIRST_OWN);
            shell.variables().assign(redirection.variable().get(), Integer.toString(free));
            return free;
        }
        int descriptor = redirection.descriptor().orElse(redirection.kind().standardDescriptor());
        undo.save(descriptor);
        return descriptor;
    }

    private OpenFile open(Redirection redirection) {
        return switch (redirection.kind()) {
            case HERE_DOCUMENT, HERE_DOCUMENT_TABS ->
                text(shell.expander().single(redirection.document().body()));
            case HERE_STRING -> text(shell.expander().single(redirection.target()) + "\n");
            default -> open(redirection.kind(), target(redirection.target()));
        };
    }

    private OpenFile text(String text) {
        return OpenFile.reading("pipe:[here-document]", new TextInput(RawText.encode(text)));
    }

    private OpenFile open(Redirection.Kind kind, String path) {
        try {
            if (NetworkFile.isOne(path)) {
                return NetworkFile.open(shell, path);
            }
            return switch (kind) {
                case INPUT -> OpenFile.reading(path, shell.files().open(path));
                case READ_WRITE -> readWrite(path);
                case APPEND -> OpenFile.writing(path, shell.files().create(path, true));
                case CLOBBER -> OpenFile.writing(path, shell.files().create(path, false));
                default -> overwriting(path);
            };
        } catch (NetException e) {
            boolean reads = kind == Redirection.Kind.INPUT;
            throw new Failure(
                    shell.state().dialect.isDash()
                            ? DashWords.cannotOpen(path, reads, e.errno())
                            : path + ": " + e.errno().text());
        }
    }

    private OpenFile readWrite(String path) {
        if (!shell.files().exists(path)) {
            shell.files().create(path, true).close();
        }
        return OpenFile.both(path, shell.files().open(path), shell.files().create(path, true));
    }

    private OpenFile overwriting(String path) {
        if (shell.options().has(SetOption.NOCLOBBER) && isRegular(path)) {
            throw new Failure(path + ": cannot overwrite existing file");
        }
        if (path.isEmpty()) {
            throw new NetException(Errno.ENOENT);
        }
        return OpenFile.writing(path, shell.files().create(path, false));
    }

    private boolean isRegular(String path) {
        return shell.files().exists(path) && shell.files().status(path).type() == FileStatus.Type.REGULAR;
    }

    private String target(Word word) {
        List<String> fields = new ArrayList<>(shell.expander().fields(List.of(word)));
        if (fields.size() != 1) {
            throw new Failure(word.source() + ": ambiguous redirect");
        }
        return fields.get(0);
    }

    private void both(Redirection redirection, String path, Undo undo) {
        boolean append = redirection.kind() == Redirection.Kind.BOTH_APPEND;
        OpenFile file = open(append ? Redirection.Kind.APPEND : Redirection.Kind.OUTPUT, path);
        undo.save(1);
        undo.save(2);
        process.descriptors().put(1, file);
        process.descriptors().put(2, file);
    }

    private void duplicate(Redirection redirection, Undo undo) {
        String target = target(redirection.target());
        if (target.equals("-")) {
            close(redirection, undo);
            return;
        }
        boolean moves = target.endsWith("-");
        String digits = moves ? target.substring(0, target.length() - 1) : target;
        if (!digits.matches("[0-9]{1,9}")) {
            namedTarget(redirection, target, undo);
            return;
        }
        int from = Integer.parseInt(digits);
        Optional<OpenFile> file = process.descriptors().get(from);
        if (file.isEmpty()) {
            throw new Failure(redirection.target().source() + ": " + Errno.EBADF.text());
        }
        put(redirection, file.get(), undo);
        if (moves && from != redirection.descriptor().orElse(redirection.kind().standardDescriptor())) {
            undo.save(from);
            process.descriptors().close(from);
        }
    }

    /** {@code >&word} is {@code &>word} if no descriptor is named. */
    private void namedTarget(Redirection redirection, String target, Undo undo) {
        boolean plain =
                redirection.descriptor().isEmpty() && redirection.variable().isEmpty();
        if (redirection.kind() != Redirection.Kind.DUPLICATE_OUTPUT || !plain) {
            throw new Failure(redirection.target().source() + ": ambiguous redirect");
        }
        both(redirection, target, undo);
    }

    private void close(Redirection redirection, Undo undo) {
        if (redirection.variable().isPresent()) {
            String value = shell.variables().value(redirection.variable().get()).orElse("");
            if (!value.matches("[0-9]{1,9}")) {
                throw new Failure(redirection.variable().get() + ": " + Errno.EBADF.text());
            }
            process.descriptors().close(Integer.parseInt(value));
            return;
        }
        int descriptor = redirection.descriptor().orElse(redirection.kind().standardDescriptor());
        undo.save(descriptor);
        process.descriptors().close(descriptor);
    }
}
