package org.coopcheck.counterexamples.report.story;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Names of variants and invariants as names of folders and files. */
final class FileNames {
  private static final int LONGEST = 100;
  private static final int DIGITS = 8;

  private FileNames() {}

  /**
   * File systems take up to 255 bytes, and no slash; the name of a variant with many choices is
   * longer, and that of a cell of a table has slashes.
   */
  static String of(String name) {
    String plain = name.replace('/', '-');
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST)
            + "-"
            + Hashing.sha256()
                .hashString(name, StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGITS);
  }
}
