package org.vethlab.shell.syntax;

import org.vethlab.shell.text.Quoting;

/** Writes a redirection in bash's layout. */
final class RedirectionPrinter {
    private RedirectionPrinter() {}

    static String print(Redirection redirection) {
        String descriptor = redirection.variable().map(name -> "{" + name + "}").orElseGet(() -> number(redirection));
        String operator = redirection.kind().operator();
        String target = redirection.target().source();
        return switch (redirection.kind()) {
            case DUPLICATE_INPUT, DUPLICATE_OUTPUT -> descriptor + (target.equals("-") ? ">&" : operator) + target;
            case HERE_DOCUMENT, HERE_DOCUMENT_TABS -> descriptor + operator + delimiter(redirection.target());
            default -> descriptor + operator + " " + target;
        };
    }

    /** The number before the operator: always before {@code n>&m}, else only if it is not the standard one. */
    private static String number(Redirection redirection) {
        Redirection.Kind kind = redirection.kind();
        int standard = kind == Redirection.Kind.READ_WRITE ? 1 : kind.standardDescriptor();
        int number = redirection.descriptor().orElse(kind.standardDescriptor());
        boolean both = kind == Redirection.Kind.BOTH || kind == Redirection.Kind.BOTH_APPEND;
        return !both && (number != standard || copiesNumber(redirection)) ? Integer.toString(number) : "";
    }

    private static boolean copiesNumber(Redirection redirection) {
        Redirection.Kind kind = redirection.kind();
        String target = redirection.target().source();
        return (kind == Redirection.Kind.DUPLICATE_INPUT || kind == Redirection.Kind.DUPLICATE_OUTPUT)
                && target.matches("[0-9]+-?|-");
    }

    private static String delimiter(Word target) {
        return target.isQuoted() ? Quoting.single(target.constant().orElse(target.source())) : target.source();
    }
}
