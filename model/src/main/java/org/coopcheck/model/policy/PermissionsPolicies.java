package org.coopcheck.model.policy;

import com.google.common.base.Ascii;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.DictionaryMember;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.HeaderReading;
import org.coopcheck.model.http.InnerList;
import org.coopcheck.model.http.StructuredItem;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;

/**
 * What permissions policies declare about the feature {@code cross-origin-isolated}.
 *
 * <p>MODEL: of the expressions that name sources only whole origins are read, and they match that
 * origin alone. Wildcards, schemes, hosts without a scheme and the {@code http:} source that also
 * allows {@code https:} are left out: what only they would allow counts as not allowed.
 *
 * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#algorithms">Permissions
 *     Policy</a>
 */
public final class PermissionsPolicies {
  private static final String FEATURE = "cross-origin-isolated";
  private static final Declaration NOBODY = new Declaration(false, false, TreeSet.empty());

  private static final HeaderReading<Option<Declaration>> DECLARATION =
      HeaderReading.of(
          headers ->
              headers
                  .getStructuredDictionary("Permissions-Policy")
                  .flatMap(dictionary -> dictionary.get(FEATURE))
                  .map(PermissionsPolicies::declaration));

  private PermissionsPolicies() {}

  /** An allowlist before it is known who {@code self} is. */
  private record Declaration(boolean all, boolean self, SortedSet<Origin> origins) {

    Declaration and(Declaration other) {
      return new Declaration(all || other.all, self || other.self, origins.addAll(other.origins));
    }

    Allowlist of(Origin origin) {
      if (all) return new Allowlist.All();
      return new Allowlist.These(self ? origins.add(origin) : origins);
    }
  }

  /**
   * The declared policy of a document: {@code process response policy} and {@code construct policy
   * from dictionary and origin}.
   *
   * @see <a
   *     href="https://w3c.github.io/webappsec-permissions-policy/#algo-construct-policy">Permissions
   *     Policy</a>
   * @param headers the header list of the response that brought the document
   * @param self the document's origin
   * @return whom the document allows to use the feature; none if it does not say
   */
  public static Option<Allowlist> declaredAllowlist(HeaderList headers, Origin self) {
    return DECLARATION.in(headers).map(declaration -> declaration.of(self));
  }

  private static Declaration declaration(DictionaryMember value) {
    // SPEC: a string alone, and values of other types: the prose takes the first as an allowlist of
    // one and ignores the member with the second, the algorithm reads both as allowing nobody
    // (https://github.com/w3c/webappsec-permissions-policy/issues/527). As Chromium: a string
    // counts, anything else allows nobody.
    return switch (value) {
      case StructuredItem item -> element(item);
      case InnerList list ->
          list.items().map(PermissionsPolicies::element).foldLeft(NOBODY, Declaration::and);
    };
  }

  private static Declaration element(StructuredItem item) {
    if (item.token().contains("*")) return new Declaration(true, false, TreeSet.empty());
    if (item.token().contains("self")) return new Declaration(false, true, TreeSet.empty());
    return new Declaration(
        false,
        false,
        TreeSet.<Origin>ofAll(item.string().flatMap(PermissionsPolicies::originExpression)));
  }

  private static Option<TupleOrigin> originExpression(String expression) {
    return Url.parse(expression)
        .toOption()
        .filter(url -> url.isHttp() && url.pathAndQuery().equals("/") && !url.hasFragment())
        .flatMap(Url::tupleOrigin);
  }

  /**
   * The container policy of an iframe: {@code parse policy directive}.
   *
   * <p>Of several declarations the last counts, as in the standard; Chromium keeps the first.
   *
   * @see <a
   *     href="https://w3c.github.io/webappsec-permissions-policy/#algo-parse-policy-directive">Permissions
   *     Policy</a>
   * @param allowAttribute the value of the attribute {@code allow}
   * @param containerOrigin the origin of the iframe's node document
   * @param srcOrigin the iframe's declared origin; none if it is a new opaque origin, which no
   *     document can match
   * @return whom the attribute allows to use the feature; none if it does not say
   */
  public static Option<Allowlist> containerAllowlist(
      String allowAttribute, Origin containerOrigin, Option<Origin> srcOrigin) {
    return Infra.strictlySplit(allowAttribute, ';')
        .map(Infra::splitOnAsciiWhitespace)
        .filter(tokens -> tokens.headOption().contains(FEATURE))
        .lastOption()
        .map(tokens -> allowlist(tokens.tail(), containerOrigin, srcOrigin));
  }

  private static Allowlist allowlist(
      Vector<String> targetlist, Origin containerOrigin, Option<Origin> srcOrigin) {
    if (targetlist.contains("*")) return new Allowlist.All();
    if (targetlist.isEmpty()) return new Allowlist.These(TreeSet.ofAll(srcOrigin));
    return new Allowlist.These(
        TreeSet.ofAll(targetlist.flatMap(element -> target(element, containerOrigin, srcOrigin))));
  }

  private static Option<Origin> target(
      String element, Origin containerOrigin, Option<Origin> srcOrigin) {
    if (Ascii.equalsIgnoreCase(element, "'self'")) return Option.some(containerOrigin);
    if (Ascii.equalsIgnoreCase(element, "'src'")) return srcOrigin;
    // NB: 'none' is no URL and so, like everything that is none, adds nobody.
    return Option.narrow(Url.parse(element).toOption().flatMap(Url::tupleOrigin));
  }
}
