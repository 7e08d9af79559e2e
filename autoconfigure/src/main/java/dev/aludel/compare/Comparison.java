package dev.aludel.compare;

import dev.aludel.dialect.ProvenExpression;
import dev.aludel.diff.RenameCandidate;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.time.Instant;
import java.util.List;

/**
 * The difference between the metamodel and a database.
 *
 * @param differences what would lead the database to the metamodel, in order; none when they agree
 * @param unmanaged what the database holds besides, and is left alone
 * @param unproven a line for each expression whose equality could not be proven; neither drift nor failure
 * @param candidates what of it may be a rename, as nobody said that it is none
 * @param proven the pairs of expressions that the comparison rests on
 * @param hazards what the operations run into that they themselves do not tell
 * @param database what of the database Aludel manages, and the other indexes of its tables, under the names that they have after renames
 * @param situation what of the database matters for them
 */
public record Comparison(
        List<Difference> differences,
        List<SchemaObject> unmanaged,
        List<String> unproven,
        List<RenameCandidate> candidates,
        List<ProvenExpression> proven,
        Instant comparedAt,
        List<Hazard> hazards,
        Schema database,
        Situation situation) {

    public Comparison {
        differences = List.copyOf(differences);
        unmanaged = List.copyOf(unmanaged);
        unproven = List.copyOf(unproven);
        candidates = List.copyOf(candidates);
        proven = List.copyOf(proven);
        hazards = List.copyOf(hazards);
    }

    /** A comparison whose operations tell all hazards themselves, and all there is to know of the database. */
    public Comparison(
            List<Difference> differences,
            List<SchemaObject> unmanaged,
            List<String> unproven,
            List<RenameCandidate> candidates,
            List<ProvenExpression> proven,
            Instant comparedAt) {
        this(
                differences,
                unmanaged,
                unproven,
                candidates,
                proven,
                comparedAt,
                List.of(),
                Schema.empty(),
                Situation.unknown());
    }

    /** What would lead the database to the metamodel, without the why. */
    public List<Operation> operations() {
        return differences.stream().map(Difference::operation).toList();
    }

    /** The same with other differences in place of its own. */
    public Comparison withDifferences(List<Difference> other) {
        return new Comparison(other, unmanaged, unproven, candidates, proven, comparedAt, hazards, database, situation);
    }

    /** Whether there is nothing to do. */
    public boolean isEqual() {
        return differences.isEmpty();
    }

    /** A line per difference. */
    public List<String> describe() {
        return differences.stream().map(Difference::describe).toList();
    }
}
