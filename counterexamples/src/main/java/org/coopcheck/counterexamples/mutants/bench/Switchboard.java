package org.coopcheck.counterexamples.mutants.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Where mutated code asks which mutant is on, and where recorded code says that it was reached. All
 * copies of the model share it; only one of them runs at a time.
 */
public final class Switchboard {
  /** The number of the method that has a mutant that is on, or {@link #NONE}. */
  public static int method = Switchboard.NONE;

  /** The number of that mutant. */
  public static int mutant = Switchboard.NONE;

  /** No method, no mutant. */
  public static final int NONE = -1;

  private static final Deque<Integer> INITIALISING = new ArrayDeque<>();
  private static final int MOST_POINTS = 1 << 16;
  private static final boolean[] REACHED = new boolean[MOST_POINTS];
  private static final boolean[] REACHED_AT_FIRST = new boolean[MOST_POINTS];
  private static int initialising;

  /** No call of a rule takes a tenth of this. */
  private static final long MOST_TURNS_OF_A_CALL = 10_000;

  private static final boolean[] DIFFERENT = new boolean[MOST_POINTS];
  private static final boolean[] FAULTY = new boolean[MOST_POINTS];
  private static final Map<Map.Entry<Class<?>, Integer>, Method> MUTATED = new HashMap<>();
  private static final List<Object> REPORTS = new ArrayList<>();
  private static final List<Object> REPORTS_OF_A_MUTANT = new ArrayList<>();
  private static Map<Integer, int[]> watched = Map.of();
  private static long turns;
  private static long mostTurns;

  private Switchboard() {}

  /**
   * @param inMethod the number of its method
   * @param number its number
   */
  public static void on(int inMethod, int number) {
    method = inMethod;
    mutant = number;
  }

  /** The model is as it is written. */
  public static void off() {
    on(NONE, NONE);
  }

  /**
   * Another question is asked.
   *
   * @param atMost how often loops may go round until it is answered
   */
  public static void begin(long atMost) {
    turns = 0;
    mostTurns = atMost;
  }

  /** The points that were reached since this was last asked. */
  public static BitSet takeReached() {
    var taken = set(REACHED);
    Arrays.fill(REACHED, false);
    return taken;
  }

  /**
   * The mutants that are tried at each call of their methods, while none is on.
   *
   * @param mutants their numbers, by those of their methods
   */
  public static void watch(Map<Integer, int[]> mutants) {
    watched = mutants;
  }

  /**
   * The watched mutants that answered some call otherwise since this was last asked. One that has
   * ever faulted counts as different in every question in which its method is called.
   */
  public static BitSet takeDifferent() {
    REPORTS.clear();
    var taken = set(DIFFERENT);
    Arrays.fill(DIFFERENT, false);
    return taken;
  }

  private static BitSet set(boolean[] points) {
    var set = new BitSet();
    for (int i = 0; i < points.length; i++) {
      if (points[i]) set.set(i);
    }
    return set;
  }

  /** The points that were reached while a class was initialised: what they made is kept. */
  public static BitSet reachedAtFirst() {
    return set(REACHED_AT_FIRST);
  }

  // Called by woven code.

  /** The point is reached. */
  public static void reach(int point) {
    if (method != NONE) return; // by way of a mutant
    REACHED[point] = true;
    if (initialising > 0) REACHED_AT_FIRST[point] = true;
  }

  /** A watched method begins: how many reports were queued before. */
  public static int begun() {
    return REPORTS.size();
  }

  /** Whether a mutant is only being tried, so that what it says must not be heard. */
  public static boolean isTried() {
    return method != NONE;
  }

  /**
   * A report is queued.
   *
   * @return whether it is by a mutant that is only being tried
   */
  public static boolean queued(Supplier<?> report) {
    (isTried() ? REPORTS_OF_A_MUTANT : REPORTS).add(report.get());
    return isTried();
  }

  /**
   * A method has answered; do its watched mutants answer the same, and queue the same reports?
   *
   * @param answer the answer; null if it gives none
   * @param before how many reports were queued before it began
   * @param owner its class
   * @param name the name of the method that hands over to the mutant that is on
   * @param desc its descriptor
   * @param number the number of the method
   * @param operands the object that was asked, if the method is one of objects, then the operands
   */
  public static void answered(
      Object answer,
      int before,
      Class<?> owner,
      String name,
      String desc,
      int number,
      Object[] operands) {
    if (method != NONE) return; // in the middle of a mutant
    int[] mutants = watched.get(number);
    if (mutants == null) return;
    var reports = List.copyOf(REPORTS.subList(before, REPORTS.size()));
    var mutated = mutated(owner, name, desc, number);
    boolean isStatic = Modifier.isStatic(mutated.getModifiers());
    Object receiver = isStatic ? null : operands[0];
    var arguments = isStatic ? operands : Arrays.copyOfRange(operands, 1, operands.length);
    for (int each : mutants) {
      if (DIFFERENT[each]) continue;
      REPORTS_OF_A_MUTANT.clear();
      DIFFERENT[each] =
          FAULTY[each]
              || !isSame(answer, number, each, mutated, receiver, arguments)
              || !reports.equals(REPORTS_OF_A_MUTANT);
    }
  }

  private static boolean isSame(
      @Nullable Object answer,
      int number,
      int each,
      Method mutated,
      @Nullable Object receiver,
      Object[] arguments) {
    Object other;
    begin(MOST_TURNS_OF_A_CALL);
    on(number, each);
    try {
      other = mutated.invoke(receiver, arguments);
    } catch (InvocationTargetException | StackOverflowError fault) {
      // Not tried again: to call itself until there is no stack takes long.
      FAULTY[each] = true;
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      off();
    }
    return Objects.equals(answer, other);
  }

  private static Method mutated(Class<?> owner, String name, String desc, int number) {
    return MUTATED.computeIfAbsent(
        Map.<Class<?>, Integer>entry(owner, number), // each copy has classes of its own
        missing -> {
          for (Method each : owner.getDeclaredMethods()) {
            if (each.getName().equals(name) && Type.getMethodDescriptor(each).equals(desc)) {
              each.setAccessible(true);
              return each;
            }
          }
          throw new IllegalStateException("no " + name + desc);
        });
  }

  /** A loop goes round once more. */
  public static void turn() {
    if (method != NONE && ++turns > mostTurns) throw new DoesNotEnd(mostTurns);
  }

  /** A static initialiser begins; what it makes outlives every mutant, so none is on in it. */
  public static void beginInitialiser() {
    INITIALISING.push(method);
    initialising++;
    method = NONE;
  }

  /** The static initialiser ends. */
  public static void endInitialiser() {
    method = INITIALISING.pop();
    initialising--;
  }

  /** What was read of headers under a mutant is kept for that mutant only. */
  public static Object key(Object key) {
    return method == NONE ? key : new UnderAMutant(key, mutant);
  }

  private record UnderAMutant(Object key, int mutant) {}

  /** The list without one of its values. */
  public static Object[] without(Object[] values, int index) {
    var shorter = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, index + 1, shorter, index, values.length - 1 - index);
    return shorter;
  }
}
