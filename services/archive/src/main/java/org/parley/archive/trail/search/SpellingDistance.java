package org.parley.archive.trail.search;

/**
 * How far two spellings are apart: the number of letters to add, to leave out, to replace, or to exchange with the next
 * one, each pair at most once (optimal string alignment).
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">F. J. Damerau, A technique for computer detection and correction
 *     of spelling errors, 1964</a>
 */
final class SpellingDistance {
    private SpellingDistance() {}

    /** The distance of two words. */
    static int between(String typed, String word) {
        int[] last = table(typed, word)[typed.length()];
        return last[word.length()];
    }

    /** The distance to the nearest beginning of a word. */
    static int toBeginning(String typed, String word) {
        int nearest = Integer.MAX_VALUE;
        for (int distance : table(typed, word)[typed.length()]) {
            nearest = Math.min(nearest, distance);
        }
        return nearest;
    }

    /** The number of mistakes in a word of some length that still leave it recognisable. */
    static int tolerated(int length) {
        if (length < SearchWords.SPELLABLE_MIN) {
            return 0;
        }
        return length < 7 ? 1 : length < 10 ? 2 : 3;
    }

    /** The distances of all beginnings of one word, by row, from all beginnings of the other, by column. */
    private static int[][] table(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cell(table, one, other, i, j);
            }
        }
        return table;
    }

    private static int cell(int[][] table, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
