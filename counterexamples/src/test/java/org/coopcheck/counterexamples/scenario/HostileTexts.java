package org.coopcheck.counterexamples.scenario;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of up to 64 KiB that nobody would save as a scenario. */
public final class HostileTexts {
  static final int KIB_64 = 65_536;

  private HostileTexts() {}

  /** A short text, a unit repeated up to some length, and another short text. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
    Arbitrary<String> parts = Arbitraries.oneOf(fragments(), any);
    return Combinators.combine(
            parts,
            parts.filter(unit -> !unit.isEmpty()),
            Arbitraries.of(0, 0, 1, 100, 1000, KIB_64),
            parts)
        .as(
            (beginning, unit, length, end) -> {
              int room = Math.max(0, length - beginning.length() - end.length());
              return beginning + unit.repeat(room / unit.length()) + end;
            });
  }

  private static Arbitrary<String> fragments() {
    return Arbitraries.of(
            "coopcheck: 1\n",
            "{\"coopcheck\": 1, ",
            "title:",
            "steps:\n",
            "\"steps\": [",
            "  - {tab: a, url: https://a.example/}\n",
            "{\"tab\":\"a\",\"url\":\"https://a.example/\"}",
            "responses:\n",
            "  https://a.example/: ",
            "headers:",
            "expect:\n",
            "windows: ",
            "meta: ",
            "{not: ",
            "- ",
            "-",
            "? ",
            ": ",
            ":",
            ",",
            ", ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "*b ",
            "!",
            "!!str ",
            "!!binary ",
            "!<x> ",
            "|",
            "|+3\n",
            ">-\n",
            "'",
            "\"",
            "\\",
            "\\u0041",
            "\\ud800",
            "\\x",
            "%YAML 1.2\n",
            "%TAG ! x\n",
            "---\n",
            "...\n",
            "<<: ",
            "# ",
            "#",
            "@",
            "`",
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "    ",
            "\0",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud800",
            "\ud83d\ude00",
            "\u4e00",
            "null",
            "~",
            "true",
            "0x1F",
            "1e999",
            "9999999999999999999",
            "-",
            ".nan",
            "2026-01-01")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
