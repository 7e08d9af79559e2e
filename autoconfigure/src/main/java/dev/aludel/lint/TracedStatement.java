package dev.aludel.lint;

import dev.aludel.dialect.ObservedEffects;
import dev.aludel.hazard.Allowance;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a revision, or all that a class does, as it was seen.
 *
 * @param line of the file; 0 for a class
 * @param operations how it changed the catalogue
 * @param originals the names that its tables had before the first revision that was traced
 * @param made the tables and sequences that revisions made since then
 * @param failure what it failed with; null where it did not
 */
record TracedStatement(
        Script script,
        int line,
        List<Allowance> allowances,
        List<Operation> operations,
        ObservedEffects deeds,
        Map<ObjectName, ObjectName> originals,
        Set<ObjectName> made,
        @Nullable String failure) {

    /** The name under which the user's database knows a table. */
    ObjectName original(ObjectName table) {
        return originals.getOrDefault(table, table);
    }
}
