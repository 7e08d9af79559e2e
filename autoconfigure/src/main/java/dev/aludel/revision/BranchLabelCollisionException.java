package dev.aludel.revision;

import java.util.List;

/** Two revisions claim one branch label, or a label is another revision's id. */
public final class BranchLabelCollisionException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    BranchLabelCollisionException(String label, Named first, Named second) {
        super(
                "The branch label '" + label + "' of revision " + second + " is taken by revision " + first
                        + ". Choose another label.",
                Named.ids(List.of(first, second)));
    }
}
