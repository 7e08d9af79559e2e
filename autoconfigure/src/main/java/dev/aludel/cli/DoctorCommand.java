package dev.aludel.cli;

import dev.aludel.dialect.Diagnosis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel doctor}. */
@Command(
        name = "doctor",
        description = {
            "Examine the set-up, and print a remedy for each problem. The exit code is 3 if there is one.",
            "Examines configuration, revisions, database, privileges, pooler, sequences and wrapper.",
            "Changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  aludel doctor",
            "  java -jar app.jar aludel doctor --json    for a program",
            "To check that applied revisions are unchanged: aludel verify"
        })
final class DoctorCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Diagnosis> found = new ArrayList<>();
        try {
            found.addAll(context.commands().doctor());
            found.add(0, Diagnosis.ok("configuration", "The application has a DataSource and Hibernate."));
        } catch (RuntimeException e) {
            found.add(Diagnosis.problem("configuration", FailureLine.of(e, null), ""));
        }
        wrapper().ifPresent(found::add);
        boolean ok = found.stream().noneMatch(Diagnosis::isProblem);
        if (json.isAsked()) {
            context.print(Shapes.diagnoses(ok, found));
        } else {
            found.forEach(diagnosis -> context.out().println(line(diagnosis)));
        }
        return ok ? ExitCode.DONE : ExitCode.NO;
    }

    private static String line(Diagnosis diagnosis) {
        String remedy = diagnosis.remedy().isEmpty() ? "" : " " + diagnosis.remedy();
        return "%-8s %-15s %s%s"
                .formatted(
                        diagnosis.verdict().name().toLowerCase(Locale.ROOT),
                        diagnosis.subject(),
                        diagnosis.message(),
                        remedy);
    }

    /** Where there is a project to begin with. */
    private Optional<Diagnosis> wrapper() {
        return Optional.<Class<?>>ofNullable(context.mainClass())
                .flatMap(mainClass -> Project.around(Project.home(mainClass)))
                .map(project -> wrapper(project.folder().resolve("aludel")));
    }

    private static Diagnosis wrapper(Path script) {
        if (!Files.isRegularFile(script)) {
            return Diagnosis.note("wrapper", "'" + script + "' is not there.", "'aludel init' writes it.");
        }
        return Files.isExecutable(script)
                ? Diagnosis.ok("wrapper", "'" + script + "'")
                : Diagnosis.problem("wrapper", "'" + script + "' is not executable.", "chmod +x '" + script + "'");
    }
}
