package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.json.ClaimsJson;
import org.coopcheck.counterexamples.report.story.Stories;
import org.coopcheck.counterexamples.report.text.ClaimsText;
import org.coopcheck.counterexamples.search.ClaimSearch;
import org.coopcheck.counterexamples.search.ClaimSearch.Derived;
import org.coopcheck.counterexamples.search.InvariantSearch;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.claim.Claims;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code claims}. */
@Command(
    name = "claims",
    header = "Whether the claims of the design documents are true, each derived by a search.",
    description = {
      "Derives every claim of docs/claims.md: that it holds within a bound, that a smallest run"
          + " violates it, or that a smallest run reaches what it says is possible. The runs are"
          + " written to files that coopcheck run replays. Without an ID, all are derived.",
      "Each claim has the smallest bound that can show it; what is said here changes that of all.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck claims",
      "  coopcheck claims C33 C34 C35",
      "  coopcheck claims C48 --steps 4 --windows 3",
      "  coopcheck claims --json"
    })
final class ClaimsCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "A claim of docs/claims.md, as C35. Without one, all claims.")
  private List<String> ids = List.of();

  @CommandLine.Option(
      names = "--invariant",
      paramLabel = "NAME",
      converter = InvariantsCommand.NameConverter.class,
      description = "Only claims that are this invariant; can be repeated.")
  private List<InvariantsCommand.Named> invariants = List.of();

  @Mixin private SearchOptions search = new SearchOptions();

  ClaimsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    var claims = claims();
    var problems = search.problems();
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    var claimed = new ClaimSearch(claims, standard -> search.bound().bound(standard));
    var checked =
        search.run(
            streams,
            claimed.tasks(),
            task -> task.variant().name(),
            (task, conduct) -> InvariantSearch.search(task.variant(), task.batch(), conduct),
            found -> print(claimed.derived(found.flatMap(each -> each))));
    return status(claimed.derived(checked.flatMap(each -> each))).code();
  }

  private CommandLine commandLine() {
    return Option.of(spec).get().commandLine();
  }

  private Vector<Claim> claims() {
    var wanted = Vector.ofAll(ids);
    var unknown = wanted.filter(id -> Claims.find(id).isEmpty());
    if (!unknown.isEmpty()) {
      throw new BadInput(
          commandLine(),
          unknown.map(
              id ->
                  "coopcheck claims: " + Words.unknown(id, "a claim", Claims.ALL.map(Claim::id))));
    }
    var named =
        wanted.isEmpty()
            ? Claims.ALL
            : Claims.ALL.filter(claim -> wanted.exists(claim.id()::equalsIgnoreCase));
    var meant = Vector.ofAll(invariants).flatMap(InvariantsCommand.Named::invariants);
    return meant.isEmpty()
        ? named
        : named
            .map(
                claim ->
                    claim.withEntries(
                        claim
                            .entries()
                            .filter(
                                entry ->
                                    entry instanceof Claim.Check check
                                        && meant.contains(check.property()))))
            .filter(claim -> !claim.entries().isEmpty());
  }

  // Output.

  private void print(Vector<Derived> derived) {
    if (search.isJson()) {
      streams.print(
          JsonNodeFactory.instance.arrayNode().addAll(derived.map(ClaimsJson::of).asJava()));
      return;
    }
    var reports =
        Reports.write(
            "coopcheck claims", derived, each -> Vector.of(Stories.ofDerived(each)), search.out());
    streams.print(
        ClaimsText.table(derived, search.isQuiet() ? derived.reject(Derived::matches) : derived));
    reports
        .told()
        .reject(told -> told.found().matches())
        .forEach(
            told ->
                streams.print(
                    ClaimsText.mismatch(
                        told.found(), told.stories().headOption().map(reports::scenario))));
    streams.print(ClaimsText.summary(derived));
    streams.print(reports.index());
  }

  private static ExitStatus status(Vector<Derived> derived) {
    var differing = derived.reject(Derived::matches);
    if (differing.exists(Derived::isAnswered)) return ExitStatus.VIOLATED;
    return differing.isEmpty() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
  }
}
