package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.Operations;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.operation.Operation;
import dev.aludel.runner.execution.EntitySessions.EntitySession;
import dev.aludel.runner.session.DatabaseException;
import dev.aludel.runner.session.KeptConnection;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.session.TransactionControl;
import dev.aludel.runner.session.Work;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations that run at once, on the session of the upgrade or downgrade. */
final class LiveOperations implements Operations, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");
    private static final int BATCH = 1_000;

    private final Script script;
    private final JavaBody body;
    private final Session session;
    private final Dialect dialect;
    private final EntitySessions entities;
    private final Execution execution;
    private final Set<SchemaObject> created = new LinkedHashSet<>();
    private @Nullable EntitySession entitySession;

    LiveOperations(
            Script script,
            JavaBody body,
            Session session,
            Dialect dialect,
            EntitySessions entities,
            Execution execution) {
        this.script = script;
        this.body = body;
        this.session = session;
        this.dialect = dialect;
        this.entities = entities;
        this.execution = execution;
    }

    /** What begins and ends a transaction is left out where there is one already. */
    @Override
    public void invoke(Operation operation) {
        flush();
        run(dialect.renderer().render(operation).stream()
                .map(sql -> dialect.lexer().split(sql).get(0))
                .filter(statement -> !execution.isOneTransaction() || !TransactionControl.isIn(statement))
                .toList());
        operation.creates().ifPresent(created::add);
    }

    @Override
    public void execute(String sql, @Nullable Object... arguments) {
        flush();
        List<StatementLexer.Statement> statements = dialect.lexer().split(sql);
        statements.stream()
                .filter(statement -> execution.isOneTransaction() && TransactionControl.isIn(statement))
                .findFirst()
                .ifPresent(statement -> {
                    throw new AludelException(
                            "%s:%d: '%s' stands in a revision, which runs in a transaction of its own. Remove it, or say @Revision(transactional = false)."
                                    .formatted(
                                            script.location(),
                                            CodeLines.current(body.type()),
                                            Sentences.statement(statement.sql())));
                });
        boolean whole = TransactionControl.isWhole(statements);
        if (!whole) {
            leave(sql);
        }
        if (arguments.length > 0) {
            run(sql, sql + Arrays.deepToString(arguments), () -> {
                try (PreparedStatement statement = prepare(sql, arguments)) {
                    statement.execute();
                }
            });
        } else if (whole) {
            run(statements);
        } else {
            statements.forEach(statement -> run(step(List.of(statement))));
        }
    }

    @Override
    public void bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        flush();
        if (rows.isEmpty()) {
            return;
        }
        Insertion insertion = Insertion.of(table, rows, dialect.renderer());
        run(insertion.sql(), insertion.sql() + insertion.rows(), () -> {
            try (PreparedStatement statement = session.connection().prepareStatement(insertion.sql())) {
                int waiting = 0;
                for (List<@Nullable Object> row : insertion.rows()) {
                    bind(statement, row.toArray());
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        });
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        flush();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Step step = step(sql, sql + Arrays.deepToString(arguments));
        told(() -> execution.ask(step, () -> {
            rows.clear();
            try (PreparedStatement statement = prepare(sql, arguments);
                    ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }));
        return rows;
    }

    private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), result.getObject(i));
        }
        return row;
    }

    @Override
    public Connection connection() {
        flush();
        leave("connection()");
        return KeptConnection.of(
                session.connection(),
                execution.isOneTransaction() ? KeptConnection.Ends.REFUSED : KeptConnection.Ends.PASSED_ON);
    }

    @Override
    public <S> S session(Class<S> type) {
        if (!body.jpa()) {
            throw new AludelException(
                    "Revision '%s' (%s) asks for a session without saying that it works with entities. Say @Revision(jpa = true)."
                            .formatted(script.id(), script.location()));
        }
        EntitySession open = entitySession;
        if (open == null) {
            leave("session()");
            open = entities.open(KeptConnection.of(
                    session.connection(),
                    execution.isOneTransaction() ? KeptConnection.Ends.IGNORED : KeptConnection.Ends.PASSED_ON));
            entitySession = open;
        }
        return open.as(type);
    }

    /** Ends it well. */
    List<SchemaObject> complete() {
        if (entitySession != null) {
            entitySession.complete();
        }
        return List.copyOf(created);
    }

    @Override
    public void close() {
        if (entitySession != null) {
            entitySession.close();
        }
    }

    private void flush() {
        if (entitySession != null) {
            entitySession.flush();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = session.connection().prepareStatement(sql);
        try {
            bind(statement, arguments);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            dialect.sessions().bind(statement, i + 1, arguments[i]);
        }
    }

    /** Statement by statement, and as one what stands between the beginning and the end of a transaction. */
    private void run(List<StatementLexer.Statement> statements) {
        Step.of(script, statements, 1).forEach(step -> run(step(step.statements())));
    }

    private void run(Step step) {
        Work work = () -> {
            for (StatementLexer.Statement statement : step.statements()) {
                LOG.debug("{}", statement.sql());
                session.execute(statement);
            }
        };
        if (step.first().isInBatches()) {
            told(() -> execution.inBatches(step, dialect.batches().of(step.first()), work));
        } else {
            told(() -> execution.run(step, work));
        }
    }

    /** @param normal what its checksum counts */
    private void run(String sql, String normal, Work work) {
        LOG.debug("{}", sql);
        Step step = step(sql, normal);
        told(() -> execution.run(step, work));
    }

    private void leave(String what) {
        told(() -> execution.leave(step(what, what)));
    }

    private Step step(List<StatementLexer.Statement> statements) {
        return new Step(script, statements, CodeLines.current(body.type()));
    }

    private Step step(String sql, String normal) {
        return Step.of(script, sql, normal, CodeLines.current(body.type()));
    }

    private static void told(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new DatabaseException("writing down what a revision did", e);
        }
    }
}
