package org.coopcheck.counterexamples.headers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.headers.HeadersReport.Chain;
import org.coopcheck.counterexamples.headers.HeadersReport.Reading;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;

/** A headers report for programs. */
public final class HeadersJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private HeadersJson() {}

  public static ObjectNode of(HeadersReport report) {
    var json =
        JSON.objectNode()
            .put("coopcheck", 1)
            .put("variant", report.variant().name())
            .put("standard", SpecVersion.STANDARD);
    var pages = json.putArray("pages");
    report.chains().forEach(chain -> putChain(pages.addObject(), chain));
    return json;
  }

  private static void putChain(ObjectNode json, Chain chain) {
    var responses = json.putArray("responses");
    chain.responses().forEach(reading -> putResponse(responses.addObject(), reading));
    var page = chain.page();
    json.put("error", page.flatMap(PageReading::error).map(Object::toString).getOrNull())
        .put("crossOriginIsolated", page.map(PageReading::isIsolated).getOrNull());
    putTexts(
        json.putArray("whyNotIsolated"),
        page.map(PageReading::unmetConditions).getOrElse(Vector.empty()));
    json.put("keepsCrossOriginOpener", page.map(each -> each.opened().isKept()).getOrNull())
        .put("keepsCrossOriginPopup", page.map(each -> each.opens().isKept()).getOrNull());
  }

  private static void putResponse(ObjectNode json, Reading reading) {
    json.put("response", reading.number())
        .put("url", reading.url().toString())
        .put("status", reading.status())
        .put("redirectsTo", reading.redirectsTo().map(Object::toString).getOrNull())
        .put("secureContext", reading.isSecureContext());
    json.set("openerPolicy", of(reading.openerPolicy()));
    json.set("embedderPolicy", of(reading.embedderPolicy()));
    var findings = json.putArray("findings");
    reading.findings().forEach(finding -> putFinding(findings.addObject(), finding));
    putNotes(json.putArray("notes"), reading.notes());
  }

  private static ObjectNode of(OpenerPolicy policy) {
    return JSON.objectNode()
        .put("value", policy.value().token())
        .put("reportingEndpoint", policy.reportingEndpoint().getOrNull())
        .put("reportOnlyValue", policy.reportOnlyValue().token())
        .put("reportOnlyReportingEndpoint", policy.reportOnlyReportingEndpoint().getOrNull());
  }

  private static ObjectNode of(EmbedderPolicy policy) {
    return JSON.objectNode()
        .put("value", policy.value().token())
        .put("reportOnlyValue", policy.reportOnlyValue().token());
  }

  private static void putFinding(ObjectNode json, Finding finding) {
    json.put("policy", finding.policy())
        .put("header", finding.header())
        .put("sent", finding.sent().getOrNull())
        .put("value", finding.value());
    putNotes(json.putArray("notes"), finding.notes());
  }

  private static void putNotes(ArrayNode json, Vector<Note> notes) {
    notes.forEach(
        note -> json.addObject().put("kind", note.kind().word()).put("text", note.text()));
  }

  private static void putTexts(ArrayNode json, Vector<String> texts) {
    texts.forEach(json::add);
  }
}
