package org.vethlab.process;

/** A terminal: keyboard, screen, and the process group in its foreground (tty(4)). */
public final class Terminal {
    private final Machine machine;
    private final String path;
    private final OpenFile file;
    private Input keyboard = Terminal::nobodyTypes;
    private Output screen = Terminal::nobodyLooks;
    private int foreground;

    Terminal(Machine machine, String path) {
        this.machine = machine;
        this.path = path;
        this.file = OpenFile.both(path, new Keyboard(), new Screen());
    }

    /** Its device file: {@code /dev/pts/0}. */
    public String path() {
        return path;
    }

    /** To be put into descriptors 0, 1 and 2. */
    public OpenFile file() {
        return file;
    }

    /** Where typed bytes come from; without one, reading meets the end at once. */
    public void keyboard(Input input) {
        keyboard = input;
    }

    public void screen(Output output) {
        screen = output;
    }

    /** The process group that Ctrl-C reaches and that may read (tcgetpgrp(3)). */
    public int foreground() {
        return foreground;
    }

    /** tcsetpgrp(3). */
    public void foreground(int group) {
        foreground = group;
    }

    /** What Ctrl-C ({@link Signal#INT}) and Ctrl-Z ({@link Signal#TSTP}) do. */
    public void type(Signal signal) {
        machine.signalGroup(foreground, signal);
    }

    /** A process in the background that reads is stopped until it is brought to the foreground. */
    private int read(byte[] buffer, int offset, int length) {
        Process reader = machine.running();
        while (reader.group() != foreground) {
            if (reader.disposition(Signal.TTIN) == Disposition.IGNORE) {
                throw new org.vethlab.net.NetException(org.vethlab.net.Errno.EIO);
            }
            machine.signalGroup(reader.group(), Signal.TTIN);
            reader.checkSignals();
        }
        return keyboard.read(buffer, offset, length);
    }

    /** To poll(2) it is ready only for who is in the foreground, once something has been typed. */
    private final class Keyboard implements Input {
        @Override
        public int read(byte[] buffer, int offset, int length) {
            return Terminal.this.read(buffer, offset, length);
        }

        @Override
        public boolean isReady() {
            return false;
        }
    }

    private static int nobodyTypes(byte[] buffer, int offset, int length) {
        return -1;
    }

    private static void nobodyLooks(byte[] buffer, int offset, int length) {}

    private final class Screen implements Output {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            screen.write(buffer, offset, length);
        }

        @Override
        public boolean isTerminal() {
            return true;
        }
    }
}
