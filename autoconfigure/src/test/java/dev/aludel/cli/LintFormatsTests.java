package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.Severity;
import dev.aludel.lint.LintReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the reports hold what their schemas ask for. */
class LintFormatsTests {

    private static final LintReport REPORT = new LintReport(
            List.of("aa11", "bb22", "cc33"),
            List.of(
                    finding("aa11", "src/main/db/a b.sql", 7, "create-index", Severity.FAIL, null),
                    finding("bb22", "src/main/db/b.sql", 9, "backfill", Severity.WARN, null),
                    finding("bb22", "dev.aludel.Some", 0, "create-index", Severity.FAIL, "at <night> & \"late\"")),
            List.of());

    private static HazardFinding finding(
            String revision,
            String location,
            int line,
            String code,
            Severity severity,
            @org.jspecify.annotations.Nullable String allowed) {
        return new HazardFinding(
                revision,
                location,
                line,
                code,
                severity,
                "Rows of 'a<b>' & \u0001 wait.",
                "Do it beside.",
                3L,
                allowed);
    }

    @Test
    void sarifHasWhatItsSchemaRequires() {
        JsonNode root = JsonMapper.builder().build().readTree(Json.of(Sarif.of(REPORT)));
        JsonNode run = root.path("runs").path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");

        assertThat(root.path("version").asString()).isEqualTo("2.1.0");
        assertThat(root.path("$schema").asString()).contains("sarif-2.1.0");
        assertThat(run.path("tool").path("driver").path("name").asString()).isEqualTo("Aludel");
        assertThat(rules.valueStream().map(rule -> rule.path("id").asString()))
                .containsExactly("create-index", "backfill");
        assertThat(run.path("results").size()).isEqualTo(3);
        run.path("results").valueStream().forEach(result -> {
            assertThat(result.path("level").asString()).isIn("none", "note", "warning", "error");
            assertThat(result.path("message").path("text").asString()).isNotEmpty();
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id").asString())
                    .isEqualTo(result.path("ruleId").asString());
        });
        JsonNode first = run.path("results").path(0).path("locations").path(0).path("physicalLocation");
        assertThat(first.path("artifactLocation").path("uri").asString()).isEqualTo("src/main/db/a%20b.sql");
        assertThat(first.path("region").path("startLine").asInt()).isEqualTo(7);
        JsonNode allowed = run.path("results").path(2);
        assertThat(allowed.path("suppressions").path(0).path("kind").asString()).isEqualTo("inSource");
        assertThat(allowed.path("suppressions").path(0).path("justification").asString())
                .isEqualTo("at <night> & \"late\"");
        assertThat(allowed.path("locations").path(0).path("physicalLocation").has("region"))
                .isFalse();
    }

    @Test
    void junitHasATestCaseForEachRevisionAndEachFailure() throws Exception {
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitXml.of(REPORT).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("create-index");
        assertThat(failure.getTextContent())
                .contains("src/main/db/a b.sql:7: fail create-index: Rows of 'a<b>' & ? wait.");
        assertThat(suite.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("backfill");
    }

    @Test
    void textIsALineForAnEditorAndWhatToDoInstead() {
        assertThat(LintCommand.LintText.of(REPORT.findings().get(1)).lines())
                .containsExactly(
                        "src/main/db/b.sql:9: warn backfill: Rows of 'a<b>' & \u0001 wait.", "    Do it beside.");
    }
}
