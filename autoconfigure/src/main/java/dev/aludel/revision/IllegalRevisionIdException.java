package dev.aludel.revision;

import java.util.List;

/** An id or a branch label that the command line could not tell from an identifier such as {@code head} or {@code a:b}. */
public final class IllegalRevisionIdException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    IllegalRevisionIdException(String id, Named owner) {
        super(text(id, owner), List.of(owner.id()));
    }

    private static String text(String id, Named owner) {
        String subject =
                id.equals(owner.id()) ? "The revision id" + owner.where() + " is" : "Revision " + owner + " names";
        return subject + " '" + id
                + "', which is not allowed: 1 to 100 characters, without @ - + : , / \\ ' \" and white space,"
                + " and none of head, heads, base, current.";
    }
}
