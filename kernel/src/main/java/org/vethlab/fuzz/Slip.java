package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;

/** A slip of the finger. Not in commands that write files or signal processes: those mean what they say. */
enum Slip {
    FORGOTTEN_WORD {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            words.remove(at);
        }
    },
    WORD_TWICE {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            words.add(at, words.get(at));
        }
    },
    WORDS_SWAPPED {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            words.add(at - 1, words.remove(at));
        }
    },
    LETTER_FORGOTTEN {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            String word = words.get(at);
            int letter = dice.between(0, word.length() - 1);
            words.set(at, word.substring(0, letter) + word.substring(letter + 1));
        }
    },
    LETTER_TWICE {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            String word = words.get(at);
            int letter = dice.between(0, word.length() - 1);
            words.set(at, word.substring(0, letter) + word.charAt(letter) + word.substring(letter));
        }
    },
    ABSURD_NUMBER {
        @Override
        void happen(List<String> words, int at, Dice dice) {
            String number = dice.pick(List.of("-1", "0", "256", "65536", "4294967296", "99999999999999999999", "0x1f"));
            words.set(at, words.get(at).replaceFirst("\\d+", number));
        }
    };

    abstract void happen(List<String> words, int at, Dice dice);

    static String in(String command, Dice dice) {
        List<String> words = new ArrayList<>(List.of(command.split(" +")));
        if (words.size() < 2 || !command.matches("(ip|brctl|bridge|arping|arp|route|ifconfig|sysctl) [^$;|<>&]*")) {
            return command;
        }
        dice.pick(List.of(values())).happen(words, dice.between(1, words.size() - 1), dice);
        return String.join(" ", words);
    }
}
