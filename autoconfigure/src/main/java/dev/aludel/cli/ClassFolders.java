package dev.aludel.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads an application's classes and resources from its class folders, before those of its libraries: the order that a class path with
 * the folders at its beginning has. The JVM keeps classes of jars in an archive only where its class path has jars alone.
 */
final class ClassFolders extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Path> folders;
    private final Map<String, Boolean> packages = new ConcurrentHashMap<>();

    private ClassFolders(List<Path> folders, URL[] urls, ClassLoader libraries) {
        super("application", urls, libraries);
        this.folders = folders;
    }

    /** @param path folders, and jars that change as the folders do, separated as in a class path */
    static ClassFolders of(String path, ClassLoader libraries) {
        List<Path> folders = Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        return new ClassFolders(folders, folders.stream().map(ClassFolders::url).toArray(URL[]::new), libraries);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!mayHold(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return findResource(name.replace('.', '/') + ".class") == null
                    ? super.loadClass(name, resolve)
                    : findClass(name);
        }
    }

    /** Libraries ask for thousands of classes here that no folder has: one look for each package is enough. */
    private boolean mayHold(String packageName) {
        return packages.computeIfAbsent(
                packageName,
                name -> folders.stream()
                        .anyMatch(folder -> Files.isRegularFile(folder)
                                || Files.isDirectory(folder.resolve(name.replace('.', '/')))));
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}
