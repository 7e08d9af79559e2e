package dev.aludel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much two names look alike, from 0 to 1: by the letters that differ, and by the words that they share. */
final class Likeness {

    private Likeness() {}

    /** {@code name} and {@code full_name} share a word of three; {@code address2line} and {@code address2_line} all letters. */
    static double of(String first, String second) {
        List<String> words = words(first);
        List<String> others = words(second);
        int last = Math.min(words.size(), others.size()) - 1;
        if (last > 0 && words.get(words.size() - 1).equals(others.get(others.size() - 1))) {
            // what kind of thing it is, as the id in owner_id and the seq in users_seq, says little
            words.remove(words.size() - 1);
            others.remove(others.size() - 1);
            return 0.1 + 0.9 * ofWords(words, others);
        }
        return ofWords(words, others);
    }

    private static double ofWords(List<String> words, List<String> others) {
        long shared = words.stream().filter(others::contains).count();
        double byWords = 2.0 * shared / (words.size() + others.size());
        String letters = String.join("", words);
        String otherLetters = String.join("", others);
        int longest = Math.max(1, Math.max(letters.length(), otherLetters.length()));
        return Math.max(byWords, 1.0 - (double) distance(letters, otherLetters) / longest);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words.isEmpty() ? new ArrayList<>(List.of(name)) : words;
    }

    /** Levenshtein's: letters added, left out or replaced. */
    private static int distance(String first, String second) {
        int[] above = new int[second.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[second.length()];
    }
}
