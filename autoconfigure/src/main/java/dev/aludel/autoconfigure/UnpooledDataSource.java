package dev.aludel.autoconfigure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import com.zaxxer.hikari.util.DriverDataSource;
import com.zaxxer.hikari.util.PropertyElf;
import com.zaxxer.hikari.util.UtilityElf;
import dev.aludel.dialect.JdbcUrls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections as a Hikari pool makes them, with all that it is configured to do to a new one, and without the pool: nothing retires
 * them, counts them or looks for leaks. What is set of the pool while the application runs, such as another password, is heeded.
 */
final class UnpooledDataSource extends AbstractDataSource {

    private final HikariConfig like;
    private final @Nullable String url;
    private final @Nullable Credentials credentials;

    private UnpooledDataSource(HikariConfig like, @Nullable String url, @Nullable Credentials credentials) {
        this.like = like;
        this.url = url;
        this.credentials = credentials;
    }

    /** Of the pool that a DataSource is or wraps; empty where there is none, or where another one stands behind it. */
    static Optional<UnpooledDataSource> of(DataSource dataSource) {
        UnpooledDataSource same = DataSourceUnwrapper.unwrap(dataSource, UnpooledDataSource.class);
        if (same != null) {
            return Optional.of(same);
        }
        return Optional.ofNullable(
                        DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class))
                .filter(pool -> pool.getDataSourceJNDI() == null)
                .map(pool -> new UnpooledDataSource(pool, null, null));
    }

    /** The same for another user. */
    UnpooledDataSource as(String username, @Nullable String password) {
        String address = address();
        return new UnpooledDataSource(
                like, address == null ? null : urls(address).withoutUser(address), Credentials.of(username, password));
    }

    /** The same for another database, as the same user where the URL names none; empty where its driver is another. */
    Optional<UnpooledDataSource> at(String other) {
        String address = like.getJdbcUrl();
        boolean sameDriver = address == null
                ? like.getDataSource() == null
                : DatabaseDriver.fromJdbcUrl(address) == DatabaseDriver.fromJdbcUrl(other);
        return sameDriver
                ? Optional.of(new UnpooledDataSource(
                        like, other, urls(other).nameUser(other) ? Credentials.of(null, null) : credentials))
                : Optional.empty();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Credentials as = credentials();
        return getConnection(as.getUsername(), as.getPassword());
    }

    @Override
    public Connection getConnection(@Nullable String username, @Nullable String password) throws SQLException {
        DataSource source = source(username, password);
        Connection connection = username == null ? source.getConnection() : source.getConnection(username, password);
        try {
            prepare(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Credentials credentials() {
        if (credentials != null) {
            return credentials;
        }
        return like.getCredentialsProvider() == null
                ? like.getCredentials()
                : like.getCredentialsProvider().getCredentials();
    }

    private static JdbcUrls urls(String url) {
        return Dialects.of(url).orElseGet(Dialects::usual).urls();
    }

    /** Returns the URL that connections are made for; empty where a DataSource of its own knows it. */
    Optional<String> url() {
        return Optional.ofNullable(address());
    }

    private @Nullable String address() {
        return url == null ? like.getJdbcUrl() : url;
    }

    private DataSource source(@Nullable String username, @Nullable String password) {
        if (like.getDataSource() != null) {
            return like.getDataSource();
        }
        Properties properties = new Properties();
        properties.putAll(like.getDataSourceProperties());
        if (like.getDataSourceClassName() == null) {
            Dialects.driverProperties(address()).forEach(properties::putIfAbsent);
            return new DriverDataSource(address(), like.getDriverClassName(), properties, username, password);
        }
        DataSource source = UtilityElf.createInstance(like.getDataSourceClassName(), DataSource.class);
        BeanWrapper target = PropertyAccessorFactory.forBeanPropertyAccess(source);
        Dialects.usual().sessions().driverProperties().forEach((name, value) -> {
            if (target.isWritableProperty(name)) {
                target.setPropertyValue(name, value);
            }
        });
        PropertyElf.setTargetFromProperties(source, properties);
        if (url != null) {
            Properties address = new Properties();
            address.setProperty("url", url);
            PropertyElf.setTargetFromProperties(source, address);
        }
        return source;
    }

    @Nullable
    String initialStatement() {
        return like.getConnectionInitSql();
    }

    /** In the order in which the pool does it. */
    private void prepare(Connection connection) throws SQLException {
        if (like.isReadOnly()) {
            connection.setReadOnly(true);
        }
        int isolation = UtilityElf.getTransactionIsolation(like.getTransactionIsolation());
        if (isolation != -1) {
            connection.setTransactionIsolation(isolation);
        }
        if (like.getCatalog() != null) {
            connection.setCatalog(like.getCatalog());
        }
        if (like.getSchema() != null) {
            connection.setSchema(like.getSchema());
        }
        if (like.getConnectionInitSql() != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(like.getConnectionInitSql());
            }
        }
    }
}
