package dev.aludel.diff.adoption;

import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Differences that are accepted together or not at all.
 *
 * @param acceptances the differences
 * @param table lets a mapped table take from the database what is accepted
 */
record Accepting(List<Acceptance> acceptances, UnaryOperator<Table> table) {

    Accepting {
        acceptances = List.copyOf(acceptances);
    }
}
