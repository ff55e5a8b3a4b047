package org.coopcheck.counterexamples.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

class VisibleTest {
  @Data
  Iterable<Tuple3<String, String, String>> texts() {
    return Table.of( // text, in Unicode, in ASCII
        Tuple.of("plain ~", "plain ~", "plain ~"),
        Tuple.of("", "", ""),
        Tuple.of("\u001b[31m", "\\x1b[31m", "\\x1b[31m"),
        Tuple.of("a\r\n\tb", "a\\r\\n\\tb", "a\\r\\n\\tb"),
        Tuple.of("\0\u007f\u009b", "\\x00\\x7f\\x9b", "\\x00\\x7f\\x9b"),
        Tuple.of("gr\u00fc\u00df", "gr\u00fc\u00df", "gr\\xfc\\xdf"),
        Tuple.of("\u202eabc\u2066", "\\u{202e}abc\\u{2066}", "\\u{202e}abc\\u{2066}"),
        Tuple.of("\u200b\ufeff", "\\u{200b}\\u{feff}", "\\u{200b}\\u{feff}"),
        Tuple.of("\u2028", "\\u{2028}", "\\u{2028}"),
        Tuple.of("\ud800x", "\\u{d800}x", "\\u{d800}x"),
        Tuple.of("\ud83d\ude00", "\ud83d\ude00", "\\u{1f600}"),
        Tuple.of("└─ ✂ →", "└─ ✂ →", "`- -X- ->"));
  }

  @Property
  @FromData("texts")
  void what_a_terminal_might_obey_is_spelled_out(
      @ForAll String text, @ForAll String unicode, @ForAll String ascii) {
    var line = Line.of(text);
    assertThat(new Style(false, true).render(line)).isEqualTo(unicode);
    assertThat(new Style(false, false).render(line)).isEqualTo(ascii);
  }

  @Property
  void a_painted_line_is_the_plain_one_once_the_paint_is_off(@ForAll String text) {
    var line = Line.of(Tone.BAD, text).with(Tone.FAINT, text).with(text);
    String painted = new Style(true, true).render(line);
    assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing())
        .isEqualTo(Style.PLAIN.render(line).stripTrailing());
  }

  @Example
  void a_long_text_is_clipped_and_says_so() {
    assertThat(Visible.clipped("abc", 3)).isEqualTo("abc");
    assertThat(Visible.clipped("a".repeat(5_000), 3)).isEqualTo("aaa… (5,000 characters in all)");
  }
}
