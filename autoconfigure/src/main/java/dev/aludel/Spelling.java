package dev.aludel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The words that someone may have meant who wrote another one. */
public final class Spelling {

    private static final int MOST = 3;

    private Spelling() {}

    /**
     * The words that differ from what was written in at most a third of its characters, the nearest first.
     *
     * @return three at most
     */
    public static List<String> nearest(String written, Collection<String> words) {
        int allowed = Math.max(1, written.length() / 3);
        return words.stream()
                .filter(word -> distance(written, word) <= allowed)
                .sorted(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** How many characters must be inserted, removed or replaced to get from one word to another (Levenshtein's distance). */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
