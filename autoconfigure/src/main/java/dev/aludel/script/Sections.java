package dev.aludel.script;

import dev.aludel.AludelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The two sections of a script.
 *
 * @param upgradeLine the line on which its text begins; the one after the marker where it is empty
 * @param downgradeLine likewise
 */
record Sections(String upgrade, int upgradeLine, String downgrade, int downgradeLine) {

    static final String UPGRADE = "-- upgrade";
    static final String DOWNGRADE = "-- downgrade";

    private static final Sections NONE = new Sections("", 1, "", 1);

    static boolean isMarker(String line) {
        return is(line, UPGRADE) || is(line, DOWNGRADE);
    }

    private static boolean is(String line, String marker) {
        return line.startsWith(marker) && line.stripTrailing().length() == marker.length();
    }

    static String shortened(String line) {
        String text = line.strip();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /**
     * Finds them.
     *
     * @param from the line after the header, from 1
     */
    static Sections read(List<String> lines, int from, PlainLines plainLines, Findings findings) {
        IntPredicate plain;
        try {
            plain = plainLines.of(String.join("\n", lines));
        } catch (AludelException e) {
            findings.add(0, String.valueOf(e.getMessage()));
            return NONE;
        }
        List<Integer> upgrades = new ArrayList<>();
        List<Integer> downgrades = new ArrayList<>();
        int strange = 0;
        for (int line = from; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (is(text, UPGRADE) && plain.test(line)) {
                upgrades.add(line);
            } else if (is(text, DOWNGRADE) && plain.test(line)) {
                downgrades.add(line);
            } else if (strange == 0 && upgrades.isEmpty() && downgrades.isEmpty() && !text.isBlank()) {
                strange = line;
            }
        }
        return between(lines, upgrades, downgrades, strange, findings);
    }

    private static Sections between(
            List<String> lines, List<Integer> upgrades, List<Integer> downgrades, int strange, Findings findings) {
        if (strange > 0) {
            findings.add(
                    strange,
                    "'" + shortened(lines.get(strange - 1))
                            + "' stands before the first section; expected the line '-- upgrade'");
        }
        boolean hasUpgrade = once(lines, upgrades, UPGRADE, findings);
        boolean hasDowngrade = once(lines, downgrades, DOWNGRADE, findings);
        if (!hasUpgrade || !hasDowngrade) {
            return NONE;
        }
        int upgrade = upgrades.get(0);
        int downgrade = downgrades.get(0);
        if (downgrade < upgrade) {
            findings.add(downgrade, "the line '-- downgrade' stands before '-- upgrade'; expected the upgrade first");
            return NONE;
        }
        int upgradeLine = begin(lines, upgrade, downgrade - 1);
        int downgradeLine = begin(lines, downgrade, lines.size());
        return new Sections(
                text(lines, upgradeLine, downgrade - 1),
                upgradeLine,
                text(lines, downgradeLine, lines.size()),
                downgradeLine);
    }

    private static boolean once(List<String> lines, List<Integer> found, String marker, Findings findings) {
        if (found.isEmpty()) {
            findings.add(
                    lines.size(),
                    "the section '" + marker + "' is missing; expected the line '" + marker
                            + "' once, outside quotes and comments");
        }
        found.stream()
                .skip(1)
                .forEach(line -> findings.add(
                        line, "the line '" + marker + "' is there again, after line " + found.get(0) + "; remove one"));
        return found.size() == 1;
    }

    /** The first line after a marker that is not blank; the one after the marker where there is none. */
    private static int begin(List<String> lines, int marker, int last) {
        for (int line = marker + 1; line <= last; line++) {
            if (!lines.get(line - 1).isBlank()) {
                return line;
            }
        }
        return marker + 1;
    }

    private static String text(List<String> lines, int first, int last) {
        return first > last
                ? ""
                : String.join("\n", lines.subList(first - 1, last)).stripTrailing();
    }
}
