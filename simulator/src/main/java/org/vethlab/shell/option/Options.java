package org.vethlab.shell.option;

import java.util.EnumSet;

/** Which switches of a shell are on. */
public final class Options {
    /** {@code $-} names options in the order of bash's own table, then what the shell was started with. */
    private static final String LETTERS = "abefhkmnptuvxBCEHPT";

    private final EnumSet<SetOption> set =
            EnumSet.of(SetOption.BRACEEXPAND, SetOption.HASHALL, SetOption.INTERACTIVE_COMMENTS);
    private final EnumSet<ShoptOption> shopt = EnumSet.noneOf(ShoptOption.class);

    public Options() {
        for (ShoptOption option : ShoptOption.values()) {
            if (option.standard()) {
                shopt.add(option);
            }
        }
    }

    public Options copy() {
        Options copy = new Options();
        copy.set.clear();
        copy.set.addAll(set);
        copy.shopt.clear();
        copy.shopt.addAll(shopt);
        return copy;
    }

    public boolean has(SetOption option) {
        return set.contains(option);
    }

    public boolean has(ShoptOption option) {
        return shopt.contains(option);
    }

    public void put(SetOption option, boolean on) {
        if (on) {
            set.add(option);
        } else {
            set.remove(option);
        }
    }

    public void put(ShoptOption option, boolean on) {
        if (on) {
            shopt.add(option);
        } else {
            shopt.remove(option);
        }
    }

    /** The letters of the options that are on, for {@code $-}. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS.length(); i++) {
            char letter = LETTERS.charAt(i);
            if (SetOption.of(letter).filter(set::contains).isPresent()) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }
}
