package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.process.Files;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.UsageText;
import org.vethlab.view.JsonPrinter;
import org.vethlab.view.Printer;
import org.vethlab.view.TextPrinter;

/**
 * What the objects of {@code ip} share: the options, the printer, the namespace, and the words in which errors of
 * netlink are told. Standard output is kept until the end, as the C library does when
 * it is no terminal, so that errors come first.
 */
public final class IpContext {
    private final Context context;
    private final IpOptions options;
    private final StringBuilder buffer = new StringBuilder();
    private final Printer printer;

    IpContext(Context context, IpOptions options) {
        this.context = context;
        this.options = options;
        this.printer = options.json
                ? new JsonPrinter(buffer::append, options.pretty)
                : new TextPrinter(buffer::append, options.oneline, options.colored);
    }

    public Context context() {
        return context;
    }

    public IpOptions options() {
        return options;
    }

    /** The namespace that the process is in: with {@code -n} the one that was named. */
    public Namespace net() {
        return context.net();
    }

    public Files files() {
        return context.files();
    }

    /** Text or JSON, as the options say. */
    public Printer printer() {
        return printer;
    }

    /** Plain text on standard output, never JSON. */
    public void print(String text) {
        buffer.append(text);
    }

    /** Writes what was printed so far (fflush(stdout)). */
    public void flush() {
        if (buffer.length() > 0) {
            context.out().print(buffer.toString());
            buffer.setLength(0);
        }
    }

    /** A line on standard error. @return the status, so that one can say {@code return ip.fail(1, …)} */
    public int fail(int status, String line) {
        return context.fail(status, line);
    }

    /** Says what the kernel refused in iproute2's words. @return 2 */
    public int fail(NetException refusal) {
        return fail(2, describe(refusal));
    }

    /** {@code Error: TEXT.} for an extended acknowledgement, {@code RTNETLINK answers: STRERROR} otherwise. */
    static String describe(NetException refusal) {
        Optional<String> extendedAck = refusal.extendedAck();
        if (extendedAck.isEmpty()) {
            return "RTNETLINK answers: " + refusal.errno().text();
        }
        String text = extendedAck.get();
        return "Error: " + text + (text.endsWith(".") || text.endsWith("\n") ? "" : ".");
    }

    /** The device of that name. @throws CommandException {@code Cannot find device "NAME"}, status 1 */
    public Device device(String name) {
        return findDevice(name).orElseThrow(() -> CommandException.noDevice(name));
    }

    /** The device of that name, or with that index for a name like {@code if3} (ll_name_to_index). */
    public Optional<Device> findDevice(String name) {
        Optional<Device> named = net().devices().byName(name);
        if (named.isPresent() || !name.matches("if[1-9][0-9]{0,8}")) {
            return named;
        }
        return net().devices().byIndex(Integer.parseInt(name.substring(2)));
    }

    /** Prints a usage text on standard error, as it is stored beside this class. @return 255 */
    public int usage(String resource) {
        context.err().print(UsageText.of(resource));
        return CommandException.USAGE;
    }
}
