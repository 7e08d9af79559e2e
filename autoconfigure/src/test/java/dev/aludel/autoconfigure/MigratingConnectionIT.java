package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** A migration has a connection of its own, made as the application's pool makes its connections. */
@ExtendWith(OutputCaptureExtension.class)
class MigratingConnectionIT {

    private static final String OPTIONS = "spring.datasource.hikari.data-source-properties.options=-c work_mem=7MB";
    private static final String INITIALLY =
            "spring.datasource.hikari.connection-init-sql=select set_config('shop.mark', 'made', false)";

    private static final String SEEN = "create table seen as select pid, usename, application_name,"
            + " current_schema() as schema, current_setting('work_mem') as memory, current_setting('shop.mark', true) as mark,"
            + " current_setting('tcp_keepalives_idle') as keepalive"
            + " from pg_stat_activity where pid = pg_backend_pid();";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        database.execute("drop role if exists keeper", "create role keeper login superuser");
        shop = new Shop(database, folder.resolve("revisions"))
                .withTheFirstRevision()
                .withRevision("2222", "1111", SEEN, "drop table seen;");
    }

    @AfterEach
    void drop() {
        database.execute("drop owned by keeper", "drop role keeper");
        database.close();
    }

    private static int backend(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void isNoneOfThePoolWhichMayHaveOneOnly(CapturedOutput output) throws SQLException {
        try (var context = shop.start(
                "spring.application.name=shop",
                "spring.datasource.hikari.maximum-pool-size=1",
                "spring.datasource.hikari.leak-detection-threshold=2000",
                "spring.datasource.hikari.connection-timeout=1000",
                OPTIONS,
                INITIALLY)) {
            assertThat(database.query("select concat_ws(',', application_name, memory, mark, keepalive) from seen"))
                    .containsExactly("aludel shop,7MB,made,5");
            assertThat(database.query("select pid from seen"))
                    .doesNotContain(String.valueOf(backend(context.getBean(DataSource.class))));
            assertThat(context.getBean(MigrationRunner.class).examine())
                    .extracting(diagnosis -> diagnosis.subject())
                    .contains("pooler", "lock");
        }
        assertThat(output).contains("Database is at head 2222").doesNotContain("leak");
    }

    @Test
    void hasWhatThePoolGivesToItsConnectionsWhenTheOwnerMigrates() throws SQLException {
        database.execute("create schema app");

        try (var context = shop.start(
                "aludel.datasource.username=keeper",
                "spring.datasource.hikari.schema=app",
                "spring.jpa.properties.hibernate.default_schema=app",
                OPTIONS,
                INITIALLY)) {
            assertThat(database.query("select concat_ws(',', usename, schema, memory, mark) from app.seen"))
                    .containsExactly("keeper,app,7MB,made");
            assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
        }
    }

    @Test
    void reachesAnotherAddressAsTheApplicationDoes() {
        TestDatabase other = TestDatabase.create();
        try {
            shop.start(
                            "aludel.datasource.url=" + other.url().replace("user=postgres", "ssl=false"),
                            "spring.datasource.username=keeper",
                            "spring.datasource.url=" + database.url().replace("user=postgres", "ssl=false"),
                            "aludel.compare.on-ready=off",
                            OPTIONS)
                    .close();

            assertThat(other.query("select concat_ws(',', usename, memory) from seen"))
                    .containsExactly("keeper,7MB");
        } finally {
            other.close();
        }
    }

    @Test
    void reachesAScratchDatabaseAsTheApplicationDoes() throws SQLException {
        try (var context = shop.start(OPTIONS, INITIALLY)) {
            TestDatabase other = TestDatabase.create();
            try (Connection connection = context.getBean(MigratedDatabase.class).open(other.url());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select current_database() || ' '"
                            + " || current_setting('work_mem') || ' ' || current_setting('shop.mark')")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(other.name() + " 7MB made");
            } finally {
                other.close();
            }
        }
    }

    @Test
    void isThatOfADataSourceClassToo() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSourceClassName("org.postgresql.ds.PGSimpleDataSource");
            pool.addDataSourceProperty("url", database.url());
            pool.addDataSourceProperty("options", "-c work_mem=7MB");
            pool.setMaximumPoolSize(1);
            try (Connection pooled = pool.getConnection();
                    Connection own = MigrationDataSource.unpooled(pool).getConnection()) {
                assertThat(own.getCatalog()).isEqualTo(pooled.getCatalog());
                assertThat(own.isWrapperFor(PGConnection.class)).isTrue();
            }
        }
    }

    @Test
    void isThatOfThePoolBehindAProxyOrARoute() {
        HikariDataSource pool = new HikariDataSource();
        var route = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return "here";
            }
        };
        route.setTargetDataSources(Map.of("here", new LazyConnectionDataSourceProxy(pool)));
        route.afterPropertiesSet();

        assertThat(MigrationDataSource.unpooled(route)).isInstanceOf(UnpooledDataSource.class);
    }

    @Test
    void isTheSourcesOwnWhereItHasNoPool() throws SQLException {
        DataSource simple = new SimpleDriverDataSource(DriverManager.getDriver(database.url()), database.url());

        assertThat(MigrationDataSource.unpooled(simple)).isSameAs(simple);
    }
}
