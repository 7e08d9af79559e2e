package dev.aludel.revision;

import java.util.List;

/** An id or a branch label that the command line could not tell from an identifier such as {@code head} or {@code a:b}. */
public final class IllegalRevisionIdException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    IllegalRevisionIdException(String id, String owner) {
        super(text(id, owner), List.of(owner));
    }

    private static String text(String id, String owner) {
        String subject = id.equals(owner) ? "The revision id is" : "Revision '" + owner + "' names";
        return subject + " '" + id + "', which is not allowed: not empty, without @ - + : , / \\ ' \" and white space,"
                + " and none of head, heads, base, current.";
    }
}
