/**
 * The command line: which words and options there are, what is printed where, and which exit code
 * says what.
 *
 * <p>A command reads its options, asks others for a value and prints it; it decides nothing about
 * opener policies. Results go to standard output, everything else to standard error. Input that
 * cannot be used is thrown as a {@code ParameterException} of picocli or as {@link
 * org.coopcheck.counterexamples.cli.BadInput}; {@link org.coopcheck.counterexamples.cli.Main} turns
 * it into sentences and exit code 2, and everything unexpected into one line and exit code 4.
 *
 * <p>Read {@link org.coopcheck.counterexamples.cli.Main} first: a new command is its class and its
 * line there.
 */
@NullMarked
package org.coopcheck.counterexamples.cli;

import org.jspecify.annotations.NullMarked;
