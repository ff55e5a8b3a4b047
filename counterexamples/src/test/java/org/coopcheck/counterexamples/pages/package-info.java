/**
 * The pages in {@code docs/} and the README against what the code prints.
 *
 * <p>Answers "does the page still tell the truth?". What code can print is printed by code; with
 * {@code -Dcoopcheck.write=true} these tests write the pages, without it they compare them.
 */
@NullMarked
package org.coopcheck.counterexamples.pages;

import org.jspecify.annotations.NullMarked;
