package org.coopcheck.counterexamples.scenario;

/** The version that every file begins with. */
final class FormatVersion {
  static final String KEY = "coopcheck";
  private static final long VERSION = 1;

  private FormatVersion() {}

  static void check(Members members) {
    var problems = members.problems();
    members.require(KEY, "\"" + KEY + ": " + VERSION + "\"");
    members
        .scalar(KEY, String.valueOf(VERSION))
        .filter(version -> !version.asInteger().contains(VERSION))
        .forEach(
            version ->
                problems.wrong(version, VERSION + ", the version of the format that is read here"));
  }
}
