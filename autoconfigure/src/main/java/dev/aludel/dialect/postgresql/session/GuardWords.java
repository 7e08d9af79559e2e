package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Deviation;
import dev.aludel.dialect.Deviation.Kind;
import dev.aludel.dialect.Renderer;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import java.util.Map;

/** Says what deviates, and the statement that mends it. */
final class GuardWords {

    /** By {@code pg_class.relkind}. */
    private static final Map<String, String> RELATIONS = Map.of(
            "v", "view",
            "m", "materialized view",
            "f", "foreign table",
            "p", "partitioned table",
            "S", "sequence",
            "i", "index",
            "I", "partitioned index",
            "c", "composite type",
            "t", "toast table");

    /** How to drop one where that is not its own name. */
    private static final Map<String, String> DROPPED_AS =
            Map.of("partitioned table", "table", "partitioned index", "index", "composite type", "type");

    private final Renderer renderer;
    private final Table table;
    private final String quoted;

    GuardWords(Renderer renderer, Table table) {
        this.renderer = renderer;
        this.table = table;
        this.quoted = renderer.quote(table.name());
    }

    /** @param detail what the query tells of it besides its name */
    Deviation deviation(Kind kind, String name, String detail) {
        return switch (kind) {
            case ABSENT -> of(kind, name, "it is not there", "");
            case OWNER ->
                of(
                        kind,
                        name,
                        "it belongs to '%s', and '%s' is neither that role nor a member of it, nor does it own the schema or the database"
                                .formatted(name, detail),
                        "If '%s' should own it, %s; else remove it as an administrator"
                                .formatted(name, "run 'grant " + role(name) + " to " + role(detail) + "'"));
            case RELATION -> {
                String relation = RELATIONS.getOrDefault(detail, "relation of kind " + detail);
                yield of(
                        kind,
                        relation,
                        "it is a " + relation,
                        drop(DROPPED_AS.getOrDefault(relation, relation), table.name()));
            }
            case TRIGGER ->
                of(
                        kind,
                        name,
                        "it has the trigger '%s', which runs the function '%s'".formatted(name, detail),
                        "drop trigger " + renderer.quote(name) + " on " + quoted);
            case RULE ->
                of(kind, name, "it has the rule '" + name + "'", "drop rule " + renderer.quote(name) + " on " + quoted);
            case ROW_SECURITY -> of(kind, name, "it has row security", alter("disable row level security"));
            case INHERITANCE -> inheritance(name, detail.equals("child"));
            case MISSING_COLUMN ->
                of(
                        kind,
                        name,
                        "it lacks the column '" + name + "'",
                        "Restore it from a backup; or, where the database is at head, run 'drop table " + quoted
                                + "' and 'aludel stamp heads'");
            case UNKNOWN_COLUMN ->
                of(kind, name, "it has the column '" + name + "'", alter("drop column " + renderer.quote(name)));
            case COLUMN_TYPE ->
                of(
                        kind,
                        name,
                        "its column '" + name + "' is not of the type '" + detail + "'",
                        alter("alter column " + renderer.quote(name) + " type " + detail));
            case COLUMN_DEFAULT ->
                of(
                        kind,
                        name,
                        "its column '%s' has %s %s".formatted(name, detail.equals("default") ? "a" : "an", detail),
                        alter("alter column " + renderer.quote(name) + " drop " + detail));
            case CONSTRAINT ->
                of(
                        kind,
                        name,
                        "it has the constraint '" + name + "'",
                        alter("drop constraint " + renderer.quote(name)));
            case INDEX ->
                of(
                        kind,
                        name,
                        "its index '" + name + "' has an expression or a predicate",
                        drop("index", table.name().sibling(name)));
            case STATISTICS ->
                of(
                        kind,
                        name,
                        "it has the statistics '" + name + "' on expressions",
                        drop("statistics", table.name().sibling(name)));
            case PERSISTENCE -> of(kind, name, "it is not logged, and a crash empties it", alter("set logged"));
            case COMMENT ->
                of(
                        kind,
                        name,
                        name.isEmpty()
                                ? "its comment, which names its format, is gone"
                                : "its comment is '" + name + "'",
                        "comment on table " + quoted + " is " + renderer.literal(String.valueOf(table.comment())));
        };
    }

    private Deviation inheritance(String other, boolean child) {
        return child
                ? of(Kind.INHERITANCE, other, "it inherits from '" + other + "'", alter("no inherit " + other))
                : of(
                        Kind.INHERITANCE,
                        other,
                        "'" + other + "' inherits from it",
                        "alter table " + other + " no inherit " + quoted);
    }

    private static Deviation of(Kind kind, String object, String fact, String remedy) {
        return new Deviation(kind, object, fact, remedy);
    }

    private String alter(String change) {
        return "alter table " + quoted + " " + change;
    }

    private String drop(String kind, ObjectName name) {
        return "drop " + kind + " " + renderer.quote(name);
    }

    private String role(String name) {
        return renderer.quote(name);
    }
}
