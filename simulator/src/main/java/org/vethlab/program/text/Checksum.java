package org.vethlab.program.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code md5sum}, {@code sha256sum} and their siblings of coreutils. */
public final class Checksum extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "b|binary",
            "c|check",
            "t|text",
            "z|zero",
            "w|warn",
            "|tag",
            "|quiet",
            "|status",
            "|strict",
            "|ignore-missing");

    private final String algorithm;
    private final Pattern checkLine;

    /** @param algorithm as Java names it: MD5, SHA-256 */
    public Checksum(String name, String algorithm) {
        super(name, "compute and check " + algorithm + " message digests", OPTIONS);
        this.algorithm = algorithm;
        int digits = digest().getDigestLength() * 2;
        this.checkLine = Pattern.compile(
                "(?:" + tag() + " \\((?<tagged>.*)\\) = )?(?<sum>[0-9a-fA-F]{" + digits + "})(?: [ *](?<file>.*))?");
    }

    @Override
    int run(Call call) {
        return call.has("c") ? check(call) : print(call);
    }

    private int print(Call call) {
        for (String file : call.inputs()) {
            sum(call, file).ifPresent(sum -> call.print(line(call, file, sum) + (call.has("z") ? "\0" : "\n")));
        }
        return call.status();
    }

    private String line(Call call, String file, String sum) {
        if (call.has("tag")) {
            return tag() + " (" + file + ") = " + sum;
        }
        return sum + (call.options().last("b", "t").filter("b"::equals).isPresent() ? " *" : "  ") + file;
    }

    private Optional<String> sum(Call call, String file) {
        try {
            Input in = call.open(file);
            String sum = HexFormat.of().formatHex(digest().digest(in.readAll()));
            call.close(file, in);
            return Optional.of(sum);
        } catch (NetException e) {
            call.warn(file + ": " + e.errno().text());
            return Optional.empty();
        }
    }

    private int check(Call call) {
        call.eachInput((name, in) -> new Check(call).check(name, in));
        return call.status();
    }

    private String tag() {
        return algorithm.toUpperCase(Locale.ROOT).replace("-", "");
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }

    /** One list of sums that is checked. */
    private final class Check {
        private final Call call;
        private int misformatted;
        private int unreadable;
        private int mismatched;
        private int proper;

        Check(Call call) {
            this.call = call;
        }

        void check(String list, Input in) {
            for (Optional<String> line = in.readLine(); line.isPresent(); line = in.readLine()) {
                checkLine(line.get());
            }
            if (proper == 0) {
                call.warn(list + ": no properly formatted checksum lines found");
                return;
            }
            if (!call.has("status")) {
                complain(misformatted, "line is improperly formatted", "lines are improperly formatted");
                complain(unreadable, "listed file could not be read", "listed files could not be read");
                complain(mismatched, "computed checksum did NOT match", "computed checksums did NOT match");
            }
            call.noteStatus(unreadable + mismatched > 0 || misformatted > 0 && call.has("strict") ? 1 : 0);
        }

        private void checkLine(String line) {
            Matcher parts = checkLine.matcher(line);
            boolean named = parts.matches() && (parts.group("tagged") == null) != (parts.group("file") == null);
            if (!named) {
                misformatted++;
                return;
            }
            proper++;
            String file = parts.group("tagged") == null ? parts.group("file") : parts.group("tagged");
            Optional<String> sum = sum(call, file);
            if (sum.isEmpty()) {
                unreadable++;
                say(file, "FAILED open or read");
            } else if (sum.get().equalsIgnoreCase(parts.group("sum"))) {
                say(file, "OK");
            } else {
                mismatched++;
                say(file, "FAILED");
            }
        }

        private void say(String file, String verdict) {
            boolean silent = call.has("status") || verdict.equals("OK") && call.has("quiet");
            if (!silent) {
                call.println(file + ": " + verdict);
            }
        }

        private void complain(int count, String one, String many) {
            if (count > 0) {
                call.context().err().println(name() + ": WARNING: " + count + " " + (count == 1 ? one : many));
            }
        }
    }
}
