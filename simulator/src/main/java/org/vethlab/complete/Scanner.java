package org.vethlab.complete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.complete.Typed.Role;
import org.vethlab.shell.Shell;

/**
 * Reads a script that stops in the middle, as bash's grammar does: quotes, substitutions, lists, here-documents. A parser
 * wants whole commands; here the last one never is.
 */
final class Scanner {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)(\\[[^]]*])?\\+?=.*", Pattern.DOTALL);
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<(-?)\\s*(['\"\\\\]?)([\\w.!]+)['\"]?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?[#!]?(\\w*)");
    private static final Set<String> DECLARATIONS = Set.of("export", "local", "declare", "readonly", "typeset");

    private final String text;
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> functions = new TreeSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<Matcher> hereDocuments = new ArrayDeque<>();
    private Frame frame = new Frame('\0');
    private int at;

    /** A command list: the script's, or that of a substitution inside it. */
    private static final class Frame {
        private final char end;
        private final StringBuilder word = new StringBuilder();
        private List<String> words = new ArrayList<>();
        private int start = -1;
        private char quote;
        private boolean redirected;

        Frame(char end) {
            this.end = end;
        }
    }

    private Scanner(String text) {
        this.text = text;
    }

    /** @param text up to the cursor */
    static Typed scan(String text) {
        return new Scanner(text).run();
    }

    private Typed run() {
        while (at < text.length()) {
            int variable = variableAtEnd();
            if (variable >= 0) {
                return typed(text.substring(variable), variable, Role.VARIABLE);
            }
            step();
        }
        int start = frame.start < 0 ? text.length() : frame.start;
        return typed(frame.word.toString(), start, frame.redirected ? Role.FILE : Role.WORD);
    }

    private Typed typed(String word, int start, Role role) {
        return new Typed(List.copyOf(frame.words), word, start, frame.quote, role, variables, functions);
    }

    /** Where the name starts, if all that is left is a variable that is being typed; -1 otherwise. */
    private int variableAtEnd() {
        if (text.charAt(at) != '$' || frame.quote == '\'') {
            return -1;
        }
        Matcher variable = VARIABLE.matcher(text).region(at, text.length());
        return variable.matches() ? variable.start(1) : -1;
    }

    private void step() {
        char c = text.charAt(at);
        if (frame.quote == '\'') {
            at++;
            closeOrAppend(c);
        } else if (c == '\\') {
            escape();
        } else if (c == '$' && text.startsWith("$(", at) && !text.startsWith("$((", at)) {
            push(')', 2);
        } else if (c == '`') {
            backquote();
        } else if (frame.quote == '"' || c == '"' || c == '\'') {
            at++;
            quoteOrAppend(c);
        } else {
            unquoted(c);
        }
    }

    private void closeOrAppend(char c) {
        if (c == frame.quote) {
            frame.quote = 0;
        } else {
            frame.word.append(c);
        }
    }

    private void quoteOrAppend(char c) {
        begin(at - 1);
        if (frame.quote == '"') {
            closeOrAppend(c);
        } else {
            frame.quote = c;
        }
    }

    private void escape() {
        if (text.startsWith("\\\n", at)) {
            at += 2;
            return;
        }
        begin(at);
        if (at + 1 < text.length()) {
            frame.word.append(text.charAt(at + 1));
        }
        at += 2;
    }

    private void backquote() {
        if (frame.end == '`') {
            pop();
            at++;
        } else {
            push('`', 1);
        }
    }

    private void push(char end, int length) {
        begin(at);
        at += length;
        frames.push(frame);
        frame = new Frame(end);
    }

    private void pop() {
        endWord();
        frame = frames.pop();
    }

    private void unquoted(char c) {
        if (c == '#' && frame.start < 0) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline;
        } else if (c == '(' || c == ')') {
            parenthesis(c);
        } else if (c == '<' || c == '>') {
            redirection();
        } else if (c == ';' || c == '&' || c == '|' || c == '\n') {
            separator(c);
        } else if (Character.isWhitespace(c)) {
            endWord();
            at++;
        } else {
            begin(at);
            frame.word.append(c);
            at++;
        }
    }

    /** A subshell, an array, the body of a function, the end of a case's pattern: in each a command may follow. */
    private void parenthesis(char c) {
        boolean function = c == '(' && text.startsWith("()", at) && frame.start >= 0 && frame.words.isEmpty();
        if (function) {
            functions.add(frame.word.toString());
            clearWord();
            at += 2;
            return;
        }
        if (c == ')' && frame.end == ')') {
            pop();
            at++;
            return;
        }
        endCommand();
        at++;
    }

    private void redirection() {
        Matcher here = HERE_DOCUMENT.matcher(text).region(at, text.length());
        if (frame.word.toString().matches("\\d+|&")) {
            clearWord();
        }
        endWord();
        if (here.lookingAt() && !text.startsWith("<<<", at)) {
            hereDocuments.add(here);
            at = here.end();
            return;
        }
        if (text.startsWith("<(", at) || text.startsWith(">(", at)) {
            push(')', 2);
            return;
        }
        while (at < text.length() && "<>&|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        frame.redirected = true;
    }

    private void separator(char c) {
        if (c == '&' && text.startsWith("&>", at)) {
            endWord();
            at++;
            return;
        }
        endCommand();
        at++;
        if (c == '\n') {
            skipHereDocuments();
        }
    }

    private void skipHereDocuments() {
        while (!hereDocuments.isEmpty()) {
            Matcher here = hereDocuments.poll();
            String end = here.group(3);
            boolean found = false;
            while (at < text.length() && !found) {
                int newline = text.indexOf('\n', at);
                String line = text.substring(at, newline < 0 ? text.length() : newline);
                found = newline >= 0 && (here.group(1).isEmpty() ? line : line.stripLeading()).equals(end);
                at = newline < 0 ? text.length() : newline + 1;
            }
        }
    }

    private void begin(int position) {
        if (frame.start < 0) {
            frame.start = position;
        }
    }

    private void endCommand() {
        endWord();
        frame.words = new ArrayList<>();
        frame.redirected = false;
    }

    private void endWord() {
        if (frame.start < 0) {
            return;
        }
        String word = frame.word.toString();
        clearWord();
        if (frame.redirected) {
            frame.redirected = false;
            return;
        }
        note(word);
        boolean opens = frame.words.isEmpty()
                && (Shell.opensCommand(word) || ASSIGNMENT.matcher(word).matches());
        if (!opens) {
            frame.words.add(word);
        }
    }

    private void clearWord() {
        frame.word.setLength(0);
        frame.start = -1;
    }

    /** Remembers what the word gives a value to. */
    private void note(String word) {
        Matcher assignment = ASSIGNMENT.matcher(word);
        boolean declares = frame.words.isEmpty() || DECLARATIONS.contains(frame.words.get(0));
        if (declares && assignment.matches()) {
            variables.add(assignment.group(1));
        } else if (frame.words.size() == 1 && Set.of("for", "select", "read").contains(frame.words.get(0))) {
            variables.add(word);
        } else if (frame.words.size() == 1 && frame.words.get(0).equals("function")) {
            functions.add(word);
        }
    }
}
