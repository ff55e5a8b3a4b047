package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.world.Document;
import org.coopcheck.properties.generator.Run;

/** Which documents need one process. */
@Domain(AnyRuns.class)
class ProcessesTest {

  @Property(seed = "71", tries = 300)
  void the_forced_classes_are_a_partition_of_the_fully_active_documents(@ForAll Run run) {
    run.worlds()
        .forEach(
            world ->
                assertThat(
                        Processes.forcedClasses(world, run.variant(), run.capabilities())
                            .flatMap(each -> each)
                            .sorted())
                    .isEqualTo(world.fullyActiveDocuments().map(Document::id).sorted()));
  }

  @Property(seed = "72", tries = 300)
  void documents_of_one_agent_cluster_are_in_one_forced_class(@ForAll Run run) {
    run.worlds()
        .forEach(
            world ->
                assertThat(Processes.forcedClasses(world, run.variant(), run.capabilities()))
                    .allMatch(
                        forced ->
                            world
                                .fullyActiveDocuments()
                                .filter(
                                    document ->
                                        forced
                                            .toVector()
                                            .map(world::document)
                                            .map(world::agentClusterOf)
                                            .contains(world.agentClusterOf(document)))
                                .map(Document::id)
                                .forAll(forced::contains)));
  }

  @Property(seed = "73", tries = 300)
  void the_processes_are_a_partition_that_is_as_coarse_as_the_forced_classes(@ForAll Run run) {
    run.worlds()
        .forEach(
            world -> {
              var processes = Processes.processes(world, run.variant(), run.capabilities());
              assertThat(processes.flatMap(each -> each).sorted())
                  .isEqualTo(world.fullyActiveDocuments().map(Document::id).sorted());
              assertThat(Processes.forcedClasses(world, run.variant(), run.capabilities()))
                  .allMatch(forced -> processes.exists(process -> process.containsAll(forced)));
            });
  }
}
