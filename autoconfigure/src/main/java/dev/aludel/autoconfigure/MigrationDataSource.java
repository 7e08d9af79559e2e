package dev.aludel.autoconfigure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Chooses the DataSource to migrate, when it is first needed: the one that is marked with {@link AludelDataSource}, one made
 * of {@code aludel.datasource}, else the application's.
 */
final class MigrationDataSource implements Supplier<DataSource> {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", MigrationDataSource.class.getClassLoader());

    private final ObjectProvider<DataSource> marked;
    private final ObjectProvider<DataSource> application;
    private final AludelProperties.Datasource properties;
    private final ListableBeanFactory beans;
    private final Map<String, String> driverProperties;

    /** @param driverProperties what the driver is told of connections that belong to no pool */
    MigrationDataSource(
            ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            AludelProperties.Datasource properties,
            ListableBeanFactory beans,
            Map<String, String> driverProperties) {
        this.driverProperties = Map.copyOf(driverProperties);
        this.marked = marked;
        this.application = application;
        this.properties = properties;
        this.beans = beans;
    }

    @Override
    public DataSource get() {
        DataSource own = marked.getIfAvailable();
        if (own != null) {
            return own;
        }
        String url = properties.url();
        return owners(url == null ? application() : at(url));
    }

    private DataSource at(String url) {
        refuseCredentialsBeforeHost(url);
        return Optional.ofNullable(application.getIfUnique())
                .flatMap(this::unpooledLike)
                .flatMap(like -> like.at(url))
                .map(DataSource.class::cast)
                .orElseGet(() -> simple(DataSourceBuilder.create().url(url)));
    }

    /** Another database, as the same user where the URL names none, and with what is configured for one. */
    DataSource at(String url, DataSource like) {
        refuseCredentialsBeforeHost(url);
        return unpooledLike(like)
                .flatMap(unpooled -> unpooled.at(url))
                .map(DataSource.class::cast)
                .orElseGet(() -> simple(DataSourceBuilder.derivedFrom(like).url(url)));
    }

    /** The driver would tell of the password as of a host that it does not find. */
    private static void refuseCredentialsBeforeHost(String url) {
        if (JdbcUrls.hasCredentialsBeforeHost(url)) {
            throw new CredentialsBeforeHostException(url);
        }
    }

    /** The same without its pool; itself where no pool is known to be there. */
    DataSource unpooled(DataSource dataSource) {
        return unpooled(dataSource, driverProperties);
    }

    /** @param driverProperties what the driver is told besides, unless the pool tells it otherwise */
    static DataSource unpooled(DataSource dataSource, Map<String, String> driverProperties) {
        return unpooledLike(dataSource, driverProperties)
                .map(DataSource.class::cast)
                .orElse(dataSource);
    }

    /** Returns what a connection without the pool runs first; null where there is nothing, or no pool is known to be there. */
    @Nullable
    String initialStatement(DataSource dataSource) {
        return unpooledLike(dataSource)
                .map(UnpooledDataSource::initialStatement)
                .orElse(null);
    }

    private Optional<UnpooledDataSource> unpooledLike(DataSource dataSource) {
        return unpooledLike(dataSource, driverProperties);
    }

    /** The class names Hikari's, so that it is not touched where they are missing. */
    private static Optional<UnpooledDataSource> unpooledLike(
            DataSource dataSource, Map<String, String> driverProperties) {
        return HIKARI ? UnpooledDataSource.of(dataSource, driverProperties) : Optional.empty();
    }

    /** Whether the user said which it is, rather than that the application's only or primary one is taken. */
    boolean isChosen() {
        return marked.getIfAvailable() != null || properties.url() != null || properties.username() != null;
    }

    private DataSource application() {
        DataSource unique = application.getIfUnique();
        if (unique == null) {
            throw new AmbiguousDataSourceException(
                    Arrays.asList(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class)));
        }
        return unique;
    }

    /** Without a pool: the owner's few connections end with the work. */
    private DataSource owners(DataSource like) {
        String username = properties.username();
        if (username == null) {
            return like;
        }
        return unpooledLike(like)
                .map(unpooled -> (DataSource) unpooled.as(username, properties.password()))
                .orElseGet(() -> simple(
                        DataSourceBuilder.derivedFrom(like).username(username).password(properties.password())));
    }

    private SimpleDriverDataSource simple(DataSourceBuilder<?> builder) {
        SimpleDriverDataSource simple =
                builder.type(SimpleDriverDataSource.class).build();
        Properties properties = new Properties();
        properties.putAll(driverProperties);
        simple.setConnectionProperties(properties);
        return simple;
    }
}
