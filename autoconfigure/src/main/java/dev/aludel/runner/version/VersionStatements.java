package dev.aludel.runner.version;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.operation.CreateSchema;
import dev.aludel.revision.Revision;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the version table, as SQL text: how it is made, and what scripts that run elsewhere write into it. It may run
 * amid a script, on whatever path that has set, so each function and operator says where it stands.
 */
public final class VersionStatements {

    /** What the table's comment says, so that a later format is recognised. */
    static final String FORMAT = "aludel 1";

    private final Dialect dialect;
    private final ObjectName name;
    private final OwnSql sql;

    VersionStatements(Dialect dialect, ObjectName name) {
        this.dialect = dialect;
        this.sql = dialect.ownSql();
        this.name = name;
    }

    /** The statements that make the table. */
    public List<String> creation(boolean withSchema) {
        List<String> statements = new ArrayList<>();
        if (withSchema) {
            statements.addAll(dialect.renderer().render(new CreateSchema(name.schema())));
        }
        statements.addAll(sql.creation(table()));
        return statements;
    }

    /** The table as it is made. */
    Table table() {
        return sql.typed(new Table(
                name,
                List.of(
                        Column.of("revision", "text", false),
                        Column.of("down_revisions", "text", false),
                        Column.of("depends_on", "text", false),
                        Column.of("message", "text", false),
                        Column.of("checksum", "text", false),
                        Column.of("applied_at", "timestamp with time zone", false),
                        Column.of("applied_by", "text", false),
                        Column.of("duration_ms", "bigint", false),
                        Column.of("state", "text", false),
                        Column.of("transactional", "boolean", false),
                        Column.of("creates", "text", false),
                        Column.of("proven", "text", false),
                        Column.of("downgrade", "text", true),
                        Column.of("done", "text", false),
                        Column.of("intent", "text", true),
                        Column.of("ordinal", "integer", false)),
                List.of(new PrimaryKey(ConstraintName.of(name.name() + "_pkey"), List.of("revision"))),
                List.of(),
                FORMAT));
    }

    /** The statement that writes down a revision, for a script that is to be run elsewhere. */
    public String insert(VersionRecord row) {
        List<String> values = List.of(
                literal(row.script().id()),
                literal(String.join(",", row.script().revision().downRevisions())),
                literal(String.join(",", row.script().revision().dependsOn())),
                literal(row.script().revision().message()),
                literal(row.checksum()),
                sql.now(),
                sql.user(),
                "0",
                literal(row.state().text()),
                sql.truth(row.script().transactional()),
                literal(SchemaObjects.print(row.creates())),
                "''",
                Optional.ofNullable(downgrade(row.script())).map(this::literal).orElse("null"),
                "''",
                "(select " + sql.sum(sql.highest("ordinal"), "1") + " from " + quoted() + ")");
        return "insert into " + quoted()
                + " (revision, down_revisions, depends_on, message, checksum, applied_at, applied_by, duration_ms, state, transactional, creates, proven, downgrade, done, ordinal)\nvalues ("
                + String.join(", ", values) + ")";
    }

    /** With what it stands for, if that is there in its place. */
    public String delete(Revision revision) {
        List<String> ids = new ArrayList<>(List.of(revision.id()));
        ids.addAll(revision.replaces());
        return delete(ids);
    }

    /** The statement that forgets revisions. */
    public String delete(List<String> ids) {
        return "delete from " + quoted() + " where " + isOneOf(ids);
    }

    /** The statement that writes down where a revision is. */
    public String state(String revision, VersionRow.State state) {
        return update(revision, "state = " + literal(state.text()) + ", done = '', intent = null");
    }

    /** The statement that writes down that a statement is about to run that stands in no transaction. */
    public String intend(String revision, Intent intent) {
        return update(revision, "intent = " + literal(intent.print()));
    }

    /** The statement that writes down that one more statement of a revision is done. */
    public String done(String revision, String checksum) {
        return update(revision, "intent = null, done = " + with(literal(checksum)));
    }

    /** The journal with one more checksum, as an expression. */
    String with(String checksum) {
        return sql.concatenated("done", "case when " + sql.unequal("done", "''") + " then ',' end", checksum);
    }

    private String update(String revision, String change) {
        return "update " + quoted() + " set " + change + " where " + isOneOf(List.of(revision));
    }

    private String isOneOf(List<String> ids) {
        return sql.isOneOf("revision", ids.stream().map(this::literal).toList());
    }

    public String purge() {
        return "delete from " + quoted();
    }

    /** A condition in SQL: it is there, or all that it stands for. */
    public String isApplied(Revision revision) {
        String itself = "exists (select 1 from " + quoted() + " where " + isOneOf(List.of(revision.id())) + ")";
        return revision.replaces().isEmpty()
                ? itself
                : "(" + itself + " or "
                        + sql.equal(
                                countOfReplaced(revision),
                                Integer.toString(revision.replaces().size())) + ")";
    }

    /** A condition in SQL. */
    public String isNotApplied(Revision revision) {
        return "not " + isApplied(revision);
    }

    /** A condition in SQL: some of what it stands for is there, and not all. */
    public String isHalfReplaced(Revision revision) {
        return "not " + isApplied(revision) + " and " + sql.above(countOfReplaced(revision), "0");
    }

    private String countOfReplaced(Revision revision) {
        return "(select " + sql.count() + " from " + quoted() + " where " + isOneOf(revision.replaces()) + ")";
    }

    /** A condition in SQL: a revision was begun and not finished. */
    public String isInterrupted() {
        return "exists (select 1 from " + quoted() + " where " + sql.unequal("state", "'applied'") + ")";
    }

    /**
     * The statements of the downgrade, without the comments between them; null where there is no way back, and for a class, whose
     * downgrade is known only when it runs.
     */
    @Nullable
    String downgrade(Script script) {
        return script.irreversible() != null
                ? null
                : script.body().accept(new Downgrade()).orElse(null);
    }

    private final class Downgrade implements Body.Visitor<Optional<String>> {

        @Override
        public Optional<String> sql(SqlBody body) {
            return Optional.of(dialect.lexer().split(body.downgrade()).stream()
                    .map(StatementLexer.Statement::text)
                    .collect(Collectors.joining("\n")));
        }

        @Override
        public Optional<String> java(JavaBody body) {
            return Optional.empty();
        }
    }

    private String quoted() {
        return dialect.renderer().quote(name);
    }

    private String literal(String text) {
        return dialect.renderer().literal(text);
    }
}
