package org.vethlab.net.sysctl;

import java.math.BigInteger;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Reads numbers as proc_dointvec does: blanks in front, decimal, 0x hexadecimal or 0 octal, the first word counts. */
final class Numbers {
    private Numbers() {}

    /** @throws NetException EINVAL, if the text begins with no number or with one out of range */
    static long parse(String text, long least, long most) {
        String word = text.strip().split("\\s+", 2)[0];
        boolean negative = word.startsWith("-");
        BigInteger number = digits(negative ? word.substring(1) : word);
        BigInteger signed = negative ? number.negate() : number;
        if (signed.compareTo(BigInteger.valueOf(least)) < 0 || signed.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new NetException(Errno.EINVAL);
        }
        return signed.longValue();
    }

    private static BigInteger digits(String word) {
        int radix = 10;
        String digits = word;
        if (word.startsWith("0x") || word.startsWith("0X")) {
            radix = 16;
            digits = word.substring(2);
        } else if (word.length() > 1 && word.startsWith("0")) {
            radix = 8;
        }
        int base = radix;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, base) >= 0 && c < 128)) {
            throw new NetException(Errno.EINVAL);
        }
        return new BigInteger(digits, radix);
    }
}
