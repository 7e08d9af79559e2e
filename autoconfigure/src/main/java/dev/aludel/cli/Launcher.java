package dev.aludel.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;

/**
 * Starts an application whose class folders stand in the system property {@value #FOLDERS} rather than in the class path, so that the JVM
 * can take the classes of the jars from an archive. The script {@code aludel} does that.
 */
public final class Launcher {

    /** The application's class folders. */
    static final String FOLDERS = "aludel.class-folders";

    /** Set where the JVM makes an archive: what a command will need, this one may not get to. */
    static final String TRAINING = "aludel.training";

    /** A class of each jar that matters to a command, and to little else. */
    private static final List<String> OF_COMMANDS = List.of(
            "dev/aludel/cli/Launcher.class", "org/postgresql/Driver.class", "com/zaxxer/hikari/HikariDataSource.class");

    private Launcher() {}

    /**
     * Runs the main method of an application.
     *
     * @param arguments the name of its class, then its own
     */
    public static void main(String[] arguments) throws Throwable {
        ClassLoader libraries = Launcher.class.getClassLoader();
        if (Boolean.getBoolean(TRAINING)) {
            load(libraries);
        }
        ClassFolders application = ClassFolders.of(System.getProperty(FOLDERS, ""), libraries);
        Thread.currentThread().setContextClassLoader(application);
        Method main = Class.forName(arguments[0], true, application).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void load(ClassLoader libraries) throws IOException {
        for (String name : OF_COMMANDS) {
            URL found = libraries.getResource(name);
            if (found != null && found.openConnection() instanceof JarURLConnection jar) {
                jar.getJarFile().stream()
                        .map(JarEntry::getName)
                        .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
                        .forEach(entry -> load(entry, libraries));
            }
        }
    }

    private static void load(String entry, ClassLoader libraries) {
        String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, libraries);
        } catch (ClassNotFoundException | LinkageError e) {
            return; // it needs a library that the application does not have
        }
    }
}
