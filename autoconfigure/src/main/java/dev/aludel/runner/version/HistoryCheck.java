package dev.aludel.runner.version;

import dev.aludel.dialect.Dialect;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.execution.ScriptChecksum;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the rows of the version table against each other and against the scripts. */
public final class HistoryCheck {

    private final ObjectName table;
    private final Scripts scripts;
    private final Dialect dialect;

    /** @param table as a statement names it */
    public HistoryCheck(ObjectName table, Scripts scripts, Dialect dialect) {
        this.table = table;
        this.scripts = scripts;
        this.dialect = dialect;
    }

    /**
     * Returns the rows where they fit together.
     *
     * @throws AlteredHistoryException where they do not
     */
    public List<VersionRow> fitting(List<VersionRow> rows) {
        List<Alteration> alterations = of(rows);
        if (!alterations.isEmpty()) {
            throw new AlteredHistoryException(table, alterations);
        }
        return rows;
    }

    /** All that does not fit together. */
    public List<Alteration> of(List<VersionRow> rows) {
        List<Alteration> found = new ArrayList<>();
        rows.forEach(row -> parents(row, found));
        cycles(rows, found);
        if (found.isEmpty()) {
            gaps(rows, found);
        }
        return found;
    }

    /** A script that was changed has other parents with good reason, and is told of elsewhere. */
    private void parents(VersionRow row, List<Alteration> found) {
        Script script = scripts.find(row.id()).orElse(null);
        if (script == null || sameParents(row, script)) {
            return;
        }
        if (ScriptChecksum.of(script, dialect).equals(row.revision().checksum())) {
            String parents = String.join(",", script.revision().downRevisions());
            found.add(new Alteration(
                    Alteration.ROW,
                    row.id(),
                    "The row of revision '%s' has the down revisions '%s', and what was applied had '%s'."
                            .formatted(row.id(), String.join(",", row.revision().downRevisions()), parents),
                    "Run 'update %s set down_revisions = %s where revision = %s'."
                            .formatted(
                                    dialect.renderer().quote(table),
                                    dialect.renderer().literal(parents),
                                    dialect.renderer().literal(row.id()))));
        }
    }

    private static boolean sameParents(VersionRow row, Script script) {
        List<String> written = row.revision().downRevisions();
        List<String> said = script.revision().downRevisions();
        return written.equals(said)
                || (written.size() == said.size() && new HashSet<>(written).equals(new HashSet<>(said)));
    }

    /** Of revisions that this build does not have, the rows alone tell what they follow. */
    private void cycles(List<VersionRow> rows, List<Alteration> found) {
        Map<String, List<String>> parents = new HashMap<>();
        for (VersionRow row : rows) {
            if (scripts.find(row.id()).isEmpty()) {
                parents.put(row.id(), row.revision().downRevisions());
            }
        }
        for (VersionRow row : rows) {
            if (parents.containsKey(row.id()) && leadsTo(row.id(), row.id(), parents)) {
                found.add(
                        new Alteration(
                                Alteration.ROW,
                                row.id(),
                                "The row of revision '%s', of which this build has no script, says by its down revisions that it follows itself."
                                        .formatted(row.id()),
                                "With the build that has it, run 'aludel stamp --purge' with the revision that the database is at."));
                return;
            }
        }
    }

    private static boolean leadsTo(String from, String to, Map<String, List<String>> parents) {
        Set<String> seen = new LinkedHashSet<>(parents.getOrDefault(from, List.of()));
        List<String> next = new ArrayList<>(seen);
        while (!next.isEmpty()) {
            String id = next.remove(next.size() - 1);
            if (id.equals(to)) {
                return true;
            }
            parents.getOrDefault(id, List.of()).stream().filter(seen::add).forEach(next::add);
        }
        return false;
    }

    /** To apply what is missing would run it on a database that has long gone on. */
    private void gaps(List<VersionRow> rows, List<Alteration> found) {
        List<String> applied = VersionRow.ids(rows);
        RevisionGraph graph = scripts.graph();
        List<Revision> missing = graph.missing(applied);
        if (missing.isEmpty()) {
            return;
        }
        List<String> heads = VersionRow.current(rows, graph);
        String current = heads.stream()
                .filter(id -> heads.stream().noneMatch(other -> graph.isAncestor(id, other)))
                .collect(Collectors.joining(" "));
        for (Revision revision : missing) {
            String follower = applied.stream()
                    .filter(id -> graph.isAncestor(revision.id(), id))
                    .findFirst()
                    .orElse("");
            found.add(new Alteration(
                    Alteration.ANCESTOR,
                    revision.id(),
                    "Revision '%s' is applied, and '%s' before it is not.".formatted(follower, revision.id()),
                    "If the database has what '%s' does, write it down with 'aludel stamp %s'; if not, print it with 'aludel upgrade %s:%s --sql' and run that."
                            .formatted(
                                    revision.id(),
                                    current,
                                    revision.isBase()
                                            ? "base"
                                            : revision.downRevisions().get(0),
                                    revision.id())));
        }
    }
}
