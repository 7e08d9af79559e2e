package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.schema.Acceptance;
import dev.aludel.script.InvalidScriptException.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All revisions of an application, scripts and classes, and the graph that they make. */
public final class Scripts {

    private final Map<String, Script> byId = new TreeMap<>();
    private final RevisionGraph graph;

    private Scripts(Collection<Script> scripts) {
        Map<String, List<String>> locations = new TreeMap<>();
        for (Script script : scripts) {
            byId.put(script.id(), script);
            locations.computeIfAbsent(script.id(), ignored -> new ArrayList<>()).add(script.location());
        }
        locations.forEach((id, files) -> {
            if (files.size() > 1) {
                throw new DuplicateScriptException(id, files);
            }
        });
        Map<String, String> files = new TreeMap<>();
        byId.forEach((id, script) -> files.put(id, script.location()));
        this.graph = RevisionGraph.of(scripts.stream().map(Script::revision).toList(), files);
    }

    /**
     * Reads all files that end in {@code .sql}, and all classes; others are none of its business.
     *
     * @param plainLines the lexer of the database
     * @throws InvalidScriptException with all that is wrong in all files
     * @throws DuplicateScriptException where two files have one id
     * @throws dev.aludel.revision.InvalidGraphException where the revisions do not make a graph
     */
    public static Scripts load(ScriptSource source, PlainLines plainLines) {
        ScriptReader reader = new ScriptReader(plainLines);
        List<Script> scripts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        ManyFiles.of(source.files())
                .filter(file -> isScript(file.location()))
                .map(file -> Reading.of(() -> reader.read(file)))
                .toList()
                .forEach(reading -> reading.into(scripts, findings));
        for (RevisionClass revision : source.classes()) {
            Reading.of(revision::read).into(scripts, findings);
        }
        if (!findings.isEmpty()) {
            throw new InvalidScriptException(findings);
        }
        return of(scripts);
    }

    /** A script, or what is wrong with it. */
    private record Reading(@Nullable Script script, List<Finding> findings) {

        static Reading of(Supplier<Script> script) {
            try {
                return new Reading(script.get(), List.of());
            } catch (InvalidScriptException e) {
                return new Reading(null, e.findings());
            }
        }

        void into(List<Script> scripts, List<Finding> found) {
            if (script != null) {
                scripts.add(script);
            }
            found.addAll(findings);
        }
    }

    /** These scripts. */
    public static Scripts of(Collection<Script> scripts) {
        return new Scripts(scripts);
    }

    /** Whether a file is taken for a revision script: {@code *.sql}, unless its name begins with a dot. */
    static boolean isScript(String location) {
        String name = location.substring(location.lastIndexOf('/') + 1);
        return name.endsWith(".sql") && !name.startsWith(".");
    }

    /** The differences of an adopted schema that some revision accepts. */
    public Set<Acceptance> accepts() {
        Set<Acceptance> accepts = new HashSet<>();
        byId.values().forEach(script -> accepts.addAll(script.accepts()));
        return accepts;
    }

    /** In the order of the graph. */
    public List<Script> all() {
        return graph.sorted().stream().map(revision -> get(revision.id())).toList();
    }

    /** Those of some revisions. */
    public List<Script> all(List<Revision> revisions) {
        return revisions.stream().map(revision -> get(revision.id())).toList();
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** By full id. */
    public Optional<Script> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * By full id.
     *
     * @throws MissingScriptException where there is none
     */
    public Script get(String id) {
        return find(id).orElseThrow(() -> new MissingScriptException(id));
    }
}
