package org.vethlab.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules by which commands are made up. A rule is a name at a line's beginning and its alternatives below, indented; a
 * number before one is its weight.
 */
final class Grammar {
    /** The rule that a command is made by. */
    static final String COMMAND = "command";

    /** One way to follow a rule. */
    private record Alternative(int weight, Template template) {}

    private final Map<String, List<Alternative>> rules = new HashMap<>();

    /** The rules common to all families, and those of one. */
    static Grammar of(String family) {
        Grammar grammar = new Grammar();
        grammar.add("common");
        grammar.add(family);
        return grammar;
    }

    private void add(String name) {
        List<Alternative> rule = new ArrayList<>();
        for (String line : text(name).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                rule.add(alternative(line.strip()));
            } else {
                rule = new ArrayList<>();
                rules.put(line.strip(), rule);
            }
        }
    }

    private static Alternative alternative(String line) {
        String[] words = line.split(" ", 2);
        return words[0].matches("\\d+") && words.length > 1
                ? new Alternative(Integer.parseInt(words[0]), Template.parse(words[1]))
                : new Alternative(1, Template.parse(line));
    }

    private static String text(String name) {
        try (InputStream resource = Grammar.class.getResourceAsStream(name + ".txt")) {
            if (resource == null) {
                throw new FuzzException("there is no family '" + name + "'; there are: " + Family.names());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String command(Scene.View scene, Dice dice) {
        return follow(COMMAND, scene, dice).strip();
    }

    private String follow(String name, Scene.View scene, Dice dice) {
        List<Alternative> rule = rules.get(name);
        if (rule == null) {
            return scene.fill(name);
        }
        int chosen = dice.weighted(rule.stream().map(Alternative::weight).toList());
        return fill(rule.get(chosen).template(), scene, dice);
    }

    private String fill(Template template, Scene.View scene, Dice dice) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Text given) {
                text.append(given.text());
            } else if (part instanceof Template.Number number) {
                text.append(dice.between(number.least(), number.most()));
            } else if (part instanceof Template.Choice choice) {
                text.append(fill(dice.pick(choice.templates()), scene, dice));
            } else if (part instanceof Template.Hole hole) {
                text.append(follow(hole.name(), scene, dice));
            }
        }
        return text.toString();
    }
}
