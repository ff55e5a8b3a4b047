package org.coopcheck.counterexamples.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;
import static org.coopcheck.counterexamples.report.html.Page.all;
import static org.coopcheck.counterexamples.report.html.Page.words;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Book.Status;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.SpecVersion;

/** The page that leads to all stories of a book. */
public final class IndexHtml {
  private static final int LONGEST = 600;

  /**
   * Where a story stands in one format.
   *
   * @param word the word for the format
   * @param path the names of the folders below the index, then that of the file
   */
  public record Place(String word, Vector<String> path) {
    DomContent link(String text) {
      return a(words(text)).withHref(path.map(Place::encoded).mkString("./", "/", ""));
    }

    private static String encoded(String name) {
      return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  private final Book book;
  private final Function1<Story, Vector<Place>> places;

  private IndexHtml(Book book, Function1<Story, Vector<Place>> places) {
    this.book = book;
    this.places = places;
  }

  /**
   * @param book what a command has to tell
   * @param places where each story stands, the best to read first
   */
  public static String of(Book book, Function1<Story, Vector<Place>> places) {
    return new IndexHtml(book, places).page();
  }

  private String page() {
    return Page.of(
        book.title(),
        Vector.of(
            main(
                all(
                    Vector.<DomContent>of(top())
                        .appendAll(
                            book.entries().map(Entry::group).distinct().map(this::group))))));
  }

  private DomContent top() {
    var counts =
        book.entries()
            .map(Entry::verdict)
            .distinct()
            .map(
                verdict ->
                    book.entries().count(entry -> entry.verdict().equals(verdict)) + " " + verdict);
    return header(
        h1(clipped(book.title())),
        p(words(counts.mkString(", ") + ". " + SpecVersion.STANDARD)).withClass("quiet"));
  }

  private DomContent group(String group) {
    var entries = book.entries().filter(entry -> entry.group().equals(group));
    var told = entries.filter(IndexHtml::isTold);
    return section(
        all(
            Vector.<DomContent>of(h2(clipped(group)))
                .appendAll(
                    Option.when(
                        !told.isEmpty(), () -> ul(all(told.map(this::entry))).withClass("entries")))
                .appendAll(rest(entries.reject(IndexHtml::isTold)))));
  }

  private static boolean isTold(Entry entry) {
    return entry.story().isDefined() || entry.status() != Status.GOOD;
  }

  /** What is as it should be, out of the way. */
  private static Option<DomContent> rest(Vector<Entry> entries) {
    return Option.when(
        !entries.isEmpty(),
        () ->
            details(
                    summary("%d more, as it should be".formatted(entries.size())),
                    ul(all(entries.map(IndexHtml::inShort))))
                .withClass("rest"));
  }

  private static DomContent inShort(Entry entry) {
    return li(
        strong(clipped(entry.name())),
        words(" " + entry.verdict() + " "),
        span(clipped(entry.remark())).withClass("quiet"));
  }

  private DomContent entry(Entry entry) {
    var where = entry.story().toVector().flatMap(places);
    var name =
        where.isEmpty()
            ? strong(clipped(entry.name()))
            : strong(where.head().link(Visible.clipped(entry.name(), LONGEST)));
    return li(
            span(clipped(entry.verdict())).withClass("verdict " + kind(entry.status())),
            words(" "),
            name,
            p(clipped(entry.remark())),
            links(where))
        .withClass("entry");
  }

  private static DomContent links(Vector<Place> where) {
    return where.isEmpty()
        ? words("")
        : p(all(where.flatMap(place -> Vector.of(place.link(place.word()), words(" ")))))
            .withClass("formats");
  }

  private static String kind(Status status) {
    return switch (status) {
      case GOOD -> "good";
      case BAD -> "bad";
      case OPEN -> "open";
    };
  }

  private static DomContent clipped(String text) {
    return words(Visible.clipped(text, LONGEST));
  }
}
