package org.coopcheck.model.http;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of up to 64 KiB that nobody would write in good faith. */
public final class Hostile {
  private static final int KIB_64 = 65_536;

  private Hostile() {}

  /** A short text, a unit repeated up to some length, and another short text. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> fragments = fragments();
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
    Arbitrary<String> parts = Arbitraries.oneOf(fragments, any);
    return Combinators.combine(
            parts, parts.filter(unit -> !unit.isEmpty()), Arbitraries.of(0, 1, 100, KIB_64), parts)
        .as(
            (beginning, unit, length, end) -> {
              int room = Math.max(0, length - beginning.length() - end.length());
              return beginning + unit.repeat(room / unit.length()) + end;
            });
  }

  private static Arbitrary<String> fragments() {
    return Arbitraries.of(
            "same-origin",
            "cross-origin-isolated",
            "sandbox",
            "allow-scripts",
            "default-src",
            "https://a.example/",
            "https:",
            "blob:",
            "//",
            "\\",
            "*",
            "self",
            "'self'",
            "'src'",
            "{\"group\":",
            "\"endpoints\":[",
            "\"url\":\"",
            "\"max_age\":1",
            "}",
            "]",
            "[",
            "{",
            "\\u0041",
            "1e9",
            "-0.1",
            "null",
            "\"",
            "\\\"",
            "%\"",
            "%c3",
            "@1",
            "?1",
            ":YQ:",
            "(",
            ")",
            ";",
            "; ",
            ",",
            ", ",
            "=",
            " ",
            "\t",
            "\n",
            "\r",
            "\f",
            "\0",
            "\u00e9",
            "\ud800",
            "a=",
            "k=(",
            "x;y=1",
            ".",
            "..",
            "/../",
            "%2e",
            "\u00df",
            "\u4e00",
            "xn--",
            "::1")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
