package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Versions;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/** The database that Aludel migrates. It connects when it is asked to, never while the application's beans are made. */
final class MigratedDatabase implements ConnectionSource {

    private static final Logger LOG = LoggerFactory.getLogger(MigratedDatabase.class);

    /** Databases that tests and first steps run on, whose schema Boot lets Hibernate make. */
    private static final Set<String> LEFT_TO_BOOT = Set.of("H2", "HSQL Database Engine", "Apache Derby");

    private final MigrationDataSource choice;
    private final String applicationName;
    private final SingletonSupplier<DataSource> dataSource;
    private volatile @Nullable String product;
    private volatile int version;

    /** @param applicationName empty where it has none */
    MigratedDatabase(MigrationDataSource dataSource, String applicationName) {
        this.applicationName = applicationName;
        this.choice = dataSource;
        this.dataSource = SingletonSupplier.of(dataSource);
    }

    DataSource dataSource() {
        return dataSource.obtain();
    }

    /**
     * Opens a connection, of the application's pool where it has one.
     *
     * @throws UnsupportedDatabaseException where it leads to a database that Aludel does not migrate
     */
    @Override
    public Connection open() throws SQLException {
        return open(dataSource());
    }

    @Override
    public Connection openOwn() throws SQLException {
        return open(MigrationDataSource.unpooled(dataSource()));
    }

    @Override
    public @Nullable String initialStatement() {
        return choice.initialStatement(dataSource());
    }

    @Override
    public String applicationName() {
        return applicationName.isEmpty() ? "aludel" : "aludel " + applicationName;
    }

    private Connection open(DataSource source) throws SQLException {
        Connection connection = connect(source);
        try {
            String found = product(connection);
            Dialect dialect = Dialects.named(found).orElseThrow(() -> new UnsupportedDatabaseException(found));
            version(dialect, connection.getMetaData().getDatabaseMajorVersion());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection open(String url) throws SQLException {
        return connect(choice.at(url, dataSource()));
    }

    /** A pool or a DataSource may throw what no JDBC interface knows, with the URL in its message. */
    private static Connection connect(DataSource source) throws SQLException {
        try {
            Connection connection = source.getConnection();
            if (connection == null) {
                throw new SQLException("The driver does not take the JDBC URL", "08001");
            }
            return connection;
        } catch (AludelException e) {
            throw e;
        } catch (RuntimeException e) {
            String message = Secrets.masked(String.valueOf(e.getMessage()));
            throw new SQLException(message, message.equals(e.getMessage()) ? e : null);
        }
    }

    /** Whether this is an H2, HSQLDB or Derby, which Aludel leaves alone. Where there is no connection it is not known to be. */
    boolean isLeftToBoot() {
        String known = product;
        if (known == null) {
            try (Connection connection = connect(dataSource())) {
                known = product(connection);
            } catch (SQLException e) {
                LOG.debug(
                        "No connection to ask for the kind of database: {}",
                        Secrets.masked(String.valueOf(e.getMessage())));
                return false;
            }
        }
        return LEFT_TO_BOOT.contains(known);
    }

    /** Whether another DataSource leads to the same database, as far as can be told; the user's choice is not questioned. */
    boolean isReachedBy(DataSource other) {
        if (other == dataSource() || choice.isChosen()) {
            return true;
        }
        try {
            return url(other).equals(url(dataSource()));
        } catch (SQLException e) {
            LOG.debug("No connection to ask for its database: {}", Secrets.masked(String.valueOf(e.getMessage())));
            return true;
        }
    }

    /**
     * Returns the dialect by the URL that is configured, else the only one whose driver is there, so that no DataSource is made for it;
     * else by the DataSource's URL, else by what a connection tells; the usual one where there is none.
     */
    Dialect dialect() {
        return choice.configuredUrl()
                .flatMap(Dialects::of)
                .or(Dialects::onlyOneWithDriver)
                .orElseGet(this::dialectOfDataSource);
    }

    private Dialect dialectOfDataSource() {
        return MigrationDataSource.url(dataSource()).flatMap(Dialects::of).orElseGet(() -> {
            try (Connection connection = connect(dataSource())) {
                return Dialects.named(product(connection)).orElseGet(Dialects::usual);
            } catch (SQLException e) {
                LOG.debug(
                        "No connection to ask for the kind of database: {}",
                        Secrets.masked(String.valueOf(e.getMessage())));
                return Dialects.usual();
            }
        });
    }

    /** The driver knows it from the connection's start. */
    private void version(Dialect dialect, int major) {
        Versions versions = dialect.versions();
        if (versions.isTooOld(major)) {
            throw new UnsupportedDatabaseException(dialect.name(), major, versions);
        }
        if (versions.isNewer(major) && version != major) {
            LOG.info(
                    "{} {} is later than what this build was tested with, which is {} to {}",
                    dialect.name(),
                    major,
                    versions.oldest(),
                    versions.newest());
        }
        version = major;
    }

    private static String url(DataSource dataSource) throws SQLException {
        try (Connection connection = connect(dataSource)) {
            return connection.getMetaData().getURL();
        }
    }

    private String product(Connection connection) throws SQLException {
        String found = connection.getMetaData().getDatabaseProductName();
        if (product == null && LEFT_TO_BOOT.contains(found)) {
            LOG.warn(
                    "Aludel migrates {}; this '{}' database is left to Spring Boot (spring.jpa.hibernate.ddl-auto)",
                    Dialects.names(),
                    found);
        }
        product = found;
        return found;
    }
}
