package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.dialect.postgresql.catalog.CatalogQueries;
import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.render.ViewDefinition;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.RolledBackTransaction;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.PlainNames;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the server read the mapping's query of a view and the one that it printed itself, both over the same temporary tables, and
 * compares what it prints of them.
 *
 * <p>The temporary tables have the model's columns and the tables' own names, so that they come before the real ones: the answer
 * holds for the time when the tables are as the model says. Columns that are there keep their order, which {@code select *} tells.
 */
final class ViewTrial {

    private static final String PRINTED = OwnStatement.WITH_SPEAKING + """
            select c.relname, rtrim(pg_get_viewdef(c.oid), ';') as query,
                array(select a.attname::text from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 order by a.attnum) as columns
            from pg_catalog.pg_class c
            cross join speaking
            where c.relnamespace = pg_my_temp_schema() and c.relkind = 'v' and c.relname = any (?)""";

    private static final Definitions DEFINITIONS = new Definitions(new PostgresRenderer());

    /** The temporary views of the mapping's query, of the server's, and of what the server prints of the first. */
    private record Pair(String declared, String stored, String again) {}

    /** A temporary view. */
    private record Printed(String query, List<String> columns) {}

    /**
     * What became of a view.
     *
     * @param columns those of the view that the server holds, in their order; empty where it was not made
     */
    record Outcome(Answer answer, List<String> columns) {}

    private final Connection connection;
    private final Schema database;
    private final String prefix;

    /**
     * A trial.
     *
     * @param prefix of names that no relation has
     */
    ViewTrial(Connection connection, Schema database, String prefix) {
        this.connection = connection;
        this.database = database;
        this.prefix = prefix;
    }

    /**
     * What the server says about each view: the text that it holds itself where the mapping means the same.
     *
     * @param suspects the texts that the server holds
     * @param tables the tables that the views read
     * @param views the model's views, each after those that it reads
     * @param order names of columns that come first in the tables, in their order
     */
    Map<ObjectName, Outcome> outcomes(
            Map<ObjectName, String> suspects, List<Table> tables, List<View> views, List<String> order)
            throws SQLException {
        PlainNames names = PlainNames.of(
                Stream.concat(tables.stream().map(Table::name), views.stream().map(View::name))
                        .toList());
        Map<ObjectName, Outcome> outcomes = new LinkedHashMap<>();
        Map<ObjectName, Pair> pairs = new LinkedHashMap<>();
        try (RolledBackTransaction trial = new RolledBackTransaction(connection)) {
            for (Table table : tables) {
                if (names.has(table.name())) {
                    trial.attempt(copy(table, order));
                }
            }
            for (View view : views) {
                String text = suspects.get(view.name());
                String own = names.has(view.name()) ? view.name().name() : prefix + "view_" + pairs.size();
                Pair pair = new Pair(own, prefix + pairs.size(), prefix + "again_" + pairs.size());
                SQLException refusal =
                        trial.attempt(creation(own, names.in(view.query().normal())));
                if (refusal == null && text != null) {
                    refusal = trial.attempt(creation(pair.stored(), names.in(text)));
                }
                if (refusal == null) {
                    pairs.put(view.name(), pair);
                } else {
                    outcomes.put(view.name(), new Outcome(refused(refusal), List.of()));
                }
            }
            Map<String, Printed> printed = printed(pairs.values());
            Map<String, Printed> again = again(trial, pairs.values(), printed);
            suspects.forEach((name, text) -> {
                Pair pair = pairs.get(name);
                Printed stored = pair == null ? null : printed.get(pair.stored());
                if (pair != null && stored != null) {
                    Set<String> forms = new HashSet<>();
                    Stream.of(printed.get(pair.declared()), again.get(pair.again()))
                            .forEach(form -> forms.add(form == null ? "" : form.query()));
                    boolean same = forms.contains(stored.query()) || forms.contains(names.in(text));
                    outcomes.put(name, new Outcome(same ? Answer.printed(text) : Answer.REFUSED, stored.columns()));
                }
            });
        }
        return outcomes;
    }

    /** What the server prints of what it printed: not always the same text, as of {@code a in ('x', 'y')}. */
    private Map<String, Printed> again(
            RolledBackTransaction trial, Collection<Pair> pairs, Map<String, Printed> printed) throws SQLException {
        for (Pair pair : pairs) {
            Printed declared = printed.get(pair.declared());
            if (declared != null && printed.containsKey(pair.stored())) {
                trial.attempt(creation(pair.again(), declared.query()));
            }
        }
        return printed(pairs);
    }

    private Map<String, Printed> printed(Collection<Pair> pairs) throws SQLException {
        Map<String, Printed> printed = new HashMap<>();
        OwnStatement.execute(connection, CatalogQueries.PRINTING);
        Object[] names = pairs.stream()
                .flatMap(pair -> Stream.of(pair.declared(), pair.stored(), pair.again()))
                .toArray();
        Rows.each(
                connection,
                PRINTED,
                connection.createArrayOf("name", names),
                row -> printed.put(
                        row.getString("relname"),
                        new Printed(row.getString("query").strip(), Rows.texts(row, "columns"))));
        return printed;
    }

    private static String creation(String name, String query) {
        return "create temporary view " + Identifiers.quote(name) + " as " + ViewDefinition.closed(query);
    }

    private static Answer refused(SQLException refusal) throws SQLException {
        String obstacle = ProofObstacles.of(refusal);
        return obstacle == null ? Answer.REFUSED : Answer.unproven(obstacle);
    }

    /** With its key, which decides what a query may group by. */
    private String copy(Table table, List<String> first) {
        List<String> order = new ArrayList<>(first);
        database.table(table.name()).stream()
                .flatMap(existing -> existing.columns().stream())
                .map(Column::name)
                .forEach(order::add);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.sort(Comparator.comparingInt(
                column -> order.contains(column.name()) ? order.indexOf(column.name()) : order.size()));
        Stream<String> lines = Stream.concat(
                columns.stream().map(column -> Identifiers.quote(column.name()) + " " + DEFINITIONS.type(column)),
                table.primaryKey().stream().map(DEFINITIONS::constraint));
        return "create temporary table " + Identifiers.quote(table.name().name())
                + lines.collect(Collectors.joining(", ", " (", ")")) + " on commit drop";
    }
}
