package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.StatementLexer.Rows;
import dev.aludel.dialect.postgresql.text.LexicalRules;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The rows of a {@code copy … from stdin}, sent through the driver (PostgreSQL manual, COPY). */
public final class CopiedRows {

    /** How the server's words begin that tell which row failed, in every language: {@code COPY lots, line 3, column id: "x"}. */
    private static final String CONTEXT = "COPY ";

    private CopiedRows() {}

    public static void run(Connection connection, String sql, Rows rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows.text()));
        } catch (IOException e) {
            throw new SQLException("The rows of '" + sql + "' cannot be sent.", e);
        }
    }

    /** The row that a failure is about, from 1; 0 where it is about none. */
    public static int failedRow(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String where = message == null || message.getWhere() == null ? "" : message.getWhere();
        return where.lines()
                .filter(line -> line.startsWith(CONTEXT))
                .mapToInt(CopiedRows::row)
                .findFirst()
                .orElse(0);
    }

    /** The first number behind the table's name, which a comma ends; a name with a comma in it may hide it. */
    private static int row(String context) {
        int at = context.indexOf(", ", CONTEXT.length());
        while (at >= 0 && at < context.length() && !LexicalRules.isDigit(context.charAt(at))) {
            at++;
        }
        int end = Math.max(at, 0);
        while (end < context.length() && LexicalRules.isDigit(context.charAt(end))) {
            end++;
        }
        return at < 0 || at == end || end - at > 9 ? 0 : Integer.parseInt(context, at, end, 10);
    }
}
