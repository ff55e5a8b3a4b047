package org.coopcheck.model.variant;

import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** All variants, in the order in which {@code variants} lists them. */
public final class Variants {
  private Variants() {}

  /** Adding a proposal is its file and its line here. */
  public static final Vector<Variant> ALL =
      Vector.of(
          HtmlStandard.VARIANT,
          NaiveInheritance.VARIANT,
          CoopOriginInheritance.VARIANT,
          QueryOpenerInheritance.VARIANT,
          RestrictProperties.VARIANT,
          RestrictProperties.WITHOUT_INHERITANCE,
          NaiveInheritance.over(RestrictProperties.PLAIN),
          NoopenerInheritance.over(RestrictProperties.PLAIN),
          QueryOpenerInheritance.over(RestrictProperties.PLAIN),
          OwnGroupInheritance.over(RestrictProperties.PLAIN),
          CrossPageWindowProxies.VARIANT,
          CrossPageWindowProxies.WITHOUT_ISOLATION_KEY);

  /** Names for what is in {@link #ALL} under another name. */
  private static final Vector<Variant> OTHER_NAMES =
      Vector.of(
          known(HtmlStandard.VARIANT.withName("html+none"), HtmlStandard.VARIANT),
          known(NoopenerInheritance.over(HtmlStandard.VARIANT), HtmlStandard.VARIANT),
          known(CoopOriginInheritance.over(RestrictProperties.PLAIN), RestrictProperties.VARIANT));

  private static Variant known(Variant variant, Variant as) {
    return variant.withSummary("the same rules as " + as.name());
  }

  /** All, with those that have the same rules as another. */
  public static Vector<Variant> named() {
    return ALL.appendAll(OTHER_NAMES);
  }

  /** What is wrong with a variant's name. */
  public sealed interface Problem {}

  /**
   * A word of a variant's name that means nothing.
   *
   * @param found the word
   * @param expected what should stand there, in words
   * @param legal the words that may stand there
   */
  public record UnknownWord(String found, String expected, Vector<String> legal)
      implements Problem {}

  /**
   * A choice that makes no sense there.
   *
   * @param found the choice
   * @param why the reason, as a sentence
   */
  public record Refused(String found, String why) implements Problem {}

  /**
   * @param name a name as users write it: a variant's, then {@code ,key=value} for each choice
   * @return the variant, or everything that is wrong with the name
   */
  public static Either<Vector<Problem>, Variant> parse(String name) {
    var words = Vector.of(name.split(",", -1)).map(String::strip);
    var base = named().find(variant -> variant.name().equals(words.head()));
    var choices = words.tail().map(Variants::choice);
    Vector<Problem> problems = choices.filter(Either::isLeft).map(Either::getLeft);
    if (base.isEmpty()) {
      problems =
          problems.prepend(new UnknownWord(words.head(), "a variant", named().map(Variant::name)));
    }
    if (!problems.isEmpty()) return Either.left(problems);
    var chosen = choices.map(Either::get);
    Vector<Problem> refusals =
        chosen.flatMap(
            choice ->
                choice.refusal().apply(base.get()).map(why -> new Refused(choice.spelling(), why)));
    return refusals.isEmpty()
        ? Either.right(chosen.foldLeft(base.get(), (variant, choice) -> choice.applyTo(variant)))
        : Either.left(refusals);
  }

  private static Either<Problem, Choice> choice(String word) {
    int equals = word.indexOf('=');
    String key = equals < 0 ? word : word.substring(0, equals);
    var values = Choices.valuesOf(key);
    if (values.isEmpty()) {
      return Either.left(new UnknownWord(key, "a choice", Choices.keys()));
    }
    String value = equals < 0 ? "" : word.substring(equals + 1);
    return Choices.find(key, value)
        .toEither(
            () ->
                new UnknownWord(
                    word, "an answer for " + key, values.map(each -> key + "=" + each)));
  }
}
