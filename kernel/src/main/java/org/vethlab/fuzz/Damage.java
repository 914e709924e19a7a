package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What can be done to a command so that hardly anything is left of its sense. */
enum Damage {
    NOISE {
        @Override
        String done(String command, String other, Dice dice) {
            StringBuilder text = new StringBuilder(command);
            for (int i = dice.between(1, 8); i > 0; i--) {
                char noise = (char) (dice.percent(70) ? dice.between(1, 255) : dice.between(256, 0xffff));
                text.insert(dice.between(0, text.length()), noise);
            }
            return text.toString();
        }
    },
    ABSURD_NUMBER {
        @Override
        String done(String command, String other, Dice dice) {
            return command.replaceAll("\\d+", dice.pick(NUMBERS));
        }
    },
    SHELL_CHARACTERS {
        @Override
        String done(String command, String other, Dice dice) {
            StringBuilder text = new StringBuilder(command);
            for (int i = dice.between(1, 4); i > 0; i--) {
                text.insert(dice.between(0, text.length()), dice.pick(CHARACTERS));
            }
            return text.toString();
        }
    },
    SPLICED {
        @Override
        String done(String command, String other, Dice dice) {
            return command.substring(0, dice.between(0, command.length()))
                    + other.substring(dice.between(0, other.length()));
        }
    },
    WORDS_SHUFFLED {
        @Override
        String done(String command, String other, Dice dice) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            List<String> shuffled = new ArrayList<>();
            while (!words.isEmpty()) {
                shuffled.add(words.remove(dice.between(0, words.size() - 1)));
            }
            return String.join(" ", shuffled);
        }
    },
    WORD_REPLACED {
        @Override
        String done(String command, String other, Dice dice) {
            String[] words = command.split(" ", -1);
            words[dice.between(0, words.length - 1)] = dice.percent(50) ? "" : dice.pick(List.of(other.split(" ", -1)));
            return String.join(" ", words);
        }
    },
    CUT_OFF {
        @Override
        String done(String command, String other, Dice dice) {
            return command.substring(0, dice.between(0, command.length()));
        }
    },
    LONG {
        @Override
        String done(String command, String other, Dice dice) {
            return command + " "
                    + dice.pick(List.of("x", "-", "é", "%s", "1", "/", "a=")).repeat(dice.between(1, 70000));
        }
    },
    IN_THE_BACKGROUND {
        @Override
        String done(String command, String other, Dice dice) {
            return command + " & " + other + (dice.percent(50) ? " | " + command : "; wait");
        }
    },
    MANY_TIMES {
        @Override
        String done(String command, String other, Dice dice) {
            return "for i in {1.." + dice.between(1, 300) + "}; do " + command + "; done";
        }
    };

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "00",
            "2147483647",
            "2147483648",
            "4294967295",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "-9223372036854775809",
            "1e9",
            "0x7fffffffffffffff",
            "1.5",
            "NaN",
            "");

    private static final List<String> CHARACTERS = List.of(
            "'", "\"", "`", "$", "\\", "(", ")", "{", "}", "[", "]", "<", ">", "|", "&", ";", "*", "?", "!", "#", "~",
            "=", "$(", "${", "$((", "<<", "<(", "&>", "\t", "%", "@");

    abstract String done(String command, String other, Dice dice);
}
