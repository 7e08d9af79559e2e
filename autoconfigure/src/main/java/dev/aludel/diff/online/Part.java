package dev.aludel.diff.online;

import dev.aludel.operation.Operation;
import java.util.List;

/**
 * What of an operation's online form is done in one revision.
 *
 * @param transactional whether it wants a transaction, in which all of it takes effect at once
 * @param label what it does, in a word; empty for what is done as in any plan
 */
record Part(boolean transactional, String label, List<Operation> operations) {

    static Part plain(Operation operation) {
        return new Part(true, "", List.of(operation));
    }

    /** In a transaction with others. */
    static Part within(String label, Operation... operations) {
        return new Part(true, label, List.of(operations));
    }

    /** Statement by statement, while others write. */
    static Part beside(String label, List<Operation> operations) {
        return new Part(false, label, List.copyOf(operations));
    }

    static Part beside(String label, Operation... operations) {
        return beside(label, List.of(operations));
    }
}
