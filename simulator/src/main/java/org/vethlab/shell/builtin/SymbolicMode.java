package org.vethlab.shell.builtin;

import org.vethlab.shell.run.Builtin.UsageException;

/** {@code u=rwx,g-w}: permissions in letters, applied to a mask, in which a bit that is set is a permission denied. */
final class SymbolicMode {
    private final String mode;
    private int at;
    private int allowed;

    private SymbolicMode(String mode, int mask) {
        this.mode = mode;
        this.allowed = ~mask & 0777;
    }

    /** @return the new mask */
    static int apply(String mode, int mask) {
        SymbolicMode symbolic = new SymbolicMode(mode, mask);
        symbolic.run();
        return ~symbolic.allowed & 0777;
    }

    private void run() {
        clause();
        while (at < mode.length()) {
            if (mode.charAt(at) != ',') {
                throw UsageException.failed("`" + mode.charAt(at) + "': invalid symbolic mode character");
            }
            at++;
            clause();
        }
    }

    private void clause() {
        int who = 0;
        for (; at < mode.length() && "ugoa".indexOf(mode.charAt(at)) >= 0; at++) {
            who |= who(mode.charAt(at));
        }
        char operator = at < mode.length() ? mode.charAt(at++) : '?';
        if ("+-=".indexOf(operator) < 0) {
            throw UsageException.failed("`" + operator + "': invalid symbolic mode operator");
        }
        int bits = 0;
        for (; at < mode.length() && "rwxX".indexOf(mode.charAt(at)) >= 0; at++) {
            bits |= permission(mode.charAt(at));
        }
        change(who == 0 ? 0777 : who, operator, bits);
    }

    private void change(int who, char operator, int bits) {
        switch (operator) {
            case '+' -> allowed |= who & bits;
            case '-' -> allowed &= ~(who & bits);
            default -> allowed = allowed & ~who | who & bits;
        }
    }

    private static int who(char letter) {
        return switch (letter) {
            case 'u' -> 0700;
            case 'g' -> 0070;
            case 'o' -> 0007;
            default -> 0777;
        };
    }

    private static int permission(char letter) {
        return switch (letter) {
            case 'r' -> 0444;
            case 'w' -> 0222;
            default -> 0111;
        };
    }
}
