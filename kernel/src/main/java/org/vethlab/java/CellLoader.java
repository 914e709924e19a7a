package org.vethlab.java;

import java.lang.instrument.ClassDefinition;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** Holds the classes of Java cells. */
final class CellLoader extends URLClassLoader implements LoaderDelegate {
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
    private boolean redefining;
    private List<Class<?>> latest = List.of();

    CellLoader() {
        super(new URL[0], CellLoader.class.getClassLoader());
        setDefaultAssertionStatus(true);
    }

    /**
     * Until further notice, {@link #load} replaces the code of classes that are there. It is the way by which the
     * control adds its checks for a stop, so new code must come along it, too.
     */
    void redefining(boolean on) {
        redefining = on;
    }

    /** The method of that name in what was loaded last. */
    Method latestMethod(String name) {
        return latest.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        if (redefining) {
            redefine(classes);
            return;
        }
        for (ClassBytecodes each : classes) {
            bytes.put(each.name(), each.bytecodes());
        }
        boolean[] done = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            loaded.put(classes[i].name(), link(classes[i].name(), done));
            done[i] = true;
        }
        latest = Stream.of(classes)
                .<Class<?>>map(each -> loaded.get(each.name()))
                .toList();
    }

    @SuppressWarnings("ReturnValueIgnored")
    private Class<?> link(String name, boolean[] done) throws ClassInstallException {
        try {
            Class<?> type = loadClass(name);
            // Asking for its methods links it, so that a fault shows now.
            type.getDeclaredMethods();
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(String.valueOf(e.getMessage()), done);
        }
    }

    private void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        List<ClassDefinition> definitions = new ArrayList<>();
        for (ClassBytecodes each : classes) {
            Class<?> type = loaded.get(each.name());
            if (type == null) {
                throw new ClassInstallException(each.name() + " is not there", new boolean[classes.length]);
            }
            definitions.add(new ClassDefinition(type, each.bytecodes()));
        }
        if (!Redefinition.redefine(definitions.toArray(new ClassDefinition[0]))) {
            throw new ClassInstallException("its shape changed", new boolean[classes.length]);
        }
        classesRedefined(classes);
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            bytes.put(each.name(), each.bytecodes());
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> type = loaded.get(name);
        if (type != null) {
            return type;
        }
        byte[] code = bytes.get(name);
        return code == null ? super.findClass(name) : defineClass(name, code, 0, code.length);
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String each : path.split(java.io.File.pathSeparator)) {
            try {
                addURL(Path.of(each).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(String.valueOf(e.getMessage()));
            }
        }
    }
}
