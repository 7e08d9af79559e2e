package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Refusals;
import java.sql.SQLException;

/** Refusals of PostgreSQL, by their SQLSTATE (PostgreSQL manual, Appendix A). */
public final class PostgresRefusals implements Refusals {

    private static final String READ_ONLY = "25006";
    private static final String FORBIDDEN = "42501";
    private static final String CANCELLED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNDEFINED_TABLE = "42P01";

    /** untranslatable_character. */
    @Override
    public boolean isUnstorable(SQLException failure) {
        return "22P05".equals(failure.getSQLState());
    }

    @Override
    public boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState());
    }

    @Override
    public boolean isForbidden(SQLException failure) {
        return FORBIDDEN.equals(failure.getSQLState());
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    @Override
    public boolean isLockTimeout(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    @Override
    public int failedRow(SQLException failure) {
        return CopiedRows.failedRow(failure);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return UNDEFINED_TABLE.equals(failure.getSQLState());
    }
}
