package org.vethlab.complete;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a help text says can be typed.
 *
 * @param options described on lines of their own, which any form takes
 * @param objects the words of its {@code OBJECT}, each of which has a help text of its own
 */
record Usage(List<Form> forms, List<Slot.Keyword> options, List<String> objects) {
    static final Usage NOTHING = new Usage(List.of(), List.of(), List.of());

    boolean isEmpty() {
        return forms.isEmpty() && options.isEmpty() && objects.isEmpty();
    }

    Set<String> verbs() {
        Set<String> verbs = new LinkedHashSet<>();
        forms.forEach(form -> verbs.addAll(form.verbs()));
        return verbs;
    }

    Usage with(Usage more) {
        List<Form> allForms = new ArrayList<>(more.forms);
        allForms.addAll(forms);
        List<Slot.Keyword> allOptions = new ArrayList<>(options);
        allOptions.addAll(more.options);
        List<String> allObjects = new ArrayList<>(objects);
        allObjects.addAll(more.objects);
        return new Usage(allForms, allOptions, allObjects);
    }
}
