package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Locale;

/** The legal word that somebody probably meant. */
public final class NearestWord {
  private static final int LONGEST = 64;
  private static final int MOST_CANDIDATES = 200;

  private NearestWord() {}

  /**
   * @param found a word that is not legal
   * @param legal the legal words
   * @return the legal word that the fewest slips of the pen turn into the one found, the first of
   *     equals; none if even that one is too far away to be meant
   */
  public static Option<String> to(String found, Vector<String> legal) {
    if (found.length() > LONGEST) return Option.none();
    return legal
        .takeRight(MOST_CANDIDATES)
        .filter(word -> Math.abs(word.length() - found.length()) <= farthest(found, word))
        .map(word -> new Candidate(word, slips(lowerCase(found), lowerCase(word))))
        .filter(each -> each.slips <= farthest(found, each.word) && each.slips < found.length())
        .minBy(Candidate::slips)
        .map(Candidate::word);
  }

  private record Candidate(String word, int slips) {}

  private static int farthest(String found, String word) {
    return Math.max(1, Math.max(found.length(), word.length()) / 3);
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Letters that are missing, too many, wrong, or swapped with their neighbour. */
  private static int slips(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(distance[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      distance[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = distance[i - 1][j - 1] + wrong;
        best = Math.min(best, distance[i - 1][j] + 1);
        best = Math.min(best, distance[i][j - 1] + 1);
        boolean isSwapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        distance[i][j] = isSwapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
      }
    }
    return distance[a.length()][b.length()];
  }
}
