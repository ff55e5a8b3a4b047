package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;

class ReportingEndpointsTest {
  private static final Url BASE = Url.of("https://a.example/dir/page?q#f");

  private static SortedMap<String, Url> endpoints(String... namesAndUrls) {
    SortedMap<String, Url> endpoints = TreeMap.empty();
    for (int i = 0; i < namesAndUrls.length; i += 2) {
      endpoints = endpoints.put(namesAndUrls[i], Url.of(namesAndUrls[i + 1]));
    }
    return endpoints;
  }

  @Data
  Iterable<Tuple2<String, SortedMap<String, Url>>> reportingEndpoints() {
    return Table.of( // raw value, endpoints
        Tuple.of("e=\"https://b.example/r\"", endpoints("e", "https://b.example/r")),
        Tuple.of(
            "e=\"/r\", f=\"r?x\" ,g=\"//c.example\"",
            endpoints(
                "e",
                "https://a.example/r",
                "f",
                "https://a.example/dir/r?x",
                "g",
                "https://c.example/")),
        Tuple.of("e=\"\"", endpoints("e", "https://a.example/dir/page?q")),
        Tuple.of("e=\"/1\", e=\"/2\"", endpoints("e", "https://a.example/2")),
        Tuple.of("e=\"/r\";x=1", endpoints("e", "https://a.example/r")),
        Tuple.of("e=\"http://localhost:8080/r\"", endpoints("e", "http://localhost:8080/r")),
        Tuple.of("e=\"http://127.0.0.1/r\"", endpoints("e", "http://127.0.0.1/r")),
        Tuple.of("e=\"http://b.example/r\", f=\"/r\"", endpoints("f", "https://a.example/r")),
        Tuple.of("e=\"data:,\", f=\"about:blank\"", endpoints()),
        Tuple.of("e=\"https://\", f=\"ftp://b.example/\"", endpoints()),
        Tuple.of("e=/r, f, g=1, h=?1, i=(\"/r\")", endpoints()),
        Tuple.of("e=\"/r\",", endpoints()),
        Tuple.of("E=\"/r\"", endpoints()),
        Tuple.of("", endpoints()));
  }

  @Property
  @FromData("reportingEndpoints")
  void endpoints_are_the_trustworthy_urls_of_a_dictionary_of_strings(
      @ForAll String raw, @ForAll SortedMap<String, Url> endpoints) {
    assertThat(ReportingEndpoints.parse(HeaderList.of("Reporting-Endpoints", raw), BASE))
        .isEqualTo(endpoints);
  }

  @Data
  Iterable<Tuple2<String, SortedMap<String, Url>>> reportTo() {
    return Table.of( // raw value (with ' for "), endpoints
        Tuple.of(
            "{'group': 'g', 'max_age': 10886400, 'endpoints': [{'url': 'https://b.example/r'}]}",
            endpoints("g", "https://b.example/r")),
        Tuple.of(
            "{'max_age': 1, 'endpoints': [{'url': '/r'}]}",
            endpoints("default", "https://a.example/r")),
        Tuple.of(
            group("g", "{'url': '/r'}") + ", " + group("h", "{'url': '/s'}"),
            endpoints("g", "https://a.example/r", "h", "https://a.example/s")),
        Tuple.of(
            group("g", "{'url': '/1'}") + "," + group("g", "{'url': '/2'}"),
            endpoints("g", "https://a.example/1")),
        // the endpoint that is offered reports first
        Tuple.of(
            group("g", "{'url': '/1'}, {'url': '/0', 'priority': 0}, {'url': '/2'}"),
            endpoints("g", "https://a.example/0")),
        Tuple.of(
            group("g", "{'url': '/1'}, {'url': '/9', 'weight': 9}, {'url': '/8', 'weight': 8}"),
            endpoints("g", "https://a.example/9")),
        Tuple.of(group("g", "{'url': '/1'}, {'url': '/2'}"), endpoints("g", "https://a.example/1")),
        Tuple.of(
            group("g", "{'url': '/2', 'priority': 2, 'weight': 9}, {'url': '/1', 'weight': 1}"),
            endpoints("g", "https://a.example/1")),
        // endpoints that are skipped
        Tuple.of(
            group(
                "g", "{'url': 'http://b.example/'}, {'url': 'r'}, {'url': '//b.example/'}, 1, {}"),
            endpoints()),
        Tuple.of(
            group(
                "g",
                "{'url': 1}, {'url': '/1', 'priority': -1}, {'url': '/2', 'weight': 1.5},"
                    + " {'url': '/3', 'weight': '1'}, {'url': '/4', 'priority': 1e999},"
                    + " {'url': '/5', 'priority': 7}"),
            endpoints("g", "https://a.example/5")),
        // groups that are skipped
        Tuple.of("{'group': 'g', 'endpoints': [{'url': '/r'}]}", endpoints()),
        Tuple.of("{'group': 'g', 'max_age': '1', 'endpoints': [{'url': '/r'}]}", endpoints()),
        Tuple.of("{'group': 'g', 'max_age': -1, 'endpoints': [{'url': '/r'}]}", endpoints()),
        Tuple.of("{'group': 'g', 'max_age': 0, 'endpoints': [{'url': '/r'}]}", endpoints()),
        Tuple.of("{'group': 'g', 'max_age': 1}", endpoints()),
        Tuple.of("{'group': 'g', 'max_age': 1, 'endpoints': {'url': '/r'}}", endpoints()),
        Tuple.of("{'group': 1, 'max_age': 1, 'endpoints': [{'url': '/r'}]}", endpoints()),
        Tuple.of("[" + group("g", "{'url': '/r'}") + "]", endpoints()),
        Tuple.of("1, " + group("g", "{'url': '/r'}"), endpoints("g", "https://a.example/r")),
        // a value that is no JSON declares nothing
        Tuple.of(group("g", "{'url': '/r'}") + ",", endpoints()),
        Tuple.of(group("g", "{'url': '/r'}") + "]", endpoints()),
        Tuple.of(group("g", "{'url': '/r'}") + " x", endpoints()),
        Tuple.of("", endpoints()));
  }

  private static String group(String name, String endpoints) {
    return "{'group': '" + name + "', 'max_age': 1, 'endpoints': [" + endpoints + "]}";
  }

  @Property
  @FromData("reportTo")
  void endpoint_groups_are_read_from_report_to(
      @ForAll String raw, @ForAll SortedMap<String, Url> endpoints) {
    var headers = HeaderList.of("Report-To", raw.replace('\'', '"'));
    assertThat(ReportingEndpoints.parse(headers, BASE)).isEqualTo(endpoints);
  }

  @Example
  void several_lines_of_report_to_are_one_list() {
    var headers =
        HeaderList.of(
            "Report-To", group("g", "{'url': '/r'}").replace('\'', '"'),
            "Report-To", group("h", "{'url': '/s'}").replace('\'', '"'));
    assertThat(ReportingEndpoints.parse(headers, BASE).keySet()).containsExactly("g", "h");
  }

  @Example
  void reporting_endpoints_come_before_groups_of_the_same_name() {
    var headers =
        HeaderList.of(
            "Report-To",
            (group("g", "{'url': '/old'}") + "," + group("h", "{'url': '/h'}")).replace('\'', '"'),
            "Reporting-Endpoints",
            "g=\"/new\", h=\"http://b.example/\"");
    assertThat(ReportingEndpoints.parse(headers, BASE))
        .isEqualTo(endpoints("g", "https://a.example/new", "h", "https://a.example/h"));
  }

  @Example
  void a_response_that_is_not_trustworthy_has_no_endpoints() {
    var headers =
        HeaderList.of(
            "Reporting-Endpoints",
            "e=\"https://b.example/\"",
            "Report-To",
            group("g", "{'url': 'https://b.example/'}").replace('\'', '"'));
    assertThat(ReportingEndpoints.parse(headers, Url.of("http://a.example/"))).isEmpty();
    assertThat(ReportingEndpoints.parse(headers, Url.ABOUT_BLANK)).isEmpty();
    assertThat(ReportingEndpoints.parse(headers, Url.of("http://localhost/")).keySet())
        .containsExactly("e", "g");
  }

  @Example
  void the_same_header_list_serves_different_base_urls() {
    var headers = HeaderList.of("Reporting-Endpoints", "e=\"/r\"");
    assertThat(ReportingEndpoints.parse(headers, BASE))
        .isEqualTo(endpoints("e", "https://a.example/r"));
    assertThat(ReportingEndpoints.parse(headers, Url.of("https://b.example/")))
        .isEqualTo(endpoints("e", "https://b.example/r"));
  }
}
