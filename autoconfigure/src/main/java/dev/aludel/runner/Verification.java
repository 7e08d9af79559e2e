package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.Alteration;
import dev.aludel.runner.version.History;
import dev.aludel.runner.version.HistoryCheck;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import dev.aludel.script.SqlBody;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds what the version table says against the scripts and the database. */
final class Verification {

    /** What goes with another object, of which a statement speaks alone. */
    private static final Set<Kind> FOLLOWING = Set.of(Kind.INDEX, Kind.SEQUENCE);

    private static final Pattern REMOVES = Pattern.compile("\\b(?:drop|rename) ");
    private static final Pattern REMOVES_OTHERS = Pattern.compile("\\bdrop schema |\\bcascade\\b");
    private static final Pattern REMOVES_TABLE = Pattern.compile("\\bdrop (?:table|column|constraint) ");

    private final Dialect dialect;
    private final Scripts scripts;
    private final List<VersionRow> rows;
    private final List<Finding> findings = new ArrayList<>();

    private Verification(Dialect dialect, Scripts scripts, List<VersionRow> rows) {
        this.dialect = dialect;
        this.scripts = scripts;
        this.rows = rows;
    }

    static Verified of(Session session, VersionTable table, Dialect dialect, Scripts scripts) throws SQLException {
        Connection connection = session.connection();
        History history = table.reads()
                .history(connection, false)
                .orElseGet(() -> new History(table.name(), List.of(), List.of()));
        List<VersionRow> rows = history.rows();
        Verification verification = new Verification(dialect, scripts, rows);
        if (!rows.isEmpty()) {
            rows.forEach(verification::row);
            verification.altered(history.alterations());
            verification.altered(new HistoryCheck(table.name(), scripts, dialect).of(rows));
            verification.objects(connection, session.ownSchema(), table.reads().createdBy(connection));
        }
        return new Verified(rows.size(), verification.findings);
    }

    private void row(VersionRow row) {
        String id = row.id();
        if (!row.finished()) {
            findings.add(new Finding(
                    "interrupted",
                    id,
                    "Revision '" + id + "' was begun and not finished. The next upgrade goes on with it;"
                            + " 'aludel resolve " + id + "' tells how far it came."));
        }
        Script script = scripts.find(id).orElse(null);
        if (script == null) {
            findings.add(new Finding(
                    "unknown-revision",
                    id,
                    "Revision '" + id
                            + "' is applied, and this build has no script of it. Deploy the build that has it,"
                            + " or restore its file."));
            return;
        }
        Resolver.changed(List.of(row), scripts, dialect)
                .forEach(changed -> findings.add(new Finding(
                        "changed-script",
                        id,
                        "Revision '" + id + "' was changed after "
                                + row.revision().appliedAt()
                                + ", when it was applied: " + changed.words() + ". Restore it, and put the change into"
                                + " a new revision; or accept it with 'aludel resolve --checksum " + id + "'.")));
    }

    private void altered(List<Alteration> alterations) {
        alterations.forEach(
                alteration -> findings.add(new Finding(alteration.code(), alteration.revision(), alteration.text())));
    }

    /** What a row says it created is there, or a later revision speaks of dropping or renaming it. */
    private void objects(Connection connection, String own, Map<String, List<SchemaObject>> createdBy)
            throws SQLException {
        Set<String> namespaces = new LinkedHashSet<>();
        createdBy.values().forEach(objects -> objects.forEach(object -> namespaces.add(namespace(object))));
        namespaces.remove("");
        namespaces.remove(own);
        Set<SchemaObject> existing = CatalogObjects.of(dialect.reader().read(connection, own, namespaces));
        createdBy.forEach((id, objects) -> objects.stream()
                .filter(object -> CatalogObjects.NAMED.contains(object.kind()) && !existing.contains(object))
                .filter(object -> !isRemovedAfter(id, object))
                .forEach(object -> findings.add(new Finding(
                        "missing-object",
                        id,
                        "The " + object + ", which revision '" + id + "' created, is not there, and no later revision"
                                + " drops or renames it. Restore it, or write a revision that says so."))));
    }

    private static String namespace(SchemaObject object) {
        return object.kind() == Kind.SCHEMA
                ? object.name().name()
                : object.name().schema();
    }

    private boolean isRemovedAfter(String creator, SchemaObject object) {
        Pattern name =
                Pattern.compile("(?<!\\w)" + Pattern.quote(object.name().name().toLowerCase(Locale.ROOT)) + "(?!\\w)");
        return rows.stream()
                .dropWhile(row -> !row.id().equals(creator))
                .skip(1)
                .flatMap(row -> scripts.find(row.id()).stream())
                .anyMatch(script -> removes(script, object.kind(), name));
    }

    /** What a statement may have taken along is not missed: a false alarm would be worse than none. */
    private boolean removes(Script script, Kind kind, Pattern name) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public Boolean sql(SqlBody body) {
                return dialect.lexer().split(body.upgrade()).stream()
                        .map(Statement::normal)
                        .map(sql -> sql.toLowerCase(Locale.ROOT))
                        .anyMatch(sql -> removes(sql, kind, name));
            }

            /** A class may do anything. */
            @Override
            public Boolean java(JavaBody body) {
                return true;
            }
        });
    }

    private static boolean removes(String sql, Kind kind, Pattern name) {
        return (REMOVES.matcher(sql).find() && name.matcher(sql).find())
                || REMOVES_OTHERS.matcher(sql).find()
                || (FOLLOWING.contains(kind) && REMOVES_TABLE.matcher(sql).find());
    }
}
