package org.vethlab.program.find;

import org.vethlab.process.FileStatus;

/** The format of {@code -printf}. */
record PrintfFormat(String format) {
    String of(Visit visit) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char c = format.charAt(at);
            boolean last = at + 1 == format.length();
            if (c == '\\' && !last) {
                text.append(escape(format.charAt(++at)));
            } else if (c == '%' && !last) {
                text.append(directive(format.charAt(++at), visit));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String escape(char letter) {
        return switch (letter) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case '0' -> "\0";
            case '\\' -> "\\";
            default -> "\\" + letter;
        };
    }

    private static String directive(char letter, Visit visit) {
        FileStatus status = visit.status();
        int slash = visit.path().lastIndexOf('/');
        return switch (letter) {
            case 'p' -> visit.path();
            case 'f' -> visit.name();
            case 'h' -> slash < 0 ? "." : visit.path().substring(0, slash);
            case 'P' ->
                visit.path().length() > visit.start().length()
                        ? visit.path().substring(visit.start().length()).replaceFirst("^/", "")
                        : "";
            case 'H' -> visit.start();
            case 'd' -> Integer.toString(visit.depth());
            case 's' -> Long.toString(status.size());
            case 'm' -> Integer.toOctalString(status.permissions());
            case 'i' -> Long.toString(status.inode());
            case 'n' -> Integer.toString(status.links());
            case 'u', 'g' -> "root";
            case 'U', 'G' -> "0";
            case 'y' ->
                status.type() == FileStatus.Type.REGULAR
                        ? "f"
                        : Character.toString(status.type().letter());
            case 'l' ->
                status.type() == FileStatus.Type.LINK ? visit.context().files().readLink(visit.path()) : "";
            case '%' -> "%";
            default -> "%" + letter;
        };
    }
}
