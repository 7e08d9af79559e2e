package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.dialect.postgresql.catalog.CatalogQueries;
import dev.aludel.dialect.postgresql.catalog.StoredText;
import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.RolledBackTransaction;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.ExpressionLexer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.IndexDefinition;
import dev.aludel.dialect.postgresql.text.Qualifiers;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.RenameOrder;
import dev.aludel.schema.RenameOrder.Step;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server read and print texts on temporary tables, in transactions that are rolled back.
 *
 * <p>A temporary table has the columns of the model's table, with their types and collations: so the server prints what a fresh
 * creation of the model would print, and no lock on the table itself is needed, nor a right to read it.
 */
final class ProofSession {

    /** So that a transaction does not need more locks than a server has by default. */
    private static final int TABLES_A_TRANSACTION = 50;

    private static final String PRINTED = OwnStatement.WITH_SPEAKING + """
            select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                pg_get_expr(f.adbin, f.adrelid) as expression, null as definition
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid and c.relnamespace = pg_my_temp_schema()
            left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
            cross join speaking
            where a.attname = any (?)
            union all
            select conname, null, case when contype = 'x' then pg_get_constraintdef(oid)
                else pg_get_expr(conbin, conrelid) end, null
            from pg_catalog.pg_constraint
            cross join speaking
            where connamespace = pg_my_temp_schema() and conname = any (?)
            union all
            select c.relname, null,
                coalesce(pg_get_expr(i.indpred, i.indrelid), pg_get_indexdef(i.indexrelid, 1, false)),
                pg_get_indexdef(i.indexrelid)
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid and c.relnamespace = pg_my_temp_schema()
            cross join speaking
            where c.relname = any (?) and not i.indisexclusion""";

    /** A question whose text the server took: where it is on the copy. */
    private record Asked(Suspicion question, Table table, String copy) {}

    private final Connection connection;
    private final Renames renames;
    private final String prefix;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private int count;

    ProofSession(Connection connection, Catalog database) {
        this(connection, database, Renames.NONE);
    }

    /**
     * A session on tables that are renamed.
     *
     * @param renames what becomes of the tables and their columns once they hold the texts; the texts are printed after that
     */
    ProofSession(Connection connection, Catalog database, Renames renames) {
        this.connection = connection;
        this.renames = renames;
        this.prefix = freePrefix(database);
    }

    /** A prefix that no relation of the database has, since a temporary table comes before all others of its name. */
    static String freePrefix(Catalog database) {
        Schema schema = database.schema();
        Set<String> names = Stream.of(
                        schema.tables().stream().map(table -> table.name().name()),
                        schema.sequences().stream()
                                .map(sequence -> sequence.name().name()),
                        database.others().stream().map(object -> object.name().name()))
                .flatMap(stream -> stream)
                .collect(Collectors.toSet());
        StringBuilder prefix = new StringBuilder("aludel_proof_");
        while (names.stream().anyMatch(name -> name.startsWith(prefix.toString()))) {
            prefix.append('_');
        }
        return prefix.toString();
    }

    /** The answers by the questions' keys. */
    Map<String, Answer> answers(Map<Table, List<Suspicion>> questions) throws SQLException {
        List<Table> tables = List.copyOf(questions.keySet());
        for (int from = 0; from < tables.size(); from += TABLES_A_TRANSACTION) {
            int to = Math.min(tables.size(), from + TABLES_A_TRANSACTION);
            transaction(tables.subList(from, to), questions);
        }
        return answers;
    }

    private void transaction(List<Table> tables, Map<Table, List<Suspicion>> questions) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(connection)) {
            asked.clear();
            for (Table table : tables) {
                ask(trial, table, questions.getOrDefault(table, List.of()));
            }
            if (!asked.isEmpty()) {
                readAll();
            }
        }
    }

    private void ask(RolledBackTransaction trial, Table table, List<Suspicion> questions) throws SQLException {
        String copy = prefix + ++count;
        SQLException failure = copy(trial, table, copy);
        String obstacle = failure == null ? null : ProofObstacles.of(failure);
        for (Suspicion question : questions) {
            if (obstacle != null) {
                answers.put(question.key(), Answer.unproven(obstacle));
                continue;
            }
            String name = prefix + ++count;
            String text = Qualifiers.replaced(question.declared(), table.name().name(), copy);
            SQLException refusal = trial.attempt(question.probe().sql(copy, name, text));
            if (refusal == null) {
                asked.put(name, new Asked(question, table, copy));
            } else {
                answers.put(question.key(), refused(refusal));
            }
        }
        for (Step<String> step : RenameOrder.of(renames.columnsOf(table.name()), name -> RenameOrder.ASIDE)) {
            trial.attempt("alter table " + copy + " rename column " + Identifiers.quote(step.before()) + " to "
                    + Identifiers.quote(step.after()));
        }
    }

    private static Answer refused(SQLException refusal) throws SQLException {
        String obstacle = ProofObstacles.of(refusal);
        return obstacle == null ? Answer.REFUSED : Answer.unproven(obstacle);
    }

    /** Makes the copy; a column whose type the server does not take is left out, so that the others can be asked about. */
    private @Nullable SQLException copy(RolledBackTransaction trial, Table table, String copy) throws SQLException {
        SQLException failure = trial.attempt("create temporary table " + copy
                + table.columns().stream().map(ProofSession::definition).collect(Collectors.joining(", ", " (", ")"))
                + " on commit drop");
        if (failure == null || ProofObstacles.of(failure) != null) {
            return failure;
        }
        failure = trial.attempt("create temporary table " + copy + " () on commit drop");
        for (Column column : table.columns()) {
            trial.attempt("alter table " + copy + " add column " + definition(column));
        }
        return failure;
    }

    private static String definition(Column column) {
        return Identifiers.quote(column.name()) + " " + new Definitions(new PostgresRenderer()).type(column);
    }

    private void readAll() throws SQLException {
        OwnStatement.execute(connection, CatalogQueries.PRINTING);
        List<String> names = new ArrayList<>(asked.keySet());
        Rows.each(connection, PRINTED, connection.createArrayOf("name", names.toArray()), this::read);
    }

    private void read(ResultSet row) throws SQLException {
        Asked place = asked.get(row.getString("name"));
        if (place == null) {
            return;
        }
        String printed = row.getString("expression");
        String text = printed == null ? "NULL" : own(printed, place);
        Expression expression = switch (place.question().kind()) {
            case TYPE -> Expression.of(TypeName.normal(row.getString("type"), ""));
            case KEY_OPTIONS -> keyOptions(row.getString("definition"), place.table());
            case DEFAULT, EXCLUSION -> Expression.of(text);
            default -> StoredText.of(text);
        };
        answers.put(place.question().key(), Answer.stored(expression));
    }

    private static Expression keyOptions(@Nullable String definition, Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return Expression.of(definition == null ? "" : IndexKeyText.options(IndexDefinition.keys(definition), columns));
    }

    /** The text as it would be on the table itself: where the copy's name stands as an identifier, the table's is meant. */
    private String own(String printed, Asked place) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Token token : ExpressionLexer.tokens(printed)) {
            if (token.isName() && token.text().equals(place.copy())) {
                text.append(printed, copied, token.start())
                        .append(Identifiers.quote(
                                renames.table(place.table().name()).name()));
                copied = token.end();
            }
        }
        return text.append(printed, copied, printed.length()).toString();
    }
}
