package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Canonicalizer.Proof;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.postgresql.canonical.PostgresCanonicalizer;
import dev.aludel.dialect.postgresql.catalog.PostgresCatalogReader;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.testing.StatementLog;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresProofIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ObjectName T = ObjectName.of("t");
    private static final PostgresCanonicalizer CANONICALIZER = new PostgresCanonicalizer();

    @BeforeEach
    void empty() {
        DATABASE.execute("drop schema if exists app cascade", "create schema app");
    }

    private static Connection open() throws SQLException {
        Connection connection = DATABASE.open();
        connection.setSchema("app");
        return connection;
    }

    private static Catalog read(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return new PostgresCatalogReader().read(connection, "app", Set.of());
        }
    }

    private static Schema model(Table... tables) {
        return CANONICALIZER.normalize(new Schema(List.of(), List.of(tables), List.of()), "app");
    }

    private static Table table(List<Column> columns, List<CheckConstraint> checks, Index... indexes) {
        return new Table(T, columns, List.copyOf(checks), List.of(indexes), null);
    }

    private static CheckConstraint check(String condition) {
        return CheckConstraint.of(ConstraintName.unnamed(), Expression.of(condition));
    }

    private static Column column(String name, String type, String value) {
        return Column.of(name, type, true).withDefaultValue(Expression.of(value));
    }

    private static Proof prove(Schema model, Catalog database, ProvenExpression... known) throws SQLException {
        try (Connection connection = open()) {
            Proof proof = CANONICALIZER.prove(connection, model, database, List.of(known));
            assertThat(connection.getAutoCommit()).isTrue();
            return proof;
        }
    }

    @Test
    void provesDefaultsChecksGeneratedColumnsAndIndexes() throws SQLException {
        Catalog database = read(
                "create type mood as enum ('sad', 'ok')",
                """
                create table t (
                    a int default 1 + 2,
                    "Big B" varchar(20) default upper('x' || 'y'),
                    m mood default 'ok',
                    at timestamptz default '2020-01-01 00:00:00+01',
                    g int generated always as (a * 2 + 1) stored,
                    check (a > 0 and length("Big B") < 9),
                    check ("Big B" like 'x%' or a is null))""",
                "create index ix on t (lower(\"Big B\"), (a + 1) desc) where \"Big B\" like 'x%'");
        Index index = new Index(
                ConstraintName.of("ix"),
                false,
                List.of(
                        IndexKey.expression(Expression.of("LOWER(\"Big B\")")),
                        new IndexKey(Expression.of("(a+1)"), false, true, true, "")),
                "btree",
                List.of(),
                true,
                Expression.of("\"Big B\" LIKE 'x%'"),
                "");
        Schema model = model(table(
                List.of(
                        column("a", "int", "1+2"),
                        column("Big B", "varchar(20)", "UPPER('x'||'y')"),
                        column("m", "mood", "'ok'"),
                        column("at", "timestamptz", "'2020-01-01 00:00:00+01'"),
                        Column.of("g", "int", true).withGenerated(new GeneratedValue(Expression.of("a*2+1"), true))),
                List.of(check("\"Big B\" LIKE 'x%' OR t.a IS NULL"), check("a>0 and length(\"Big B\")<9")),
                index));

        Proof proof = prove(model, database);

        assertThat(proof.unproven()).isEmpty();
        Table proven = proof.model().tables().get(0);
        Table stored = database.schema().tables().get(0);
        assertThat(proven.columns()).isEqualTo(stored.columns());
        assertThat(proven.indexes()).isEqualTo(stored.indexes());
        assertThat(proven.constraints(CheckConstraint.class))
                .extracting(CheckConstraint::expression)
                .containsExactlyInAnyOrderElementsOf(stored.constraints(CheckConstraint.class).stream()
                        .map(CheckConstraint::expression)
                        .toList());
        assertThat(proof.proven())
                .hasSize(10)
                .contains(new ProvenExpression("default t.a", "1+2", "(1 + 2)", TestDatabase.serverVersion()))
                .contains(new ProvenExpression("key t.ix 2", "a+1", "a + 1", TestDatabase.serverVersion()));
    }

    @Test
    void leavesWhatDiffersDifferent() throws SQLException {
        Catalog database = read("create table t (a int default 1 + 2, b int, check (a > 0), check (b > 0))");
        Schema model = model(table(
                List.of(column("a", "int", "1+3"), Column.of("b", "int", true)),
                List.of(check("a>0"), check("b>1"), check("nonsense >"))));

        Proof proof = prove(model, database);

        Table proven = proof.model().tables().get(0);
        assertThat(proven.columns().get(0).defaultValue())
                .isEqualTo(Expression.of("(1 + 3)"))
                .hasToString("1+3");
        assertThat(proven.constraints(CheckConstraint.class))
                .extracting(check -> check.expression().normal())
                .containsExactly("a > 0", "b > 1", "nonsense >");
        assertThat(proof.proven()).extracting(ProvenExpression::declared).containsExactly("a>0");
        assertThat(proof.unproven()).isEmpty();
    }

    @Test
    void printsAsAFreshCreationWouldWhereATypeChanges() throws SQLException {
        Catalog database = read("create table t (v varchar(9) default lower('X'), check (v <> 'y' and v <> 'z'))");
        Schema model = model(table(
                List.of(column("v", "text", "lower('X')"), Column.of("added", "int", true)),
                List.of(check("v<>'y' and v<>'z'"), check("added<7 and added>2"))));

        Table proven = prove(model, database).model().tables().get(0);

        assertThat(proven.constraints(CheckConstraint.class))
                .extracting(check -> check.expression().normal())
                .containsExactly("(v <> 'y'::text) AND (v <> 'z'::text)", "(added < 7) AND (added > 2)");
    }

    @Test
    void asksTheServerWhetherATypeItDoesNotKnowIsTheSame() throws SQLException {
        DATABASE.execute("drop schema if exists other cascade", "create schema other");
        DATABASE.execute("create domain other.code as varchar(3)");
        Catalog database = read("set search_path = app, other", "create table t (c code, d int)");
        Schema model = model(
                table(List.of(Column.of("c", "other.code", true), Column.of("d", "other.code", true)), List.of()));
        try (Connection connection = DATABASE.open();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = app, other");
            Proof proof = CANONICALIZER.prove(connection, model, database, List.of());

            assertThat(proof.model().tables().get(0).columns())
                    .extracting(Column::type)
                    .containsExactly("code", "other.code");
        }
    }

    @Test
    void needsNoStatementWithoutSuspectsOrWithKnownPairs() throws SQLException {
        Catalog database =
                read("create table t (a int default 1 + 2, s varchar(9) check (s in ('A', 'B')), check (a > 0))");
        Schema model = model(table(
                List.of(column("a", "int", "1+2"), Column.of("s", "varchar(9)", true)),
                List.of(check("s in ('B','A')"), check("a>0"))));
        List<ProvenExpression> known = prove(model, database).proven();

        try (Connection connection = open()) {
            StatementLog log = new StatementLog();
            Proof proof = CANONICALIZER.prove(log.watch(connection), model, database, known);

            assertThat(log.statements()).isEmpty();
            assertThat(proof.model().tables().get(0).columns())
                    .isEqualTo(database.schema().tables().get(0).columns());
            assertThat(proof.proven()).hasSize(2).isEqualTo(known);
        }
        Catalog changed = read("alter table t alter a set default 1 + 3");
        assertThat(prove(model, changed, known.toArray(ProvenExpression[]::new)).proven())
                .extracting(ProvenExpression::place)
                .containsExactly("check t");
    }

    @Test
    void leavesNothingBehindOverManyTables() throws SQLException {
        List<String> statements = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            statements.add("create table t" + i + " (a int check (a > " + i + "))");
            tables.add(new Table(
                    ObjectName.of("t" + i),
                    List.of(Column.of("a", "int", true)),
                    List.of(check("a>" + i)),
                    List.of(),
                    null));
        }
        Catalog database = read(statements.toArray(String[]::new));
        String counts = "select concat_ws(' ', (select count(*) from pg_class), (select count(*) from pg_constraint),"
                + " (select count(*) from pg_attribute), (select count(*) from pg_locks join pg_stat_activity using (pid)"
                + " where locktype = 'relation' and pid <> pg_backend_pid() and backend_type = 'client backend'"
                + " and datname = current_database()))";
        DATABASE.execute("create temporary table warm (a int)");
        List<String> before = DATABASE.query(counts);

        Proof proof = prove(model(tables.toArray(Table[]::new)), database);

        assertThat(proof.proven()).hasSize(120);
        assertThat(DATABASE.query(counts)).isEqualTo(before);
    }

    @Test
    void asksAboutAtMostFiftyTablesInATransactionWithAShortLockTimeout() throws SQLException {
        Table[] tables = new Table[120];
        String[] statements = new String[tables.length];
        for (int i = 0; i < tables.length; i++) {
            statements[i] = "create table t" + i + " (a int check (a > " + i + "))";
            tables[i] = new Table(
                    ObjectName.of("t" + i),
                    List.of(Column.of("a", "int", true)),
                    List.of(check("nonsense >"), check("a>" + i)),
                    List.of(),
                    null);
        }
        Catalog database = read(statements);
        StatementLog log = new StatementLog();
        try (Connection connection = open()) {
            Proof proof = CANONICALIZER.prove(log.watch(connection), model(tables), database, List.of());

            // a text that the server refuses takes no other with it
            assertThat(proof.proven()).hasSize(tables.length);
        }
        List<Integer> sizes = new ArrayList<>();
        for (String statement : log.statements()) {
            if (statement.equals("set local lock_timeout = '1s'")) {
                sizes.add(0);
            } else if (statement.startsWith("create temporary table")) {
                sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
            }
        }
        assertThat(sizes).containsExactly(50, 50, 20);
    }

    @Test
    void countsAsUnprovenWithoutTheRightToTemporaryTables() throws SQLException {
        Catalog database = read("create table t (a int default 1 + 2, check (a > 0))");
        Schema model = model(table(List.of(column("a", "int", "1+2")), List.of(check("a>0"))));
        DATABASE.execute(
                "drop role if exists no_temp",
                "create role no_temp login",
                "do $$ begin execute 'revoke temp on database ' || current_database() || ' from public'; end $$",
                "grant usage on schema app to no_temp");
        String url = DATABASE.url().replace("user=postgres", "user=no_temp");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setSchema("app");
            assertUnproven(connection, model, database, "no privilege");
        } finally {
            DATABASE.execute("drop owned by no_temp", "drop role no_temp");
        }
    }

    @Test
    void countsAsUnprovenWhereTheDatabaseTakesNoWrites() throws SQLException {
        Catalog database = read("create table t (a int default 1 + 2, check (a > 0))");
        Schema model = model(table(List.of(column("a", "int", "1+2")), List.of(check("a>0"))));
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = on");
            assertUnproven(connection, model, database, "the database takes no writes");
        }
    }

    @Test
    void countsAsUnprovenBehindALock() throws SQLException {
        Catalog database = read("create table t (a int default 1 + 2, check (a > 0))");
        Schema model = model(table(List.of(column("a", "int", "1+2")), List.of(check("a>0"))));
        try (Connection locker = DATABASE.open();
                Statement statement = locker.createStatement();
                Connection connection = open()) {
            locker.setAutoCommit(false);
            statement.execute("lock table pg_catalog.pg_attrdef, pg_catalog.pg_constraint in exclusive mode");
            assertUnproven(connection, model, database, "a lock was held");
        }
    }

    @Test
    void doesNotWaitForALockOnTheTableItself() throws SQLException {
        Catalog database = read("create table t (a int default 1 + 2)");
        Schema model = model(table(List.of(column("a", "int", "1+2")), List.of()));
        try (Connection locker = DATABASE.open();
                Statement statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("lock table app.t in access exclusive mode");

            assertThat(prove(model, database).proven()).hasSize(1);
        }
    }

    private static void assertUnproven(Connection connection, Schema model, Catalog database, String reason)
            throws SQLException {
        Proof proof = CANONICALIZER.prove(connection, model, database, List.of());

        assertThat(proof.unproven())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("was not compared: " + reason));
        assertThat(proof.proven()).isEmpty();
        Table proven = proof.model().tables().get(0);
        Table stored = database.schema().tables().get(0);
        assertThat(proven.columns()).isEqualTo(stored.columns());
        assertThat(proven.constraints(CheckConstraint.class))
                .extracting(CheckConstraint::expression)
                .isEqualTo(stored.constraints(CheckConstraint.class).stream()
                        .map(CheckConstraint::expression)
                        .toList());
        assertThat(connection.getAutoCommit()).isTrue();
    }
}
