package org.vethlab.program.text;

import java.util.Optional;

/** Reads {@code F[.C][OPTS][,F[.C][OPTS]]}. */
final class SortKeyParser {
    private final Call call;
    private final String text;
    private int at;

    SortKeyParser(Call call, String text) {
        this.call = call;
        this.text = text;
    }

    /** @param global what a key without letters of its own inherits */
    SortKey parse(SortOrder global) {
        int field = number("invalid number at field start");
        if (field == 0) {
            throw invalid("field number is zero");
        }
        int character = take('.') ? number("invalid number after '.'") : 1;
        if (character == 0) {
            throw invalid("character offset is zero");
        }
        String startLetters = letters();
        Optional<int[]> end = Optional.empty();
        String endLetters = "";
        if (take(',')) {
            int endField = number("invalid number after ','");
            if (endField == 0) {
                throw invalid("field number is zero");
            }
            end = Optional.of(new int[] {endField, take('.') ? number("invalid number after '.'") : 0});
            endLetters = letters();
        }
        if (at < text.length()) {
            throw invalid("stray character in field spec");
        }
        return key(field, character, startLetters, end, endLetters, global);
    }

    private static SortKey key(
            int field, int character, String startLetters, Optional<int[]> end, String endLetters, SortOrder global) {
        boolean own = !startLetters.isEmpty() || !endLetters.isEmpty();
        SortOrder order = own ? new SortOrder((startLetters + endLetters).replace("b", "")) : global;
        boolean skipAtStart = own ? startLetters.contains("b") : global.has('b');
        boolean skipAtEnd = own ? endLetters.contains("b") : global.has('b');
        return new SortKey(
                new SortKey.Position(field, character, skipAtStart),
                end.map(position -> new SortKey.Position(position[0], position[1], skipAtEnd)),
                order);
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private int number(String complaint) {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw call.failure(2, complaint + ": invalid count at start of " + Call.quote(text.substring(start)));
        }
        return at - start > 9 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(start, at));
    }

    private String letters() {
        int start = at;
        while (at < text.length() && "bdfghinMRVr".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private org.vethlab.program.CommandException invalid(String complaint) {
        return call.failure(2, complaint + ": invalid field specification " + Call.quote(text));
    }
}
