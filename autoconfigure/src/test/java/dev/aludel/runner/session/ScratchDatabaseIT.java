package dev.aludel.runner.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScratchDatabaseIT {

    private static final String SCRATCHES =
            "select datname from pg_database where datname like 'aludel%scratch%' order by 1";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final Dialect dialect = new PostgresDialect();

    @Test
    void isThereWhileItIsUsed() throws SQLException {
        try (ScratchDatabase scratch = ScratchDatabase.beside(DATABASE::open, dialect);
                Connection connection = scratch.open()) {
            assertThat(connection.getCatalog()).startsWith("aludel_scratch_");
            execute(connection, "create table t (id int)");
        }
        assertThat(DATABASE.query(SCRATCHES)).isEmpty();
    }

    @Test
    @SuppressWarnings("try") // they only have to be there
    void goesWhenTheNextIsMadeIfItsProcessWasKilled() {
        Instant now = Instant.now();
        String dead = ScratchDatabase.name(now.minus(Duration.ofHours(2)), 7);
        String newborn = ScratchDatabase.name(now, 7);
        DATABASE.execute("create database " + dead, "create database " + newborn);
        try (ScratchDatabase living = ScratchDatabase.beside(DATABASE::open, dialect);
                ScratchDatabase next = ScratchDatabase.beside(DATABASE::open, dialect)) {
            assertThat(DATABASE.query(SCRATCHES)).hasSize(3).contains(newborn).doesNotContain(dead);
        }
        DATABASE.execute("drop database " + newborn);
    }

    @Test
    void isRefusedToWhoMayMakeNoDatabase() {
        DATABASE.execute("drop role if exists meek", "create role meek login");
        String url = DATABASE.url().replace("user=postgres", "user=meek");
        assertThatThrownBy(() -> ScratchDatabase.beside(() -> DriverManager.getConnection(url), dialect))
                .isInstanceOf(NoScratchDatabaseException.class)
                .hasMessageContaining("permission denied to create database")
                .hasMessageContaining("CREATEDB")
                .hasMessageContaining("--scratch-url");
        DATABASE.execute("drop role meek");
    }

    @Test
    void mayBeNamedWhereItIsEmptyAndIsEmptyAgainInTheEnd() throws SQLException {
        try (TestDatabase named = TestDatabase.create()) {
            try (ScratchDatabase scratch = ScratchDatabase.at(named.url(), DATABASE::open, dialect);
                    Connection connection = scratch.open()) {
                execute(
                        connection,
                        "create schema audit",
                        "create table audit.log (id int)",
                        "create extension citext");
            }
            ScratchDatabase.at(named.url(), DATABASE::open, dialect).close();
            named.execute("create function f() returns int language sql as 'select 1'");
            assertThatThrownBy(() -> ScratchDatabase.at(named.url(), DATABASE::open, dialect))
                    .isInstanceOf(NoScratchDatabaseException.class)
                    .hasMessageContaining("'" + named.name() + "' is not empty");
            assertThat(named.query("select f()")).containsExactly("1");
        }
    }

    @Test
    void hasTheUrlOfItsServer() {
        assertThat(dialect.databases().url("jdbc:postgresql://a:1,b:2/shop?ssl=true", "x"))
                .isEqualTo("jdbc:postgresql://a:1,b:2/x?ssl=true");
        assertThat(dialect.databases().url("jdbc:postgresql:shop", "x")).isEqualTo("jdbc:postgresql:x");
        assertThat(dialect.databases().url("jdbc:postgresql://a?user=me", "x"))
                .isEqualTo("jdbc:postgresql://a/x?user=me");
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
