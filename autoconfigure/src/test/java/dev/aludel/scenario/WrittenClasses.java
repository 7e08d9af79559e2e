package dev.aludel.scenario;

import dev.aludel.JavaRevision;
import dev.aludel.command.WrittenRevision;
import dev.aludel.script.RevisionClass;
import dev.aludel.script.ScriptSource;
import dev.aludel.testing.SourceCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Revisions that were written as classes, and compiled. */
final class WrittenClasses implements ScriptSource {

    private final List<RevisionClass> classes = new ArrayList<>();

    void compile(WrittenRevision written) {
        Path file = Objects.requireNonNull(written.file());
        String name = "revisions." + file.getFileName().toString().replace(".java", "");
        try {
            Class<? extends JavaRevision> type =
                    SourceCompiler.compile(name, Files.readString(file)).asSubclass(JavaRevision.class);
            classes.add(new RevisionClass(type, () -> instance(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaRevision instance(Class<? extends JavaRevision> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<ScriptFile> files() {
        return List.of();
    }

    @Override
    public List<RevisionClass> classes() {
        return List.copyOf(classes);
    }
}
