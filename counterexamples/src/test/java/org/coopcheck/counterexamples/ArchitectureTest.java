package org.coopcheck.counterexamples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.coopcheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String MODEL = "org.coopcheck.model..";
  private static final String PROPERTIES = "org.coopcheck.properties..";
  private static final String COUNTEREXAMPLES = "org.coopcheck.counterexamples..";

  @ArchTest
  static void each_class_belongs_to_one_of_three_modules_and_none_is_empty(JavaClasses all) {
    assertThat(all).anyMatch(resideInAPackage(MODEL));
    assertThat(all).anyMatch(resideInAPackage(PROPERTIES));
    assertThat(all).anyMatch(resideInAPackage(COUNTEREXAMPLES));
    classes().should().resideInAnyPackage(MODEL, PROPERTIES, COUNTEREXAMPLES).check(all);
  }

  @ArchTest
  static final ArchRule no_arrow_leads_back_to_properties_or_counterexamples_from_the_model =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROPERTIES, COUNTEREXAMPLES);

  @ArchTest
  static final ArchRule no_arrow_leads_back_to_counterexamples_from_properties =
      noClasses()
          .that()
          .resideInAPackage(PROPERTIES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(COUNTEREXAMPLES);

  @ArchTest
  static final ArchRule the_model_sees_nothing_but_the_jdk_vavr_guava_and_the_header_parser =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              MODEL,
              "java..",
              "io.vavr..",
              "com.google.common..",
              "org.greenbytes..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule jqwik_appears_only_in_properties =
      noClasses()
          .that()
          .resideOutsideOfPackage(PROPERTIES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.jqwik..");

  @ArchTest
  static void choco_appears_in_at_most_one_package_of_counterexamples(JavaClasses all) {
    Set<JavaPackage> withChoco =
        all.stream()
            .filter(type -> dependsOn(type, "org.chocosolver.."))
            .map(JavaClass::getPackage)
            .collect(Collectors.toSet());
    assertThat(withChoco)
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(found -> (found.getName() + ".").startsWith("org.coopcheck.counterexamples."));
  }

  @ArchTest
  static final ArchRule the_packages_are_free_of_cycles =
      slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_class_of_the_model_is_named_for_having_no_subject =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .haveNameMatching(".*(Manager|Helper|Base|Util|Impl)");

  @ArchTest
  static final ArchRule no_package_is_named_for_having_no_subject =
      noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..");

  @ArchTest
  static final ArchRule each_package_introduces_itself_and_is_null_marked =
      classes().should(ArchCondition.from(resideInANullMarkedPackage()));

  private static boolean dependsOn(JavaClass type, String packages) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> resideInAPackage(packages).test(dependency.getTargetClass()));
  }

  private static DescribedPredicate<JavaClass> resideInANullMarkedPackage() {
    return describe(
        "reside in a package with a @NullMarked package-info",
        type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }

  /** One slice for each package, those at the roots and those below others included. */
  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
