package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.UsageText;
import org.vethlab.view.JsonPrinter;
import org.vethlab.view.Printer;
import org.vethlab.view.TextPrinter;

/** What the objects of tc share. Standard output is kept until the end, so that errors come first. */
final class TcContext {
    private final Context context;
    private final TcOptions options;
    private final StringBuilder buffer = new StringBuilder();
    private final Printer text;
    private final Printer printer;

    TcContext(Context context, TcOptions options) {
        this.context = context;
        this.options = options;
        this.text = new TextPrinter(buffer::append, options.oneline, false);
        this.printer = options.json ? new JsonPrinter(buffer::append, options.pretty) : text;
    }

    Context context() {
        return context;
    }

    TcOptions options() {
        return options;
    }

    Namespace net() {
        return context.net();
    }

    /** Text or JSON, as the options say. */
    Printer printer() {
        return printer;
    }

    /** Text, whatever the options say: classes know no JSON. */
    Printer text() {
        return text;
    }

    void flush() {
        if (buffer.length() > 0) {
            context.out().print(buffer.toString());
            buffer.setLength(0);
        }
    }

    /** The device of that name. @throws CommandException {@code Cannot find device "NAME"}, status 1 */
    Device device(String name) {
        return find(name).orElseThrow(() -> CommandException.noDevice(name));
    }

    private Optional<Device> find(String name) {
        Optional<Device> named = net().devices().byName(name);
        if (named.isPresent() || !name.matches("if[1-9][0-9]{0,8}")) {
            return named;
        }
        return net().devices().byIndex(Integer.parseInt(name.substring(2)));
    }

    void complain(String line) {
        context.err().println(line);
    }

    void usage(String name) {
        context.err().print(UsageText.of(name));
    }
}
