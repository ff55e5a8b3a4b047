package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.counterexamples.scenario.NearestWord;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;

/** Names of header fields: those that count here, and what is taken for one of them by mistake. */
final class FieldNames {
  /** The fields that some rule of the model reads. */
  private static final Vector<String> READ =
      Vector.of(
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Opener-Policy-Report-Only",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Embedder-Policy-Report-Only",
          "Cross-Origin-Resource-Policy",
          "Content-Security-Policy",
          "Permissions-Policy",
          "Origin-Agent-Cluster",
          "Referrer-Policy",
          "Reporting-Endpoints",
          "Report-To",
          "Location");

  /** Other names that mean what they say, however much they look like one of those. */
  private static final Vector<String> OTHERS =
      Vector.of(
          "Content-Security-Policy-Report-Only",
          "Permissions-Policy-Report-Only",
          "Cross-Page-Window-Proxy-Policy",
          "Document-Isolation-Policy",
          "Document-Policy",
          "Integrity-Policy",
          "Integrity-Policy-Report-Only",
          "Content-Location",
          "Content-Language",
          "Accept-Ranges",
          "Alt-Svc",
          "Allow",
          "Age",
          "Cache-Control",
          "Clear-Site-Data",
          "Connection",
          "Content-Length",
          "Content-Type",
          "Date",
          "ETag",
          "Expires",
          "Last-Modified",
          "Link",
          "NEL",
          "Origin",
          "Pragma",
          "Priority",
          "Referer",
          "Refresh",
          "Server",
          "Server-Timing",
          "Set-Cookie",
          "Speculation-Rules",
          "Strict-Transport-Security",
          "Timing-Allow-Origin",
          "Vary",
          "Via",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "X-Permitted-Cross-Domain-Policies",
          "X-XSS-Protection");

  private static final Vector<String> KNOWN = READ.appendAll(OTHERS);

  private FieldNames() {}

  /** What is worth saying about the names in a header list. */
  static Vector<Note> notesOn(HeaderList headers) {
    return headers
        .fields()
        .map(HeaderField::name)
        .distinctBy(name -> name.toLowerCase(Locale.ROOT))
        .flatMap(FieldNames::noteOn);
  }

  private static Option<Note> noteOn(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return switch (lowerCase) {
      case "document-isolation-policy" ->
          Option.some(Note.hint(name + " isolates single documents; it is not modelled"));
      case "cross-page-window-proxy-policy" ->
          Option.some(Note.hint(name + " is a proposal; no browser reads it"));
      case "feature-policy" ->
          Option.some(Note.ignored(name + " is the old name of Permissions-Policy"));
      default -> misspelling(name, lowerCase);
    };
  }

  private static Option<Note> misspelling(String name, String lowerCase) {
    if (KNOWN.exists(known -> known.equalsIgnoreCase(name))) return Option.none();
    String bare = lowerCase.startsWith("x-") ? lowerCase.substring(2) : lowerCase;
    return NearestWord.to(bare.replace('_', '-'), KNOWN)
        .filter(READ::contains)
        .map(read -> Note.ignored("no browser knows " + name + "; did you mean " + read + "?"));
  }
}
