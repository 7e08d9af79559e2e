package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.Renderer;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL whose functions, operators and types all say that they stand in pg_catalog. */
public final class PostgresOwnSql implements OwnSql {

    private final Renderer renderer;

    public PostgresOwnSql(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public String equal(String left, String right) {
        return operator("=", left, right);
    }

    @Override
    public String unequal(String left, String right) {
        return operator("<>", left, right);
    }

    @Override
    public String above(String left, String right) {
        return operator(">", left, right);
    }

    @Override
    public String sum(String left, String right) {
        return operator("+", left, right);
    }

    private static String operator(String operator, String left, String right) {
        return left + " operator(pg_catalog." + operator + ") " + right;
    }

    @Override
    public String isOneOf(String value, List<String> literals) {
        return equal(
                value, literals.size() == 1 ? literals.get(0) : "any (array[" + String.join(", ", literals) + "])");
    }

    @Override
    public String highest(String column) {
        return "coalesce(pg_catalog.max(" + column + "), 0)";
    }

    @Override
    public String count() {
        return "pg_catalog.count(*)";
    }

    @Override
    public String concatenated(String... texts) {
        return "pg_catalog.concat(" + String.join(", ", texts) + ")";
    }

    @Override
    public String text(String value) {
        return "cast(" + value + " as pg_catalog.text)";
    }

    @Override
    public String now() {
        return "current_timestamp";
    }

    @Override
    public String user() {
        return "current_user";
    }

    @Override
    public String truth(boolean value) {
        return Boolean.toString(value);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Instant moment) throws SQLException {
        statement.setTimestamp(index, Timestamp.from(moment));
    }

    @Override
    public @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }

    @Override
    public Table typed(Table versionTable) {
        return versionTable;
    }

    @Override
    public List<String> creation(Table table) {
        List<String> statements = new ArrayList<>(renderer.render(new CreateTable(table.withComment(null))));
        statements.addAll(renderer.render(new AlterTableComment(table.name(), null, table.comment())));
        return statements;
    }
}
