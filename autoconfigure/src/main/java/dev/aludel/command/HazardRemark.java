package dev.aludel.command;

import dev.aludel.dialect.Hazard;
import java.util.List;

/** A hazard as comments say it, what to do instead on a line of its own: {@code hazard create-index (users): Creating index …}. */
final class HazardRemark {

    private HazardRemark() {}

    static List<String> of(Hazard hazard) {
        String first = "hazard " + hazard.code() + " (" + hazard.object().spelled() + "): " + line(hazard.message());
        return hazard.safe().isEmpty() ? List.of(first) : List.of(first, "    " + line(hazard.safe()));
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
