package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;

/** Reads what servers answer. */
final class ResponsesReader {
  private static final Vector<String> ANSWER = Vector.of("status", "headers", "error");
  // RFC 9110, sections 5.1 and 15
  private static final String FIELD_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final int LEAST_STATUS = 100;
  private static final int GREATEST_STATUS = 599;

  private final Problems problems;

  ResponsesReader(Problems problems) {
    this.problems = problems;
  }

  SortedMap<Url, Vector<Answer>> read(Yaml value) {
    if (!(value instanceof Yaml.Mapping mapping)) {
      problems.wrong(value, "responses by URL, which are a mapping");
      return TreeMap.empty();
    }
    SortedMap<Url, Vector<Answer>> responses = TreeMap.empty();
    for (var entry : mapping.entries()) {
      var answers = answers(entry.value());
      var url = Members.url(entry.key(), problems).flatMap(found -> requested(found, entry.key()));
      if (url.exists(responses::containsKey)) {
        problems.wrong(
            entry.key().line(), entry.key().text(), "a new URL; it has its responses already");
      }
      if (url.isDefined()) responses = responses.put(url.get(), answers);
    }
    return responses;
  }

  /** The URL as servers are asked for it. */
  private Option<Url> requested(Url url, Yaml.Scalar written) {
    if (url.isHttp()) return Option.some(url.withoutFragment());
    problems.wrong(written.line(), written.text(), "a URL that servers answer (http or https)");
    return Option.none();
  }

  private Vector<Answer> answers(Yaml value) {
    if (!(value instanceof Yaml.Sequence sequence)) return answer(value).toVector();
    if (sequence.items().isEmpty()) {
      problems.described(sequence.line(), "an empty list", "at least one response");
    }
    return sequence.items().flatMap(this::answer);
  }

  private Option<Answer> answer(Yaml value) {
    if (value instanceof Yaml.Scalar word && word.isNull()) return Option.some(Answer.Served.PLAIN);
    return Members.of(value, "a response", ANSWER, problems).map(this::answer);
  }

  private Answer answer(Members members) {
    var error = members.scalar("error", "\"network\"");
    error
        .filter(word -> !word.text().equals("network"))
        .forEach(word -> problems.unknown(word, "an error of a response", Vector.of("network")));
    int status = members.integer("status", LEAST_STATUS, GREATEST_STATUS).getOrElse(200);
    var headers = members.get("headers").map(this::headers).getOrElse(HeaderList.EMPTY);
    if (error.isEmpty()) return new Answer.Served(status, headers);
    members
        .mapping()
        .keys()
        .filter(key -> key.text().equals("status") || key.text().equals("headers"))
        .forEach(
            key -> problems.wrong(key.line(), key.text(), "a member of a response with an error"));
    return new Answer.Nothing();
  }

  private HeaderList headers(Yaml value) {
    if (!(value instanceof Yaml.Mapping mapping)) {
      problems.wrong(value, "header fields, which are a mapping");
      return HeaderList.EMPTY;
    }
    return HeaderList.of(mapping.entries().flatMap(this::fieldLines));
  }

  private Vector<HeaderField> fieldLines(Yaml.Entry entry) {
    String name = entry.key().text();
    if (!name.matches(FIELD_NAME)) {
      problems.wrong(entry.key().line(), name, "the name of a header field");
    }
    if (entry.value() instanceof Yaml.Sequence lines) {
      if (lines.items().isEmpty()) {
        problems.described(lines.line(), "an empty list", "at least one field line");
      }
      return lines.items().flatMap(line -> fieldLine(name, line));
    }
    return fieldLine(name, entry.value()).toVector();
  }

  /** The value stays as it is written, also where YAML would read a number or a boolean. */
  private Option<HeaderField> fieldLine(String name, Yaml value) {
    if (!(value instanceof Yaml.Scalar word)) {
      problems.wrong(value, "the value of a header field, or a list of values");
      return Option.none();
    }
    // What YAML's block scalars leave at the end is no part of a field line.
    String raw = word.text().replaceAll("\n+$", "");
    if (raw.indexOf('\n') >= 0 || raw.indexOf('\0') >= 0) {
      problems.wrong(word, "the value of a header field (there is a line feed or NUL in it)");
    }
    return Option.some(new HeaderField(name, raw));
  }
}
