package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Client;
import dev.aludel.dialect.Renderer;
import dev.aludel.schema.ObjectName;

/**
 * psql (PostgreSQL manual, psql, "Meta-Commands"). Its conditions are its own and no block of PL/pgSQL, since a block runs in a
 * transaction, where {@code create index concurrently} is refused.
 */
public final class PsqlClient implements Client {

    private final Renderer renderer;

    public PsqlClient(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public String begin() {
        return "\\set ON_ERROR_STOP on";
    }

    @Override
    public String when(String condition) {
        return "select %s as aludel_needed \\gset\n\\if :aludel_needed".formatted(condition);
    }

    @Override
    public String end() {
        return "\\endif";
    }

    @Override
    public String failWhen(String condition, String message) {
        return block("begin if %s then raise exception using message = %s; end if; end"
                .formatted(condition, renderer.literal(message)));
    }

    @Override
    public String isMissing(ObjectName table) {
        return "pg_catalog.to_regclass(%s) is null".formatted(renderer.literal(renderer.quote(table)));
    }

    @Override
    public String ensureSchema(String schema) {
        return block("begin if pg_catalog.to_regnamespace(%s) is null then create schema %s; end if; end"
                .formatted(renderer.literal(renderer.quote(schema)), renderer.quote(schema)));
    }

    @Override
    public String statement(String sql) {
        return PsqlText.of(sql);
    }

    /** A block of PL/pgSQL, between dollar quotes that it does not hold. */
    static String block(String body) {
        String tag = "$aludel$";
        for (int number = 1; body.contains(tag); number++) {
            tag = "$aludel" + number + "$";
        }
        return "do " + tag + " " + body + " " + tag;
    }
}
