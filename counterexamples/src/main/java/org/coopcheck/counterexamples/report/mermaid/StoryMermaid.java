package org.coopcheck.counterexamples.report.mermaid;

import io.vavr.collection.Vector;
import java.util.stream.Collectors;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.story.Telling;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.Visible;

/** A story as a Mermaid flowchart. */
public final class StoryMermaid {
  private static final String HEADER = "flowchart LR\n";
  private static final int LONGEST = 80;
  private static final String HARMLESS = " .,:/-_=+→✂…";

  private final Picture picture;
  private final String prefix;

  private StoryMermaid(Picture picture, String prefix) {
    this.picture = picture;
    this.prefix = prefix;
  }

  /** All steps, each in a box of its own. */
  public static String of(Story story) {
    return HEADER
        + story
            .tellings()
            .zipWithIndex((telling, index) -> telling(story, telling, index + 1))
            .mkString();
  }

  private static String telling(Story story, Telling telling, int number) {
    String under = story.tellings().size() == 1 ? "" : " under " + telling.variant().name();
    return telling
        .steps()
        .map(
            step -> {
              String id = "r%ds%d".formatted(number, step.taken().number());
              String title = "Step %d%s: %s".formatted(step.taken().number(), under, step.action());
              return "  subgraph %s[%s]\n%s  end\n"
                  .formatted(id, quoted(title), new StoryMermaid(step, id).body("    "));
            })
        .mkString();
  }

  /** What is there after one step. */
  public static String of(Picture picture) {
    return HEADER + new StoryMermaid(picture, "s").body("  ");
  }

  private String body(String indent) {
    var open = open();
    if (open.isEmpty()) return indent + prefix + "w[" + quoted("no windows") + "]\n";
    return open.map(WindowFacts::coopGroup)
            .distinct()
            .map(coopGroup -> coopGroup(coopGroup, indent))
            .mkString()
        + picture.handlesBetweenPages().map(handle -> indent + arrow(handle) + "\n").mkString();
  }

  private Vector<WindowFacts> open() {
    return picture.after().windows().filter(WindowFacts::isOpen);
  }

  private String coopGroup(int coopGroup, String indent) {
    return subgraph(
        "c" + coopGroup,
        "COOP group " + coopGroup,
        indent,
        open()
            .filter(window -> window.coopGroup() == coopGroup && window.isTopLevel())
            .map(WindowFacts::browsingContextGroup)
            .distinct()
            .map(group -> group(coopGroup, group, indent + "  "))
            .mkString());
  }

  private String group(int coopGroup, int group, String indent) {
    return subgraph(
        "c%dg%d".formatted(coopGroup, group),
        "browsing context group " + group,
        indent,
        open()
            .filter(window -> window.browsingContextGroup() == group && window.isTopLevel())
            .map(window -> window(window, indent + "  "))
            .mkString());
  }

  private String window(WindowFacts window, String indent) {
    var frames = open().filter(frame -> frame.parent().contains(window.label()));
    String node = indent + "  " + idOf(window.label()) + "[" + label(window) + "]\n";
    return frames.isEmpty()
        ? node.substring(2)
        : subgraph(
            "p" + idOf(window.label()),
            "page " + window.label(),
            indent,
            node + frames.map(frame -> window(frame, indent + "  ")).mkString());
  }

  private String subgraph(String id, String title, String indent, String body) {
    return "%ssubgraph %s%s[%s]\n%s%send\n"
        .formatted(indent, prefix, id, quoted(title), body, indent);
  }

  private String idOf(String label) {
    return prefix + "w" + (picture.after().windows().map(WindowFacts::label).indexOf(label) + 1);
  }

  private static String label(WindowFacts window) {
    return Vector.of(
            window.label(),
            window.origin().toString(),
            window.isTopLevel() ? "COOP " + window.openerPolicy().value() : "",
            window.isInitialAboutBlank() ? "initial about:blank" : "",
            window.error().map(why -> "error page: " + why).getOrElse(""),
            window.isCrossOriginIsolated() ? "cross-origin isolated" : "not isolated",
            "agent cluster " + window.agentCluster() + ", process " + window.process())
        .reject(String::isEmpty)
        .map(StoryMermaid::escaped)
        .mkString("\"", "<br/>", "\"");
  }

  private String arrow(HandleFacts handle) {
    String from = idOf(handle.from());
    String to = idOf(handle.to());
    if (picture.isSevered(handle)) return "%s -. %s .-x %s".formatted(from, quoted("severed"), to);
    return handle.hasDom()
        ? "%s == %s ==> %s".formatted(from, quoted("DOM"), to)
        : "%s -- %s --> %s".formatted(from, quoted(properties(handle)), to);
  }

  private static String properties(HandleFacts handle) {
    int number = handle.properties().size();
    return number > 0 && number <= 3
        ? "only " + handle.properties().mkString(", ")
        : number == 0 ? "nothing works" : number + " properties";
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return Visible.text(Visible.clipped(text, LONGEST))
        .codePoints()
        .mapToObj(StoryMermaid::escaped)
        .collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0
        ? Character.toString(c)
        : "#" + c + ";";
  }
}
