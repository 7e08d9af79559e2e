package dev.aludel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The scripts {@code aludel} and {@code aludel.cmd} of a project.
 *
 * @param mainClass the class with the application's main method
 * @param language the folder of Gradle's classes in which it is, such as {@code java} or {@code kotlin}
 * @param revisions where revisions are written, from the project's folder
 */
record Wrapper(Project project, String mainClass, String language, String revisions) {

    private static final String RESOURCES = "src/main/resources/";

    /** For macOS, Linux and the like. */
    String posixScript() {
        String tool = project.tool().name().toLowerCase(Locale.ROOT);
        return filled(template("wrapper.sh")
                .replace("@SETTINGS@\n", template(tool + "-settings.sh"))
                .replace("@BUILD@\n", template(tool + "-build.sh")));
    }

    /** For Windows. */
    String windowsScript() {
        String tool = project.tool().name().toLowerCase(Locale.ROOT);
        return filled(template(tool + ".cmd")).replace("\n", "\r\n");
    }

    private String filled(String template) {
        return template.replace("@TOOL@", project.tool().title())
                .replace("@MAIN_CLASS@", mainClass)
                .replace("@LANGUAGE@", language)
                .replace("@REVISIONS@", revisions)
                .replace("@REVISIONS_WINDOWS@", revisions.replace('/', '\\'))
                .replace("@COPIES_WINDOWS@", copies().replace('/', '\\'))
                .replace("@REACTOR@", project.pathToReactor())
                .replace("@MODULE@", project.pathFromReactor());
    }

    /** Where a build copies revisions to, below the folder of classes. */
    private String copies() {
        return revisions.startsWith(RESOURCES) ? revisions.substring(RESOURCES.length()) : revisions;
    }

    /** Lets everyone run the script who may read it, where the file system knows of that. */
    static void makeExecutable(Path script) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(script, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(view.readAttributes().permissions());
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            view.setPermissions(permissions);
        }
    }

    private static String template(String name) {
        try (InputStream stream = Wrapper.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
