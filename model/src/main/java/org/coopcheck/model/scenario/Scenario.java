package org.coopcheck.model.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.variant.Capabilities;

/**
 * A scenario.
 *
 * @param title what it is about
 * @param variant the name of the variant it is meant for
 * @param capabilities the capabilities of the browser it is meant for
 * @param responses what servers answer; each list has an answer
 * @param steps what happens
 */
@RecordBuilder
public record Scenario(
    String title,
    Option<String> variant,
    Option<Capabilities> capabilities,
    SortedMap<Url, Vector<Answer>> responses,
    Vector<Action> steps)
    implements ScenarioBuilder.With {}
