package dev.aludel.command;

import static dev.aludel.dialect.Diagnosis.note;
import static dev.aludel.dialect.Diagnosis.ok;
import static dev.aludel.dialect.Diagnosis.problem;

import dev.aludel.AludelException;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.revision.Revision;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.script.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Examines all that a migration needs, and goes on after what is missing. */
final class Checkup {

    private final MigrationRunner runner;
    private final Settings settings;
    private final Surroundings surroundings;

    Checkup(MigrationRunner runner, Settings settings, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.runner = runner;
        this.settings = settings;
    }

    List<Diagnosis> run() {
        List<Diagnosis> found = new ArrayList<>();
        revisions(found);
        writeLocation(found);
        found.addAll(surroundings.examine());
        found.addAll(runner.examine());
        return found;
    }

    private void revisions(List<Diagnosis> found) {
        try {
            Scripts scripts = runner.scripts();
            List<Revision> heads = scripts.graph().heads();
            int count = scripts.graph().sorted().size();
            String named = heads.stream().map(Revision::id).collect(Collectors.joining(", "));
            if (count == 0) {
                found.add(note(
                        "revisions",
                        "There are none yet.",
                        "Write the first: aludel revision --autogenerate -m \"create the schema\""));
            } else if (heads.size() > 1) {
                found.add(note(
                        "revisions",
                        count + " revisions with the heads " + named + ".",
                        "If they are no branches of their own: aludel rebase, or aludel merge"));
            } else {
                found.add(ok("revisions", count + (count == 1 ? " revision" : " revisions") + ", head " + named));
            }
        } catch (AludelException e) {
            found.add(problem("revisions", String.valueOf(e.getMessage()), ""));
        }
    }

    private void writeLocation(List<Diagnosis> found) {
        Path folder = settings.writeLocation();
        if (!Files.isDirectory(folder)) {
            found.add(note(
                    "write location",
                    "The folder '" + folder + "' is not there.",
                    "In a project, 'aludel init' makes it; where revisions are only applied it is not needed."));
        } else if (!Files.isWritable(folder)) {
            found.add(problem(
                    "write location",
                    "The folder '" + folder + "' is not writable.",
                    "Make it writable, or set aludel.write-location."));
        } else {
            found.add(ok("write location", "'" + folder + "'"));
        }
    }
}
