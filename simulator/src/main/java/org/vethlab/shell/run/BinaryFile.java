package org.vethlab.shell.run;

/** Tells scripts from programs, as bash does: by a zero byte in the first line. */
public final class BinaryFile {
    private static final int LOOKED_AT = 80;

    private BinaryFile() {}

    public static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == '\n') {
                return false;
            }
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
