package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Input that cannot be used, with everything that is wrong with it. */
final class BadInput extends ParameterException {
  private static final long serialVersionUID = 1L;

  private final transient Vector<String> problems;

  /**
   * @param commandLine the command that got it
   * @param problems what is wrong, each in one line; at least one
   */
  BadInput(CommandLine commandLine, Vector<String> problems) {
    super(commandLine, problems.mkString("\n"));
    this.problems = problems;
  }

  Vector<String> problems() {
    return problems;
  }
}
