package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** A new revision would follow one that another follows already. */
public final class NotAHeadException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;
    private final transient List<String> followers;

    NotAHeadException(String revision, Collection<String> followers) {
        this(revision, followers, "Name a head, or say --splice to begin a branch behind '" + revision + "'.");
    }

    NotAHeadException(String revision, Collection<String> followers, String remedy) {
        super("Revision '" + revision + "' is not a head: " + Quoted.all(followers)
                + (followers.size() == 1 ? " follows" : " follow") + " it already. " + remedy);
        this.revision = revision;
        this.followers = List.copyOf(followers);
    }

    /** The one that is no head. */
    public String revision() {
        return revision;
    }

    /** What follows it. */
    public List<String> followers() {
        return followers;
    }
}
