package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code reindex}, which may always be repeated. One that is stopped while it works concurrently leaves INVALID indexes, whose names
 * end in {@code _ccnew} or {@code _ccold} (PostgreSQL manual, REINDEX, "Rebuilding Indexes Concurrently").
 *
 * @param kind {@code index}, {@code table}, {@code schema}, {@code database} or {@code system}
 * @param name as it stands there; empty where there is none
 */
record ConcurrentReindex(String kind, String name, boolean concurrently) implements NonTransactionalStatement {

    /** Of the tables that it works on; those in pg_toast only a superuser may drop, and the next reindex does. */
    private static final String LEFTOVERS = OwnStatement.WITH_SPEAKING + """
            select i.indexrelid::text as oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as quoted
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join (select to_regclass(?) as named, to_regnamespace(?) as schema from speaking offset 0) spoken
            where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$' and n.nspname <> 'pg_toast' and case ?
                when 'index' then i.indrelid in (
                    select x.indrelid from pg_catalog.pg_index x
                    where x.indexrelid in (select relid from pg_partition_tree(spoken.named) union select spoken.named))
                when 'table' then i.indrelid in (
                    select relid from pg_partition_tree(spoken.named) union select spoken.named)
                when 'schema' then n.oid = spoken.schema
                else true end
            order by i.indexrelid""";

    private static final List<String> SEVERAL = List.of("schema", "database", "system");

    /** Behind {@code reindex}. */
    static Optional<NonTransactionalStatement> read(TokenReader reader) {
        boolean concurrently = false;
        if (reader.accept("(")) {
            concurrently = isConcurrent(reader.toClosing());
        }
        String kind = reader.next().text();
        concurrently |= reader.accept("concurrently");
        StatementTarget name = StatementTarget.read(reader);
        return concurrently || SEVERAL.contains(kind)
                ? Optional.of(new ConcurrentReindex(kind, name == null ? "" : name.sql(), concurrently))
                : Optional.empty();
    }

    private static boolean isConcurrent(String options) {
        TokenReader reader = new TokenReader(options);
        while (!reader.atEnd()) {
            if (reader.accept("concurrently")) {
                return !reader.sees("false") && !reader.sees("off") && !reader.sees("0");
            }
            reader.next();
        }
        return false;
    }

    private record Leftover(String oid, String quoted) {}

    private List<Leftover> leftovers(Connection connection) throws SQLException {
        return Lookup.rows(
                connection,
                LEFTOVERS,
                row -> new Leftover(row.getString("oid"), row.getString("quoted")),
                Set.of("index", "table").contains(kind) ? name : null,
                kind.equals("schema") ? name : null,
                kind);
    }

    @Override
    public String before(Connection connection) throws SQLException {
        return String.join(
                " ", leftovers(connection).stream().map(Leftover::oid).toList());
    }

    @Override
    public Outcome after(Connection connection, String before) throws SQLException {
        List<String> known = Arrays.asList(before.split(" "));
        String[] remedies = leftovers(connection).stream()
                .filter(leftover -> !known.contains(leftover.oid()))
                .map(leftover -> "drop index concurrently " + leftover.quoted())
                .toArray(String[]::new);
        return Outcome.undone("It may run again; it left " + remedies.length + " INVALID indexes behind.", remedies);
    }

    @Override
    public boolean waitsInPeace() {
        return concurrently;
    }
}
