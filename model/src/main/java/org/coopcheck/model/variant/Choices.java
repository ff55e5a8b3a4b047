package org.coopcheck.model.variant;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** All named choices. */
public final class Choices {
  private Choices() {}

  /** By key, as {@code variants} lists them. Each key has one default, which changes nothing. */
  public static final Vector<Choice> ALL =
      NavigationChoices.ALL
          .appendAll(PopupChoices.ALL)
          .appendAll(WindowChoices.ALL)
          .appendAll(ReportingChoices.ALL)
          .sortBy(Choice::key);

  /** The keys, each once, in order. */
  public static Vector<String> keys() {
    return ALL.map(Choice::key).distinct().appendAll(TableCells.KEYS);
  }

  /** The values of one key, in order. */
  public static Vector<String> valuesOf(String key) {
    return ofKey(key).map(Choice::value);
  }

  /** The choice that is spelled so. */
  public static Option<Choice> find(String key, String value) {
    return ofKey(key).find(choice -> choice.value().equals(value));
  }

  private static Vector<Choice> ofKey(String key) {
    return ALL.appendAll(TableCells.ALL).filter(choice -> choice.key().equals(key));
  }
}
