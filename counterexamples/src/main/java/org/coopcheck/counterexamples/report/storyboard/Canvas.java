package org.coopcheck.counterexamples.report.storyboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is around every picture: its size, its title, and what it shows in words. */
final class Canvas {
  /** The stylesheet of all pictures. */
  static final String STYLESHEET = read();

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Canvas() {}

  private static String read() {
    try (InputStream file = Canvas.class.getResourceAsStream("storyboard.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void open(Svg svg, double width, double height, String id, String title, String inWords) {
    svg.open("svg")
        .with("xmlns", NAMESPACE)
        .with("class", "storyboard")
        .with("viewBox", "0 0 " + Svg.number(width) + " " + Svg.number(height))
        .with("width", width)
        .with("height", height)
        .with("role", "img")
        .with("aria-labelledby", id + "-t " + id + "-d");
    svg.open("title").with("id", id + "-t").says(title).close();
    svg.open("desc").with("id", id + "-d").says(inWords).close();
  }
}
