package dev.aludel.compare;

import dev.aludel.dialect.ProvenExpression;
import dev.aludel.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/**
 * The knowledge that applied revisions left behind.
 *
 * @param created the objects that they created, without the auxiliary objects that later ones dropped
 * @param proven the pairs of expressions that upgrades proved equal
 */
public record Remembered(Set<SchemaObject> created, List<ProvenExpression> proven) {

    public Remembered {
        proven = List.copyOf(proven);
    }
}
