package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import org.coopcheck.model.world.Handle.Obtained;

/**
 * A {@code WindowProxy} that a document got for another window, at one moment.
 *
 * @param from the label of the document's window
 * @param to the label of the other window
 * @param obtained how the document got it
 * @param isClosed what {@code closed} reads
 * @param properties the properties that can be used without an exception
 * @param hasDom whether synchronous access works
 */
public record HandleFacts(
    String from,
    String to,
    Obtained obtained,
    boolean isClosed,
    Vector<String> properties,
    boolean hasDom) {

  /** The row's name: {@code shop->login}. */
  public String name() {
    return from + "->" + to;
  }
}
