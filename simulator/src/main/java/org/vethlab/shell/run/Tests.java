package org.vethlab.shell.run;

import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** The operators that {@code test} and {@code [[ ]]} share. */
public final class Tests {
    private final Interpreter shell;

    public Tests(Interpreter shell) {
        this.shell = shell;
    }

    public static boolean isUnary(String operator) {
        return operator.length() == 2
                && operator.charAt(0) == '-'
                && "abcdefghknoprstuvwxzGLNORS".indexOf(operator.charAt(1)) >= 0;
    }

    public static boolean isBinary(String operator) {
        return switch (operator) {
            case "=", "==", "!=", "<", ">", "-nt", "-ot", "-ef" -> true;
            default -> isNumeric(operator);
        };
    }

    public static boolean isNumeric(String operator) {
        return switch (operator) {
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> true;
            default -> false;
        };
    }

    public static boolean compare(String operator, long left, long right) {
        return switch (operator) {
            case "-eq" -> left == right;
            case "-ne" -> left != right;
            case "-lt" -> left < right;
            case "-le" -> left <= right;
            case "-gt" -> left > right;
            default -> left >= right;
        };
    }

    public boolean unary(String operator, String operand) {
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-o" -> SetOption.of(operand).filter(shell.options()::has).isPresent();
            case "-v" -> isSet(operand);
            case "-R" ->
                shell.variables()
                        .findItself(operand)
                        .filter(variable -> variable.has(Attribute.REFERENCE) && variable.isSet())
                        .isPresent();
            case "-t" -> isTerminal(operand);
            case "-L", "-h" ->
                linkStatus(operand)
                        .filter(status -> status.type() == FileStatus.Type.LINK)
                        .isPresent();
            default -> status(operand).filter(status -> file(operator, status)).isPresent();
        };
    }

    private static boolean file(String operator, FileStatus status) {
        return switch (operator) {
            case "-f" -> status.type() == FileStatus.Type.REGULAR;
            case "-d" -> status.type() == FileStatus.Type.DIRECTORY;
            case "-c" -> status.type() == FileStatus.Type.CHARACTER_DEVICE;
            case "-p" -> status.type() == FileStatus.Type.PIPE;
            case "-b", "-S" -> false;
            case "-s" -> status.size() > 0;
            case "-x" -> status.isDirectory() || (status.permissions() & 0111) != 0;
            case "-u" -> (status.permissions() & 04000) != 0;
            case "-g" -> (status.permissions() & 02000) != 0;
            case "-k" -> (status.permissions() & 01000) != 0;
            default -> true; // -a -e -r -w -O -G -N: root may read and write everything, and owns it
        };
    }

    public boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-nt" -> isNewer(left, right);
            case "-ot" -> isNewer(right, left);
            default ->
                status(left).isPresent()
                        && status(left)
                                .map(FileStatus::inode)
                                .equals(status(right).map(FileStatus::inode));
        };
    }

    private boolean isNewer(String left, String right) {
        Optional<FileStatus> a = status(left);
        Optional<FileStatus> b = status(right);
        return a.isPresent() && (b.isEmpty() || a.get().modified() > b.get().modified());
    }

    /** A name, or an element of an array. */
    private boolean isSet(String operand) {
        int bracket = operand.indexOf('[');
        if (bracket < 0 || !operand.endsWith("]")) {
            return shell.variables().find(operand).filter(Variable::isSet).isPresent() || isPositional(operand);
        }
        String name = operand.substring(0, bracket);
        String subscript = operand.substring(bracket + 1, operand.length() - 1);
        Optional<Variable> variable = shell.variables().find(name);
        if (subscript.equals("@") || subscript.equals("*")) {
            return variable.filter(found -> !found.values().isEmpty()).isPresent();
        }
        return variable.isPresent()
                && shell.expander().elements().value(name, subscript).isPresent();
    }

    private boolean isPositional(String operand) {
        return operand.matches("[0-9]{1,6}")
                && Integer.parseInt(operand) <= shell.positional().size();
    }

    private boolean isTerminal(String operand) {
        return operand.matches("[0-9]{1,9}")
                && shell.process()
                        .descriptors()
                        .get(Integer.parseInt(operand))
                        .filter(file -> file.output().isTerminal())
                        .isPresent();
    }

    private Optional<FileStatus> status(String path) {
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(shell.files().status(path));
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    private Optional<FileStatus> linkStatus(String path) {
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(shell.files().linkStatus(path));
        } catch (NetException e) {
            return Optional.empty();
        }
    }
}
