package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code create index concurrently}. One that is stopped leaves an INVALID index, which no query uses and every write pays for, and
 * which {@code if not exists} would take for the whole.
 *
 * @param name null where the server chooses it
 * @param definition what stands behind the table: method, columns and options
 */
record ConcurrentIndex(
        boolean unique, boolean ifNotExists, @Nullable StatementTarget name, StatementTarget table, String definition)
        implements NonTransactionalStatement {

    private static final String INDEXES = OwnStatement.WITH_SPEAKING + """
            select i.indexrelid::text as oid, c.relname, i.indisvalid,
                quote_ident(n.nspname) || '.' || quote_ident(c.relname) as quoted
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = (select to_regclass(?) from speaking) order by i.indexrelid""";

    /** Behind {@code create}. */
    static Optional<NonTransactionalStatement> read(TokenReader reader) {
        int from = reader.position();
        boolean unique = reader.accept("unique");
        if (!reader.accept("index", "concurrently")) {
            reader.returnTo(from);
            return Optional.empty();
        }
        boolean ifNotExists = reader.accept("if", "not", "exists");
        StatementTarget name = reader.sees("on") ? null : StatementTarget.read(reader);
        reader.accept("on");
        reader.accept("only");
        StatementTarget table = StatementTarget.read(reader);
        if (table == null) {
            return Optional.of(RepeatableStatement.HARMLESS); // the server will say what is wrong with it
        }
        int rest = reader.position();
        while (!reader.atEnd()) {
            reader.next();
        }
        return Optional.of(new ConcurrentIndex(unique, ifNotExists, name, table, reader.text(rest, reader.position())));
    }

    private record Found(String oid, String name, boolean valid, String quoted) {}

    private List<Found> found(Connection connection) throws SQLException {
        return Lookup.rows(
                connection,
                INDEXES,
                row -> new Found(
                        row.getString("oid"),
                        row.getString("relname"),
                        row.getBoolean("indisvalid"),
                        row.getString("quoted")),
                table.sql());
    }

    /** The table's indexes, so that a new one is told from those. */
    @Override
    public String before(Connection connection) throws SQLException {
        return String.join(" ", found(connection).stream().map(Found::oid).toList());
    }

    @Override
    public Outcome after(Connection connection, String before) throws SQLException {
        if (name == null && before.equals(Outcomes.NOT_ASKED)) {
            return Outcome.unknown("Nobody wrote down which indexes the table had before.");
        }
        List<String> known = Arrays.asList(before.split(" "));
        List<Found> candidates = found(connection).stream()
                .filter(index -> name == null || index.name().equals(Identifiers.truncated(name.last())))
                .filter(index -> ifNotExists || !known.contains(index.oid()))
                .toList();
        IndexLikeness likeness = new IndexLikeness(this);
        List<Found> alike = new ArrayList<>();
        for (Found candidate : candidates) {
            if (likeness.holds(connection, candidate.oid())) {
                alike.add(candidate);
            }
        }
        if (alike.stream().anyMatch(Found::valid)) {
            return Outcome.done("The index '" + alike.get(0).name() + "' is there and valid.");
        }
        if (!alike.isEmpty()) {
            return Outcome.undone(
                    "The index '" + alike.get(0).name() + "' is there and INVALID.",
                    alike.stream()
                            .map(index -> "drop index concurrently " + index.quoted())
                            .toArray(String[]::new));
        }
        return name == null || candidates.isEmpty()
                ? Outcome.undone("The index is not there.")
                : Outcome.unknown("The index '" + name.last() + "' is there with another definition.");
    }
}
