package org.coopcheck.properties.run;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;

/** Runs of both kinds, under every variant with every choice. */
public final class AnyRuns extends DomainContextBase {
  @Provide
  Arbitrary<Run> runs() {
    return Arbitraries.oneOf(
        RunGenerators.runs(RunGenerators.VARIANTS), RunGenerators.rawRuns(RunGenerators.VARIANTS));
  }
}
