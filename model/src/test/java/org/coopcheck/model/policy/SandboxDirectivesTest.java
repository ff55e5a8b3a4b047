package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_AUXILIARY_NAVIGATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_DOCUMENT_DOMAIN;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_NAVIGATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_ORIGIN;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_SCRIPTS;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class SandboxDirectivesTest {

  /** What each keyword takes away, from HTML's "parse a sandboxing directive". */
  @Data
  Iterable<Tuple2<String, SortedSet<SandboxingFlag>>> keywords() {
    return Table.of( // keyword, flags that are not set
        Tuple.of("", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-popups", TreeSet.of(SANDBOXED_AUXILIARY_NAVIGATION)),
        Tuple.of("ALLOW-Popups", TreeSet.of(SANDBOXED_AUXILIARY_NAVIGATION)),
        Tuple.of(
            "allow-top-navigation",
            TreeSet.of(
                SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION,
                SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION)),
        Tuple.of(
            "allow-top-navigation-by-user-activation",
            TreeSet.of(SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION)),
        Tuple.of("allow-same-origin", TreeSet.of(SANDBOXED_ORIGIN)),
        Tuple.of("allow-scripts", TreeSet.of(SANDBOXED_SCRIPTS)),
        Tuple.of(
            "allow-popups-to-escape-sandbox",
            TreeSet.of(SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS)),
        Tuple.of(
            "\tallow-scripts\n allow-forms\fallow-modals\rallow-same-origin ",
            TreeSet.of(SANDBOXED_SCRIPTS, SANDBOXED_ORIGIN)),
        Tuple.of(
            "allow-scripts\fallow-popups\nallow-same-origin\tallow-forms",
            TreeSet.of(SANDBOXED_SCRIPTS, SANDBOXED_AUXILIARY_NAVIGATION, SANDBOXED_ORIGIN)),
        Tuple.of("allow-forms allow-downloads allow-modals", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-script scripts", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-scripts,allow-popups", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-\u017fcripts", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-scripts\u00a0allow-popups", TreeSet.<SandboxingFlag>empty()),
        Tuple.of("allow-scripts\u000ballow-popups", TreeSet.<SandboxingFlag>empty()));
  }

  @Property
  @FromData("keywords")
  void a_keyword_takes_away_its_flags_and_no_others(
      @ForAll String directive, @ForAll SortedSet<SandboxingFlag> notSet) {
    assertThat(SandboxDirectives.parseASandboxingDirective(directive))
        .isEqualTo(TreeSet.of(SandboxingFlag.values()).removeAll(notSet));
  }

  @Example
  void with_every_keyword_two_flags_are_still_set() {
    String everyKeyword =
        "allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock"
            + " allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin"
            + " allow-scripts allow-storage-access-by-user-activation allow-top-navigation"
            + " allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols";
    assertThat(SandboxDirectives.parseASandboxingDirective(everyKeyword))
        .containsExactly(SANDBOXED_NAVIGATION, SANDBOXED_DOCUMENT_DOMAIN);
    assertThat(SandboxDirectives.unknownTokens(everyKeyword)).isEmpty();
  }

  @Example
  void tokens_that_are_no_keywords_are_named_as_they_were_written() {
    assertThat(
            SandboxDirectives.unknownTokens(
                " Allow-Scripts allow-script\tALLOW-ALL allow-forms allow-script"))
        .containsExactly("allow-script", "ALLOW-ALL", "allow-script");
    assertThat(SandboxDirectives.unknownTokens("")).isEmpty();
  }
}
