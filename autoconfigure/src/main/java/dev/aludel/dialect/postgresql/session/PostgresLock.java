package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Lock;
import dev.aludel.dialect.Waits.Blocker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** An advisory lock of the session: it ends with the session, however that ends. */
public final class PostgresLock implements Lock {

    /** Held twice, so that it can be asked for by giving up one of the two and taking it again. */
    private static final String TAKE_TWICE =
            "case when pg_catalog.pg_try_advisory_lock(%1$d) then pg_catalog.pg_try_advisory_lock(%1$d) else false end";

    /** Only what is held can be given up; one is left all the while, so that nobody else gets it. */
    private static final String HOLDS =
            "case when pg_catalog.pg_advisory_unlock(%1$d) then pg_catalog.pg_try_advisory_lock(%1$d) else false end";

    @Override
    public boolean tryLock(Connection connection, String key) throws SQLException {
        return OwnStatement.first(connection, "select " + TAKE_TWICE.formatted(id(key)))
                .orElseThrow()
                .equals("t");
    }

    @Override
    public void unlock(Connection connection, String key) throws SQLException {
        OwnStatement.first(
                connection,
                "select pg_catalog.pg_advisory_unlock(%1$d), pg_catalog.pg_advisory_unlock(%1$d)".formatted(id(key)));
    }

    @Override
    public String holdsLock(String key) {
        return HOLDS.formatted(id(key));
    }

    @Override
    public Optional<Blocker> lockHolder(Connection connection, String key) throws SQLException {
        return LockHolder.of(connection, id(key));
    }

    /** Advisory locks are apart for each database of a server, so the key need not name it. */
    static long id(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("aludel " + key).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
