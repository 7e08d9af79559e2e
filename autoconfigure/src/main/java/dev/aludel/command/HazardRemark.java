package dev.aludel.command;

import dev.aludel.dialect.Hazard;
import dev.aludel.text.OneLine;
import dev.aludel.text.SqlComment;
import java.util.List;

/** A hazard as comments say it, what to do instead on a line of its own: {@code hazard create-index (users): Creating index …}. */
final class HazardRemark {

    private HazardRemark() {}

    static List<String> of(Hazard hazard) {
        String first =
                "hazard " + hazard.code() + " (" + hazard.object().spelled() + "): " + OneLine.of(hazard.message());
        return hazard.safe().isEmpty() ? List.of(first) : List.of(first, "    " + SqlComment.quiet(hazard.safe()));
    }
}
