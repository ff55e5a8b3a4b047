package org.coopcheck.counterexamples.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import j2html.tags.DomContent;
import j2html.tags.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.coopcheck.counterexamples.report.storyboard.Storyboard;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.decision.Source;

/** What all pages have in common. */
final class Page {
  private static final String STYLESHEET = read();

  private Page() {}

  private static String read() {
    try (InputStream file = Page.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole file. */
  static String of(String title, Vector<DomContent> content) {
    return "<!DOCTYPE html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent("default-src 'none'; style-src 'unsafe-inline'"),
                    title(Visible.clipped(visible(title), 150)),
                    style(rawHtml("\n" + STYLESHEET + Storyboard.stylesheet()))),
                body(content.toJavaArray(DomContent[]::new)))
            .withLang("en")
            .render()
        + "\n";
  }

  /** Any text, also one that a stranger wrote. */
  static Text words(String text) {
    return new Text(visible(text));
  }

  private static String visible(String text) {
    return Visible.standingAlone(text);
  }

  /** Markup that this project wrote. */
  static DomContent own(String markup) {
    return rawHtml(markup);
  }

  /** The text, as a link if there is one that a reader may follow. */
  static DomContent linked(String text, Option<URI> link) {
    return link.filter(Page::isOfTheWeb)
        .<DomContent>map(uri -> a(words(text)).withHref(uri.toASCIIString()))
        .getOrElse(() -> words(text));
  }

  static DomContent source(Source source) {
    return linked(source.claimedBy(), Option.some(source.link()));
  }

  private static boolean isOfTheWeb(URI uri) {
    return Option.of(uri.getScheme()).exists(scheme -> scheme.matches("https?"));
  }

  static DomContent[] all(Vector<? extends DomContent> content) {
    return content.<DomContent>map(each -> each).toJavaArray(DomContent[]::new);
  }
}
