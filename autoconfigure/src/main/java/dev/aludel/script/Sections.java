package dev.aludel.script;

import dev.aludel.AludelException;
import dev.aludel.text.SqlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The two sections of a script.
 *
 * @param upgradeLine the line on which its text begins; the one after the marker where it is empty
 * @param downgradeLine likewise
 */
record Sections(String upgrade, int upgradeLine, String downgrade, int downgradeLine) {

    static final String UPGRADE = SqlComment.marker("upgrade");
    static final String DOWNGRADE = SqlComment.marker("downgrade");

    private static final Sections NONE = new Sections("", 1, "", 1);

    static boolean isMarker(String line) {
        return is(line, UPGRADE) || is(line, DOWNGRADE);
    }

    private static boolean is(String line, String marker) {
        return line.startsWith(marker) && line.stripTrailing().length() == marker.length();
    }

    /** Tells whether a line was meant as a marker: {@code   -- Upgrade}, {@code --upgrade}, {@code -- downgrade: none}. */
    static boolean isNearly(String line, String marker) {
        String text = line.strip();
        if (!text.startsWith("--") || is(line, marker)) {
            return false;
        }
        String said = text.substring(2).strip().toLowerCase(Locale.ROOT);
        String word = marker.substring(2).strip();
        return said.startsWith(word)
                && (said.length() == word.length() || !Character.isLetterOrDigit(said.charAt(word.length())));
    }

    static String shortened(String line) {
        String text =
                line.length() <= 1_000 ? line.strip() : line.substring(0, 1_000).strip();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /**
     * Finds them. Where each marker is there once, the text between them is not looked into: that it ends outside quotes and comments is
     * seen when it is split into statements.
     *
     * @param from the line after the header, from 1
     */
    static Sections read(ScriptText text, int from, PlainLines plainLines, Findings findings) {
        List<Integer> upgrades = new ArrayList<>();
        List<Integer> downgrades = new ArrayList<>();
        int strange = 0;
        for (int line = from; line <= text.count(); line++) {
            boolean comment = text.isComment(line);
            String said = comment ? text.line(line) : "";
            if (comment && is(said, UPGRADE)) {
                upgrades.add(line);
            } else if (comment && is(said, DOWNGRADE)) {
                downgrades.add(line);
            } else if (strange == 0 && upgrades.isEmpty() && downgrades.isEmpty() && !text.isBlank(line)) {
                strange = line;
            }
        }
        if (upgrades.size() > 1 || downgrades.size() > 1) {
            try {
                IntPredicate plain = plainLines.of(text.all());
                upgrades.removeIf(line -> !plain.test(line));
                downgrades.removeIf(line -> !plain.test(line));
            } catch (AludelException e) {
                findings.add(0, String.valueOf(e.getMessage()));
                return NONE;
            }
        }
        return between(text, upgrades, downgrades, strange, from, findings);
    }

    private static Sections between(
            ScriptText text,
            List<Integer> upgrades,
            List<Integer> downgrades,
            int strange,
            int from,
            Findings findings) {
        int misspelt = upgrades.isEmpty() ? nearly(text, from, UPGRADE) : 0;
        if (strange > 0 && (misspelt == 0 || strange < misspelt)) {
            findings.add(
                    strange,
                    "'" + shortened(text.line(strange)) + "' stands before the first section; expected the line '"
                            + UPGRADE + "'");
        }
        boolean hasUpgrade = once(text, upgrades, UPGRADE, from, findings);
        boolean hasDowngrade = once(text, downgrades, DOWNGRADE, from, findings);
        if (!hasUpgrade || !hasDowngrade) {
            return NONE;
        }
        int upgrade = upgrades.get(0);
        int downgrade = downgrades.get(0);
        if (downgrade < upgrade) {
            findings.add(
                    downgrade,
                    "the line '" + DOWNGRADE + "' stands before '" + UPGRADE + "'; expected the upgrade first");
            return NONE;
        }
        int upgradeLine = begin(text, upgrade, downgrade - 1);
        int downgradeLine = begin(text, downgrade, text.count());
        return new Sections(
                text.between(upgradeLine, downgrade - 1),
                upgradeLine,
                text.between(downgradeLine, text.count()),
                downgradeLine);
    }

    private static int nearly(ScriptText text, int from, String marker) {
        for (int line = from; line <= text.count(); line++) {
            if (text.isComment(line) && isNearly(text.line(line), marker)) {
                return line;
            }
        }
        return 0;
    }

    private static boolean once(ScriptText text, List<Integer> found, String marker, int from, Findings findings) {
        if (found.isEmpty()) {
            int misspelt = nearly(text, from, marker);
            findings.add(
                    misspelt > 0 ? misspelt : text.count(),
                    misspelt > 0
                            ? "'" + shortened(text.line(misspelt)) + "' begins no section; expected the line '" + marker
                                    + "', without anything before or behind it"
                            : "the section '" + marker + "' is missing; expected the line '" + marker
                                    + "' once, outside quotes and comments");
        }
        found.stream()
                .skip(1)
                .forEach(line -> findings.add(
                        line, "the line '" + marker + "' is there again, after line " + found.get(0) + "; remove one"));
        return found.size() == 1;
    }

    /** The first line after a marker that is not blank; the one after the marker where there is none. */
    private static int begin(ScriptText text, int marker, int last) {
        for (int line = marker + 1; line <= last; line++) {
            if (!text.isBlank(line)) {
                return line;
            }
        }
        return marker + 1;
    }
}
