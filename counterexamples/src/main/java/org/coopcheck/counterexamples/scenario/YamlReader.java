package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 */
final class YamlReader {
  /** More than any scenario needs, and far less than a stack holds. */
  static final int DEEPEST = 64;

  private static final int MOST_REPEATED_BY_ALIASES = 50_000;
  private static final String CORE = "tag:yaml.org,2002:";
  private static final String EXPECTED = "YAML 1.2 or JSON";

  private final int linesBefore;
  private final Problems problems;
  private final Iterator<Event> events;
  private final Map<Anchor, Yaml> anchors = new HashMap<>();
  private int repeated = 0;

  private YamlReader(String text, int linesBefore, Problems problems) {
    this.linesBefore = linesBefore;
    this.problems = problems;
    this.events =
        new Parse(LoadSettings.builder().setUseMarks(true).build()).parseString(text).iterator();
  }

  /** The reading cannot go on. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String found;
    private final String expected;

    Refused(int line, String found, String expected) {
      super(found, null, false, false);
      this.line = line;
      this.found = found;
      this.expected = expected;
    }
  }

  /**
   * @param text the text
   * @param linesBefore how many lines of the file come before it
   * @param problems is told what is wrong
   * @return the value, as far as the text is YAML at all
   */
  static Option<Yaml> read(String text, int linesBefore, Problems problems) {
    try {
      return Option.some(new YamlReader(text, linesBefore, problems).document());
    } catch (Refused refused) {
      problems.described(refused.line, refused.found, refused.expected);
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problems.described(
          linesBefore + line, "a syntax error (" + inOneLine(wrong.getProblem()) + ")", EXPECTED);
    } catch (ReaderException wrong) {
      int before = Math.min(wrong.getPosition(), text.length());
      int line = (int) text.substring(0, before).chars().filter(c -> c == '\n').count() + 1;
      problems.described(
          linesBefore + line,
          "the character U+%04X".formatted(wrong.getCodePoint()),
          "characters that YAML allows");
    } catch (YamlEngineException wrong) {
      problems.described(
          linesBefore + 1,
          "a syntax error (" + inOneLine(String.valueOf(wrong.getMessage())) + ")",
          EXPECTED);
    }
    return Option.none();
  }

  private static String inOneLine(String message) {
    return message.replaceAll("\\s+", " ");
  }

  private Yaml document() {
    next(); // the stream begins
    var begin = next();
    if (begin.getEventId() == Event.ID.StreamEnd) {
      throw new Refused(linesBefore + 1, "an empty file", problems.whole());
    }
    var value = value(next(), 1);
    next(); // the document ends
    var after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new Refused(line(after), "a second document", "one document");
    }
    return value;
  }

  private Event next() {
    return events.next();
  }

  private Yaml value(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new Refused(
          line(event), "a nesting deeper than " + DEEPEST + " levels", problems.whole());
    }
    return switch (event) {
      case ScalarEvent scalar -> kept(scalar.getAnchor(), scalar(scalar));
      case MappingStartEvent start -> {
        refuseTagsBut(start.getTag(), "map", start);
        yield kept(start.getAnchor(), mapping(line(start), depth));
      }
      case SequenceStartEvent start -> {
        refuseTagsBut(start.getTag(), "seq", start);
        yield kept(start.getAnchor(), sequence(line(start), depth));
      }
      case AliasEvent alias -> repeated(alias);
      default -> throw new IllegalStateException("no value begins with " + event);
    };
  }

  private Yaml kept(Optional<Anchor> anchor, Yaml value) {
    anchor.ifPresent(name -> anchors.put(name, value));
    return value;
  }

  private Yaml repeated(AliasEvent alias) {
    var value = Option.of(anchors.get(alias.getAlias()));
    if (value.isEmpty()) {
      throw new Refused(
          line(alias), "the alias *" + alias.getAlias(), "an alias of a value before it");
    }
    repeated += value.get().size();
    if (repeated > MOST_REPEATED_BY_ALIASES) {
      throw new Refused(
          line(alias),
          "aliases that repeat more than " + MOST_REPEATED_BY_ALIASES + " values",
          problems.whole());
    }
    return value.get();
  }

  private Yaml mapping(int line, int depth) {
    var entries = new Entries(problems);
    for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      var key = value(event, depth + 1);
      entries.add(key, value(next(), depth + 1));
    }
    return entries.mapping(line);
  }

  private Yaml sequence(int line, int depth) {
    List<Yaml> items = new ArrayList<>();
    for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(value(event, depth + 1));
    }
    return sequence(line, items);
  }

  static Yaml sequence(int line, List<Yaml> items) {
    return new Yaml.Sequence(
        line, Vector.ofAll(items), 1 + items.stream().mapToInt(Yaml::size).sum());
  }

  private Yaml.Scalar scalar(ScalarEvent event) {
    refuseSurrogates(event.getValue(), line(event));
    boolean isString = !event.isPlain();
    if (event.getTag().isPresent()) {
      String tag = event.getTag().get();
      isString = tag.equals("!") || tag.equals(CORE + "str");
      boolean isAsItSays =
          switch (tag) {
            case "!", CORE + "str" -> true;
            case CORE + "null", CORE + "bool", CORE + "int", CORE + "float" ->
                isOf(tag, event.getValue());
            default -> false;
          };
      if (!isAsItSays) throw tagRefused(tag, event);
    }
    return new Yaml.Scalar(line(event), event.getValue(), !isString);
  }

  private boolean isOf(String tag, String text) {
    var value = new Yaml.Scalar(0, text, true).toJson();
    return switch (tag) {
      case CORE + "null" -> value.isNull();
      case CORE + "bool" -> value.isBoolean();
      case CORE + "int" -> value.isIntegralNumber();
      default -> value.isNumber();
    };
  }

  private void refuseTagsBut(Optional<String> tag, String allowed, Event event) {
    if (tag.isPresent() && !tag.get().equals(CORE + allowed) && !tag.get().equals("!")) {
      throw tagRefused(tag.get(), event);
    }
  }

  private Refused tagRefused(String tag, Event event) {
    return new Refused(
        line(event), "the tag " + inOneLine(tag), "no tags but those of YAML's core schema");
  }

  private void refuseSurrogates(String text, int line) {
    if (!isUnicode(text)) throw new Refused(line, "half a surrogate pair", "Unicode");
  }

  /** Whether the text has no half of a surrogate pair. */
  static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(point -> Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE);
  }

  private int line(Event event) {
    return linesBefore + event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
