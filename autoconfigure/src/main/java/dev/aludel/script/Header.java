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
    static final String GENERATED = "generated";
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
            GENERATED,
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
    static Header read(ScriptText text, Findings findings) {
        int stranger = 1;
        while (stranger < text.count() && text.isBlank(stranger)) {
            stranger++;
        }
        int first = behindComment(text, stranger);
        if (first > stranger) {
            findings.add(
                    stranger,
                    "'" + Sections.shortened(text.line(stranger))
                            + "' stands before the header; expected '-- revision: <id>' first. Move it below the line '"
                            + Sections.UPGRADE + "'");
        }
        Header header = new Header(findings, first);
        boolean strange = false;
        int at = first;
        for (; at <= text.count() && !text.isBlank(at) && !endsBefore(text, at); at++) {
            String line = text.line(at).strip();
            String key = key(line);
            if (!key.isEmpty()) {
                header.add(at, key, line.substring(line.indexOf(':') + 1).strip());
            } else if (!strange) {
                strange = true;
                findings.add(
                        at,
                        "'" + Sections.shortened(line)
                                + "' is no header; expected '-- key: value', and a blank line after the last one");
            }
        }
        header.end = at;
        return header;
    }

    /** Where the header begins behind other comments, such as a licence; the line itself where none does. */
    private static int behindComment(ScriptText text, int first) {
        for (int line = first; line <= text.count() && !Sections.isMarker(shown(text, line)); line++) {
            if (key(shown(text, line).strip()).equals(REVISION)) {
                int begin = line;
                while (begin > first && KEYS.contains(key(shown(text, begin - 1).strip()))) {
                    begin--;
                }
                return isStrange(text, first, begin) ? begin : first;
            }
        }
        return first;
    }

    /** Tells whether something stands there that was not meant as a header. */
    private static boolean isStrange(ScriptText text, int from, int to) {
        for (int line = from; line < to; line++) {
            if (!text.isBlank(line) && key(shown(text, line).strip()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String shown(ScriptText text, int line) {
        return text.isComment(line) ? text.line(line) : "";
    }

    private static boolean endsBefore(ScriptText text, int line) {
        String said = text.line(line);
        return Sections.isMarker(said)
                || (key(said.strip()).isEmpty()
                        && (Sections.isNearly(said, Sections.UPGRADE) || Sections.isNearly(said, Sections.DOWNGRADE)));
    }

    /** The key of a line {@code -- key: value}; empty where it is none. */
    static String key(String line) {
        int colon = line.indexOf(':');
        String key = colon < 0 || !line.startsWith("--")
                ? ""
                : line.substring(2, colon).strip();
        return key.indexOf(' ') < 0 ? key : "";
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
    String generated() {
        String checksum = value(GENERATED).text;
        return checksum.isEmpty() ? null : checksum;
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
