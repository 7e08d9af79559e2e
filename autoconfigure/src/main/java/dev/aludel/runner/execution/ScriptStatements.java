package dev.aludel.runner.execution;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a revision does, as statements to be run elsewhere.
 *
 * @param creates what the header names and what its operations make
 */
public record ScriptStatements(List<Statement> statements, List<SchemaObject> creates) {

    /**
     * Those of a script as they stand there, those of a class by running it without a database.
     *
     * @param transactional whether they will stand in a transaction, which they must not end
     * @throws OfflineException where it cannot be told
     */
    public static ScriptStatements of(Script script, boolean upgrade, boolean transactional, Dialect dialect) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public ScriptStatements sql(SqlBody body) {
                SqlSection section = SqlSection.of(script, body, upgrade, dialect);
                section.check(transactional);
                return new ScriptStatements(section.statements(), script.creates());
            }

            @Override
            public ScriptStatements java(JavaBody body) {
                RecordedOperations recorded =
                        new JavaSection(script, body, upgrade, dialect, EntitySessions.none()).record();
                return new ScriptStatements(recorded.statements(), union(script.creates(), recorded.created()));
            }
        });
    }

    /** Each once, the declared ones first. */
    public static List<SchemaObject> union(List<SchemaObject> declared, List<SchemaObject> made) {
        return new ArrayList<>(
                Stream.concat(declared.stream(), made.stream()).distinct().toList());
    }
}
