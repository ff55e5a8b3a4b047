package org.coopcheck.counterexamples.mutants.operator;

import java.util.function.Consumer;

/**
 * One change of one instruction of a method.
 *
 * @param at the place of the instruction in the method
 * @param sentence what is changed, for somebody who reads the source
 * @param change makes the change in a copy of the method
 */
public record Edit(int at, String sentence, Consumer<Patch> change) {}
