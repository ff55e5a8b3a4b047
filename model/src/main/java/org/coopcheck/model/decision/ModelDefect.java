package org.coopcheck.model.decision;

/**
 * A fault of the model: an assertion of the standard that does not hold, or a question that must not
 * be asked. Nobody catches it to go on.
 */
public final class ModelDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelDefect(String what) {
    super(what);
  }

  /**
   * An {@code Assert:} step of the standard.
   *
   * @param holds what is asserted
   * @param what the assertion in words
   */
  public static void assertThat(boolean holds, String what) {
    if (!holds) throw new ModelDefect(what);
  }
}
