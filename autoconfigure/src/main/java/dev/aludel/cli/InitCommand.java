package dev.aludel.cli;

import dev.aludel.AludelException;
import dev.aludel.command.WrittenBaseline;
import dev.aludel.script.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aludel init}: once for each project. What is there already is left as it is. */
@Command(
        name = "init",
        description = "Create the folder for revisions and the wrapper ./aludel in this project.",
        footer = {
            "",
            "The first time, without a wrapper:",
            "  mvn spring-boot:run -Dspring-boot.run.arguments=\"aludel init\"",
            "  gradle bootRun --args=\"aludel init\"",
            "",
            "For an existing database, with its first revision:",
            "  ./aludel init --from-database"
        })
final class InitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Map<String, ?>> files = new ArrayList<>();

    @Option(
            names = "--from-database",
            description = "Write the first revision from the database, and stamp the database with it.")
    private boolean fromDatabase;

    @Option(
            names = "--strict",
            description = {"With --from-database: accept nothing. Report every difference from the entities."})
    private boolean strict;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<message>",
            defaultValue = "the schema as it was found",
            description = "Message of the first revision (default: ${DEFAULT-VALUE}).")
    private String message = "";

    InitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (strict && !fromDatabase) {
            throw new ParameterException(spec.commandLine(), "--strict goes with --from-database alone.");
        }
        Class<?> mainClass = Optional.<Class<?>>ofNullable(context.mainClass())
                .orElseThrow(
                        () -> new AludelException("The application has no class with a main method, so no wrapper can"
                                + " start it: give it one, then run init again."));
        Path home = Project.home(mainClass);
        Project project = Project.around(home)
                .or(() -> Project.around(Path.of("")))
                .orElseThrow(() -> new AludelException("There is no pom.xml, build.gradle or build.gradle.kts in '"
                        + home + "' or above it: run init from the application's sources."));
        Path revisions = makeRevisions(project);
        Wrapper wrapper = new Wrapper(
                project, mainClass.getName(), language(project.folder(), home), slashed(project, revisions));
        Path script = project.folder().resolve("aludel");
        write(project, script, wrapper.posixScript(), Wrapper::makeExecutable);
        write(project, project.folder().resolve("aludel.cmd"), wrapper.windowsScript(), written -> {});
        WrittenBaseline baseline = fromDatabase ? context.commands().baseline(message, strict) : null;
        if (json.isAsked()) {
            context.print(Json.object("files", files, "baseline", baseline == null ? null : Shapes.baseline(baseline)));
        } else if (baseline != null) {
            new BaselineText(context).tell(baseline);
        } else {
            boolean begun = !context.commands().heads().isEmpty();
            String next = begun ? "status" : "revision --autogenerate -m \"create the schema\"";
            context.out().println("Next: ./aludel " + next);
        }
        return ExitCode.DONE;
    }

    private Path makeRevisions(Project project) {
        Path folder = context.commands().settings().writeLocation();
        boolean existed = Files.isDirectory(folder);
        context.commands().init();
        tell(project, folder, existed);
        return folder;
    }

    /** Not where it is already. */
    private void write(Project project, Path file, String text, WholeFile.Preparation preparation) throws IOException {
        boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (!exists) {
            WholeFile.create(file, text, preparation);
        }
        tell(project, file, exists);
    }

    private void tell(Project project, Path file, boolean existed) {
        files.add(Json.object("path", slashed(project, file), "made", !existed));
        if (json.isAsked()) {
            return;
        }
        context.out().println((existed ? "Exists, left as it is: " : "Created: ") + slashed(project, file));
    }

    private static String slashed(Project project, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return Project.slashed(
                absolute.startsWith(project.folder()) ? project.folder().relativize(absolute) : absolute);
    }

    /** {@code kotlin} for {@code build/classes/kotlin/main}, where Gradle keeps the classes of Kotlin. */
    private static String language(Path folder, Path home) {
        Path classes = folder.resolve("build/classes");
        return home.startsWith(classes) && home.getNameCount() > classes.getNameCount()
                ? home.getName(classes.getNameCount()).toString()
                : "java";
    }
}
