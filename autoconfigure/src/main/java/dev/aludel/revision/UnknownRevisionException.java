package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** The database holds revisions that this build does not know, as one that a later build has upgraded. */
public final class UnknownRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    public UnknownRevisionException(Collection<String> revisions) {
        super(
                "The database has the revisions " + Quoted.all(revisions)
                        + ", which the scripts of this build do not have. Deploy the build that has them, take them back with 'aludel downgrade head', restore their files, or forget them with 'aludel stamp --purge <revision>'.");
        this.revisions = List.copyOf(revisions);
    }

    /** Their ids. */
    public List<String> revisions() {
        return revisions;
    }
}
