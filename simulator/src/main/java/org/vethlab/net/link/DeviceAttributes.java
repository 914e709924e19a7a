package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What users write on a device and the kernel only keeps, and who wants more frames from it than are for the host. */
final class DeviceAttributes {
    private final Map<String, Boolean> featureChanges = new HashMap<>();
    private final List<String> alternativeNames = new ArrayList<>();
    private final List<String> alternativeNamesView = Collections.unmodifiableList(alternativeNames);
    private final Provenance provenance = new Provenance();
    private int queueLength = 1000;
    private String alias = "";
    private int group;
    private int promiscuity;
    private int allMulticast;
    private boolean takesAll;

    Provenance provenance() {
        return provenance;
    }

    List<String> alternativeNames() {
        return alternativeNamesView;
    }

    void addAlternativeName(String name) {
        alternativeNames.add(name);
    }

    void removeAlternativeName(String name) {
        alternativeNames.remove(name);
    }

    int queueLength() {
        return queueLength;
    }

    void queueLength(int length) {
        queueLength = length;
    }

    String alias() {
        return alias;
    }

    void alias(String newAlias) {
        alias = newAlias;
    }

    int group() {
        return group;
    }

    void group(int newGroup) {
        group = newGroup;
    }

    int promiscuity() {
        return promiscuity;
    }

    void promiscuous(boolean on) {
        promiscuity += on ? 1 : -1;
    }

    int allMulticast() {
        return allMulticast;
    }

    void allMulticast(boolean on) {
        allMulticast += on ? 1 : -1;
    }

    /** Whether it is promiscuous for want of a filter (uc_promisc). */
    boolean takesAll() {
        return takesAll;
    }

    void takesAll(boolean on) {
        takesAll = on;
    }

    /** Features that the user has switched, by the names of {@code ethtool -k}. */
    Map<String, Boolean> featureChanges() {
        return featureChanges;
    }
}
