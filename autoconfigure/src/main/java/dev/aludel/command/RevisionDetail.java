package dev.aludel.command;

import dev.aludel.schema.Acceptance;
import java.util.List;

/**
 * A revision with its SQL.
 *
 * @param accepts what of an adopted schema it leaves otherwise than the mapping says
 * @param upgrade the text of the section, without outer white space
 * @param downgrade the text of the section, without outer white space
 */
public record RevisionDetail(RevisionInfo info, List<Acceptance> accepts, String upgrade, String downgrade) {

    public RevisionDetail {
        accepts = List.copyOf(accepts);
    }
}
