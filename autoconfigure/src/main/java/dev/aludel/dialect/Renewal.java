package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What brings a session back to what it was, sent together with a statement that follows it, so that both take one round trip. */
public interface Renewal {

    /** For a statement that no renewal precedes. */
    Renewal NONE = new Renewal() {
        @Override
        public String before(String sql) {
            return sql;
        }

        @Override
        public void passOver(Statement executed) {}

        @Override
        public void complete(Connection connection) {}
    };

    /** Returns its statements with another one behind them; the parameters are that one's. */
    String before(String sql);

    /** Passes over its own results, so that the present one is that of the other statement. */
    void passOver(Statement executed) throws SQLException;

    /** Removes what was found to be left of the session's past. */
    void complete(Connection connection) throws SQLException;
}
