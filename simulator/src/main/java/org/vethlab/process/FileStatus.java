package org.vethlab.process;

/**
 * What stat(2) tells of a file.
 *
 * @param permissions the twelve permission bits
 * @param modified nanoseconds of the machine's clock
 */
public record FileStatus(Type type, int permissions, long size, long inode, int links, long modified) {
    /** What kind of file it is, with the letter of {@code ls -l}. */
    public enum Type {
        REGULAR('-'),
        DIRECTORY('d'),
        LINK('l'),
        CHARACTER_DEVICE('c'),
        PIPE('p');

        private final char letter;

        Type(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }

    public boolean isDirectory() {
        return type == Type.DIRECTORY;
    }
}
