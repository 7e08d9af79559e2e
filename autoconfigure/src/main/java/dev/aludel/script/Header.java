package dev.aludel.script;

import dev.aludel.revision.RevisionGraph;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.SchemaObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a script: lines such as {@code -- revision: 3f2a9c1b7d40} up to the first blank one. */
final class Header {

    static final String REVISION = "revision";
    static final String DOWN_REVISION = "down-revision";
    static final String MESSAGE = "message";
    static final String CREATED = "created";
    static final String BRANCH_LABELS = "branch-labels";
    static final String DEPENDS_ON = "depends-on";
    static final String REPLACES = "replaces";
    static final String CREATES = "creates";
    static final String ACCEPTS = "accepts";
    static final String TRANSACTIONAL = "transactional";
    static final String IRREVERSIBLE = "irreversible";
    static final String ALLOW = "allow";

    /** In the order in which they are written. */
    private static final List<String> KEYS = List.of(
            REVISION,
            DOWN_REVISION,
            MESSAGE,
            CREATED,
            BRANCH_LABELS,
            DEPENDS_ON,
            REPLACES,
            CREATES,
            ACCEPTS,
            TRANSACTIONAL,
            IRREVERSIBLE,
            ALLOW);

    private final Findings findings;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<String> allowances = new ArrayList<>();
    private final List<Value> acceptances = new ArrayList<>();
    private final int firstLine;
    private int end;

    private record Value(int line, String text) {}

    private Header(Findings findings, int firstLine) {
        this.findings = findings;
        this.firstLine = firstLine;
        this.end = firstLine;
    }

    /** Reads it; blank lines before it do not count. */
    static Header read(List<String> lines, Findings findings) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        Header header = new Header(findings, first + 1);
        boolean strange = false;
        int i = first;
        for (; i < lines.size() && !lines.get(i).isBlank() && !Sections.isMarker(lines.get(i)); i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(':');
            String key = colon < 0 || !line.startsWith("--")
                    ? ""
                    : line.substring(2, colon).strip();
            if (!key.isEmpty() && key.indexOf(' ') < 0) {
                header.add(i + 1, key, line.substring(colon + 1).strip());
            } else if (!strange) {
                strange = true;
                findings.add(
                        i + 1,
                        "'" + Sections.shortened(lines.get(i))
                                + "' is no header; expected '-- key: value', and a blank line after the last one");
            }
        }
        header.end = i + 1;
        return header;
    }

    private void add(int line, String key, String value) {
        if (!KEYS.contains(key)) {
            findings.add(line, "unknown header '" + key + "'; expected one of " + String.join(", ", KEYS));
        } else if (key.equals(ALLOW)) {
            allowances.add(value);
        } else if (key.equals(ACCEPTS)) {
            acceptances.add(new Value(line, value));
        } else if (values.putIfAbsent(key, new Value(line, value)) != null) {
            findings.add(line, "the header '" + key + "' is there twice; remove one");
        }
    }

    /** The hazards that it allows, each with its reason. */
    List<String> allowances() {
        return allowances;
    }

    /** The line after it. */
    int end() {
        return end;
    }

    private Value value(String key) {
        return values.getOrDefault(key, new Value(firstLine, ""));
    }

    String revision() {
        Value value = value(REVISION);
        if (value.text.isEmpty()) {
            findings.add(value.line, "the header 'revision' is missing; expected '-- revision: <id>'");
        } else {
            legal(REVISION, value.line, value.text);
        }
        return value.text;
    }

    /** None where the header is missing or empty or says {@code base}. */
    List<String> downRevisions() {
        return value(DOWN_REVISION).text.equals("base") ? List.of() : ids(DOWN_REVISION);
    }

    /** A list separated by commas. */
    List<String> ids(String key) {
        Value value = value(key);
        if (value.text.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String part : value.text.split(",", -1)) {
            String id = part.strip();
            legal(key, value.line, id);
            if (!ids.add(id)) {
                findings.add(value.line, "the header '" + key + "' names '" + id + "' twice");
            }
        }
        return List.copyOf(ids);
    }

    private void legal(String key, int line, String id) {
        if (!RevisionGraph.isLegalId(id)) {
            findings.add(
                    line,
                    "the header '" + key + "' names '" + id + "', which cannot be an id or label; expected letters,"
                            + " digits and underscores, and none of head, heads, base, current");
        }
    }

    Set<String> branchLabels() {
        return new LinkedHashSet<>(ids(BRANCH_LABELS));
    }

    String message() {
        return value(MESSAGE).text;
    }

    @Nullable
    Instant created() {
        Value value = value(CREATED);
        if (value.text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(value.text);
        } catch (DateTimeException e) {
            findings.add(
                    value.line,
                    "the header 'created' has the value '" + value.text
                            + "'; expected a time such as 2026-11-22T10:15:00Z");
            return null;
        }
    }

    List<SchemaObject> creates() {
        Value value = value(CREATES);
        try {
            return SchemaObjects.parse(value.text);
        } catch (IllegalArgumentException e) {
            findings.add(
                    value.line,
                    "the header 'creates' has " + e.getMessage()
                            + "; expected a list such as 'table users, sequence audit.log_seq, index \"Odd name\"'");
            return List.of();
        }
    }

    /** A line for each difference. */
    List<Acceptance> accepts() {
        List<Acceptance> accepts = new ArrayList<>();
        for (Value value : acceptances) {
            try {
                accepts.add(AcceptanceText.parse(value.text));
            } catch (IllegalArgumentException e) {
                findings.add(value.line, "the header 'accepts' has " + e.getMessage());
            }
        }
        return accepts;
    }

    boolean transactional() {
        Value value = values.getOrDefault(TRANSACTIONAL, new Value(firstLine, "true"));
        if (!value.text.equals("true") && !value.text.equals("false")) {
            findings.add(
                    value.line,
                    "the header 'transactional' has the value '" + value.text + "'; expected true or false");
        }
        return !value.text.equals("false");
    }

    @Nullable
    String irreversible() {
        Value value = values.get(IRREVERSIBLE);
        if (value != null && value.text.isEmpty()) {
            findings.add(value.line, "the header 'irreversible' gives no reason; expected '-- irreversible: <reason>'");
        }
        return value == null ? null : value.text;
    }
}
