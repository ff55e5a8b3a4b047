package org.coopcheck.counterexamples.cli;

import picocli.CommandLine.Option;

/** Options of every command that prints a result. */
final class OutputOptions {
  @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
  private boolean isJson;

  // Main looks for it before anything is parsed, so that help and complaints obey it too.
  @Option(names = Main.NO_COLOR, description = "No colours; NO_COLOR in the environment does too.")
  void withoutColor(boolean unused) {}

  boolean isJson() {
    return isJson;
  }
}
