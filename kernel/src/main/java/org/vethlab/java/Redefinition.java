package org.vethlab.java;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the code of loaded classes and keeps their static fields, which are a notebook's variables. The JVM hands the
 * means over before main, because the jar's manifest names this class as its Launcher-Agent-Class.
 */
public final class Redefinition {
    private static volatile @Nullable Instrumentation instrumentation;

    private Redefinition() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** Whether the classes now have their new code; false if the JVM gave no means or the shape changed. */
    static boolean redefine(ClassDefinition... definitions) {
        Instrumentation means = instrumentation;
        if (means == null) {
            return false;
        }
        try {
            means.redefineClasses(definitions);
            return true;
        } catch (UnsupportedOperationException | ClassNotFoundException | UnmodifiableClassException e) {
            return false;
        }
    }
}
