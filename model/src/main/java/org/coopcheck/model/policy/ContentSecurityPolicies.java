package org.coopcheck.model.policy;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.HeaderReading;

/**
 * What content security policies say about sandboxing.
 *
 * <p>MODEL: all other directives are left out; an embedding or a script that a policy blocks is not
 * blocked here.
 *
 * @see <a href="https://w3c.github.io/webappsec-csp/#parse-response-csp">CSP</a>
 */
public final class ContentSecurityPolicies {
  private static final HeaderReading<SortedSet<SandboxingFlag>> FLAGS =
      HeaderReading.of(ContentSecurityPolicies::read);

  private ContentSecurityPolicies() {}

  /**
   * Of several policies with a directive {@code sandbox} the last counts, as in the standard;
   * Chromium unites them.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/browsers.html#csp-derived-sandboxing-flags">HTML</a>
   * @param headers the header list of the response that brought the policies
   */
  public static SortedSet<SandboxingFlag> cspDerivedSandboxingFlags(HeaderList headers) {
    return FLAGS.in(headers);
  }

  private static SortedSet<SandboxingFlag> read(HeaderList headers) {
    return sandboxDirectives(headers) // 1. 2.
        .lastOption() // 4.
        .map(SandboxDirectives::parseASandboxingDirective) // 5.
        .getOrElse(TreeSet::empty); // 3.
  }

  /** The values of the directives {@code sandbox}, one of each policy that has one. */
  public static Vector<String> sandboxDirectives(HeaderList headers) {
    return enforcedPolicies(headers).flatMap(ContentSecurityPolicies::sandboxDirective);
  }

  /**
   * @see <a href="https://w3c.github.io/webappsec-csp/#parse-response-csp">CSP</a>
   */
  private static Vector<String> enforcedPolicies(HeaderList headers) {
    // NB: a policy has no comma in it, so cutting the joined lines gives the policies of each.
    // NB: policies that are only reported derive no flags; they are not read.
    return Vector.ofAll(headers.get("Content-Security-Policy"))
        .flatMap(value -> Infra.strictlySplit(value, ','));
  }

  /**
   * @see <a href="https://w3c.github.io/webappsec-csp/#parse-serialized-policy">CSP</a>
   * @return the value of the policy's directive {@code sandbox}, if it has one
   */
  private static Option<String> sandboxDirective(String serialized) {
    return Infra.strictlySplit(serialized, ';') // 3.
        .map(Infra::stripLeadingAndTrailingAsciiWhitespace) // 3.1.
        .filter(token -> !token.isEmpty() && CharMatcher.ascii().matchesAllOf(token)) // 3.2.
        .map(Infra::splitOnAsciiWhitespace) // 3.3. 3.6.
        .find(words -> Ascii.equalsIgnoreCase(words.head(), "sandbox")) // 3.4. 3.5.
        .map(words -> words.tail().mkString(" "));
  }
}
