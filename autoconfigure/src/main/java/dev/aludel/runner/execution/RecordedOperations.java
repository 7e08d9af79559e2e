package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.Operations;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.operation.Operation;
import dev.aludel.runner.session.Sentences;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations that are written down as SQL in place of being run. What only a database can answer is refused. */
final class RecordedOperations implements Operations {

    private final Script script;
    private final Dialect dialect;
    private final List<StatementLexer.Statement> statements = new ArrayList<>();
    private final Set<SchemaObject> created = new LinkedHashSet<>();

    RecordedOperations(Script script, Dialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    List<StatementLexer.Statement> statements() {
        return List.copyOf(statements);
    }

    List<SchemaObject> created() {
        return List.copyOf(created);
    }

    @Override
    public void invoke(Operation operation) {
        dialect.renderer().render(operation).forEach(this::add);
        operation.creates().ifPresent(created::add);
    }

    @Override
    public void execute(String sql, @Nullable Object... arguments) {
        if (arguments.length == 0) {
            add(sql);
        } else {
            add(filled(sql, arguments));
        }
    }

    /** As a script would have it, so that nothing at its end takes the semicolon along. */
    private void add(String sql) {
        statements.addAll(dialect.lexer().split(sql));
    }

    private String filled(String sql, @Nullable Object[] arguments) {
        List<String> parts = dialect.lexer().betweenArguments(sql);
        if (parts.size() != arguments.length + 1) {
            throw new AludelException(
                    "Revision '%s' (%s) gives '%s' %d arguments for %d question marks. Give one for each."
                            .formatted(
                                    script.id(),
                                    script.location(),
                                    Sentences.statement(sql),
                                    arguments.length,
                                    parts.size() - 1));
        }
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 0; i < arguments.length; i++) {
            text.append(value(arguments[i])).append(parts.get(i + 1));
        }
        return text.toString();
    }

    @Override
    public void bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        if (!rows.isEmpty()) {
            Insertion insertion = Insertion.of(table, rows, dialect.renderer());
            add(insertion.rows().stream()
                    .map(row -> row.stream().map(this::value).collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(",\n    ", insertion.head() + "\n    ", "")));
        }
    }

    private String value(@Nullable Object value) {
        return dialect.renderer()
                .value(value)
                .orElseThrow(() -> unknown("gives an argument of "
                        + Objects.requireNonNull(value).getClass().getName()
                        + ", for which there is no literal"));
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        throw unknown("reads '" + Sentences.statement(sql) + "'");
    }

    @Override
    public Connection connection() {
        throw unknown("asks for connection()");
    }

    @Override
    public <S> S session(Class<S> type) {
        throw unknown("asks for session(" + type.getSimpleName() + ".class)");
    }

    private OfflineException unknown(String reason) {
        return new OfflineException(script.id(), script.location(), reason);
    }
}
