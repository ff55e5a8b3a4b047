package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class SearchLogTest {
  private static final Vector<String> QUESTION = Vector.of("graph: any", "steps: unbounded");
  private static final Vector<StateCheck<Integer, String>> CHECKS =
      Vector.of(new Rare("a step", true, 97, 3), new Rare("a state", false, 193, 4));

  private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    directory = Files.createTempDirectory("coopcheck-log");
    file = directory.resolve("search.log");
  }

  @AfterTry
  void removeIt() throws IOException {
    Files.deleteIfExists(file);
    Files.delete(directory);
  }

  @Property(seed = "11", tries = 60)
  void wherever_a_file_is_torn_the_search_goes_on_as_if_nothing_had_happened(
      @ForAll @IntRange(min = 1, max = 2000) int states,
      @ForAll StopWhen stopWhen,
      @ForAll Random random)
      throws IOException {
    var graph = Graph.random(states, random);
    var undisturbed = BreadthFirstSearch.search(() -> graph, plan(stopWhen));
    try (var log = SearchLog.begun(file, QUESTION)) {
      BreadthFirstSearch.search(() -> graph, plan(stopWhen).withLog(log));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int tear = 0; tear < 4; tear++) {
      int length = tear == 0 ? whole.length : random.nextInt(whole.length);
      Files.write(file, Arrays.copyOf(whole, length));
      try (var log = SearchLog.resumed(file, QUESTION);
          var workers = new Workers(1 + tear)) {
        var plan = plan(stopWhen).withWorkers(workers).withLog(log);
        var result = BreadthFirstSearch.search(() -> graph, plan);
        assertThat(Told.of(result)).isEqualTo(Told.of(undisturbed));
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Property(seed = "12", tries = 60)
  void a_search_that_is_cancelled_anywhere_can_go_on(
      @ForAll @IntRange(min = 1, max = 2000) int states,
      @ForAll @IntRange(max = 3000) int patience,
      @ForAll StopWhen stopWhen,
      @ForAll Random random) {
    var graph = Graph.random(states, random);
    var undisturbed = BreadthFirstSearch.search(() -> graph, plan(stopWhen));
    var cancellation = new Cancellation();
    var expansions = new AtomicInteger();
    var disturbed =
        new Graph(
            n -> {
              if (expansions.incrementAndGet() == patience) cancellation.cancel();
              return graph.successors().apply(n);
            });
    try (var log = SearchLog.begun(file, QUESTION);
        var workers = new Workers(3)) {
      var plan = plan(stopWhen).withCancellation(cancellation).withWorkers(workers);
      BreadthFirstSearch.search(() -> disturbed, plan.withLog(log));
    }
    assertThat(resumed(graph, stopWhen).get()).isEqualTo(Told.of(undisturbed));
  }

  @Example
  void what_lies_behind_a_state_that_was_not_expanded_is_not_written_down() {
    // From 0 to many states. The search is cancelled at the first of them, while others are being
    // expanded by somebody else.
    int[] all = Vector.range(1, 1000).toJavaStream().mapToInt(n -> n).toArray();
    var tree =
        new Graph(n -> n == 0 ? all : n < 1000 ? new int[] {1000 + n, 2000 + n} : new int[] {});
    var undisturbed = BreadthFirstSearch.search(() -> tree, plan(StopWhen.NEVER));
    var cancellation = new Cancellation();
    var othersAreExpanded = new CountDownLatch(1);
    var disturbed =
        new Graph(
            n -> {
              if (n > 10) othersAreExpanded.countDown();
              if (n == 1) {
                awaited(othersAreExpanded);
                cancellation.cancel();
              }
              return tree.successors().apply(n);
            });
    try (var log = SearchLog.begun(file, QUESTION);
        var workers = new Workers(2)) {
      var plan = plan(StopWhen.NEVER).withCancellation(cancellation).withWorkers(workers);
      var result = BreadthFirstSearch.search(() -> disturbed, plan.withLog(log));
      assertThat(result.end()).isEqualTo(new SearchEnd.CutShort(SearchEnd.Budget.PATIENCE));
      assertThat(result.distinct()).isLessThan(undisturbed.distinct());
    }
    assertThat(resumed(tree).get()).isEqualTo(Told.of(undisturbed));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Example
  void of_what_is_written_down_only_the_steps_to_new_states_are_done_again() {
    var graph = Graph.random(1000, new Random(1));
    var known = BreadthFirstSearch.search(() -> graph, SearchPlan.of(Vector.empty()));
    for (int expected : new int[] {known.distinct(), 0}) {
      var expansions = new AtomicInteger();
      try (var log = SearchLog.resumed(file, QUESTION)) {
        var plan = SearchPlan.<Integer, String>of(Vector.empty()).withLog(log);
        BreadthFirstSearch.search(() -> new Counting(graph, expansions), plan);
      }
      assertThat(expansions).hasValue(expected);
    }
  }

  /** Counts how many states are expanded. */
  private record Counting(Graph graph, AtomicInteger expansions)
      implements TransitionSystem<Integer, String> {
    @Override
    public Integer initial() {
      return graph.initial();
    }

    @Override
    public void forEachSuccessor(Integer state, SuccessorSink<Integer> sink) {
      expansions.incrementAndGet();
      graph.forEachSuccessor(state, sink);
    }

    @Override
    public Option<Integer> successor(Integer state, int index) {
      return graph.successor(state, index);
    }

    @Override
    public String action(Integer state, int index) {
      return graph.action(state, index);
    }

    @Override
    public void encode(Integer state, Encoding encoding) {
      graph.encode(state, encoding);
    }
  }

  @Property(seed = "13", tries = 300)
  void a_file_with_one_wrong_byte_is_refused_or_does_no_harm(@ForAll Random random)
      throws IOException {
    var graph = Graph.random(500, new Random(3));
    var undisturbed = BreadthFirstSearch.search(() -> graph, plan(StopWhen.NEVER));
    try (var log = SearchLog.begun(file, QUESTION)) {
      BreadthFirstSearch.search(() -> graph, plan(StopWhen.NEVER).withLog(log));
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
    var result = resumed(graph);
    if (result.isRight()) assertThat(result.get()).isEqualTo(Told.of(undisturbed));
  }

  @Property(seed = "17", tries = 300)
  void forged_records_are_refused_in_words_or_replay(@ForAll Random random) throws IOException {
    var graph = Graph.random(50, new Random(5));
    var forged = new WaveRecord();
    forged.expanded(random.nextInt(3), random.nextInt(9));
    for (int i = random.nextInt(4); i > 0; i--) forged.met(number(random), number(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      forged.hit(number(random), number(random), number(random));
    }
    try (var log = SearchLog.begun(file, QUESTION)) {
      log.append(forged);
      log.append(forged);
    }
    var result = resumed(graph);
    if (result.isLeft()) assertThat(result.getLeft()).contains("does not replay");
  }

  @Property(seed = "19", tries = 300)
  void records_of_anything_are_no_records(@ForAll byte[] anything) throws IOException {
    var graph = Graph.random(50, new Random(5));
    var undisturbed = BreadthFirstSearch.search(() -> graph, plan(StopWhen.NEVER));
    try (var log = SearchLog.begun(file, QUESTION)) {
      assertThat(log.next()).isEmpty();
    }
    var checksum = new CRC32C();
    checksum.update(anything);
    byte[] begin = Files.readAllBytes(file);
    var bytes =
        ByteBuffer.allocate(begin.length + 8 + anything.length)
            .put(begin)
            .putInt(anything.length)
            .putInt((int) checksum.getValue())
            .put(anything);
    Files.write(file, bytes.array());
    var result = resumed(graph);
    if (result.isRight()) assertThat(result.get()).isEqualTo(Told.of(undisturbed));
  }

  private static int number(Random random) {
    return random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(3);
  }

  @Example
  void another_question_is_named_with_the_difference() {
    SearchLog.begun(file, QUESTION).close();
    assertThatThrownBy(
            () -> SearchLog.resumed(file, Vector.of("graph: any", "steps: 3\u001b[31m")).close())
        .isInstanceOf(CheckpointProblem.class)
        .hasMessageContaining("there: steps: unbounded; here: steps: 3?[31m");
  }

  @Example
  void a_file_that_is_none_is_left_as_it_is() throws IOException {
    Files.writeString(file, "my diary");
    assertThatThrownBy(() -> SearchLog.resumed(file, QUESTION).close())
        .isInstanceOf(CheckpointProblem.class)
        .hasMessageContaining("no checkpoint");
    assertThatThrownBy(() -> SearchLog.begun(file, QUESTION).close())
        .isInstanceOf(CheckpointProblem.class)
        .hasMessageContaining("is there already");
    assertThat(file).hasContent("my diary");
  }

  @Example
  void two_searches_cannot_write_to_one_file() {
    try (var log = SearchLog.begun(file, QUESTION)) {
      assertThatThrownBy(() -> SearchLog.resumed(file, QUESTION).close())
          .isInstanceOf(CheckpointProblem.class)
          .hasMessageContaining("another process");
      assertThat(log.next()).isEmpty();
    }
  }

  private Either<String, Told> resumed(Graph graph) {
    return resumed(graph, StopWhen.NEVER);
  }

  private Either<String, Told> resumed(Graph graph, StopWhen stopWhen) {
    try (var log = SearchLog.resumed(file, QUESTION)) {
      return Either.right(
          Told.of(BreadthFirstSearch.search(() -> graph, plan(stopWhen).withLog(log))));
    } catch (CheckpointProblem problem) {
      return Either.left(problem.getMessage());
    }
  }

  private static SearchPlan<Integer, String> plan(StopWhen stopWhen) {
    return SearchPlan.of(CHECKS).withStopWhen(stopWhen);
  }
}
