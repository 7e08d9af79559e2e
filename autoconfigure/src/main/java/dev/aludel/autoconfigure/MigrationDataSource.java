package dev.aludel.autoconfigure;

import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Chooses the DataSource to migrate, when it is first needed: the one that is marked with {@link AludelDataSource}, one made
 * of {@code aludel.datasource}, else the application's.
 */
final class MigrationDataSource implements Supplier<DataSource> {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", MigrationDataSource.class.getClassLoader());

    private final Supplier<@Nullable DataSource> marked;
    private final Supplier<@Nullable DataSource> application;
    private final AludelProperties.Datasource properties;
    private final ListableBeanFactory beans;

    MigrationDataSource(
            Supplier<@Nullable DataSource> marked,
            Supplier<@Nullable DataSource> application,
            AludelProperties.Datasource properties,
            ListableBeanFactory beans) {
        this.marked = marked;
        this.application = application;
        this.properties = properties;
        this.beans = beans;
    }

    @Override
    public DataSource get() {
        DataSource own = marked.get();
        if (own != null) {
            return own;
        }
        String url = properties.url();
        return owners(url == null ? application() : at(url));
    }

    private DataSource at(String url) {
        refuseCredentialsBeforeHost(url);
        return Optional.ofNullable(application.get())
                .flatMap(MigrationDataSource::unpooledLike)
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
        if (Dialects.of(url).orElseGet(Dialects::usual).urls().haveCredentialsBeforeHost(url)) {
            throw new CredentialsBeforeHostException(url);
        }
    }

    /** Returns the same without its pool; the DataSource itself where no pool is known to be there. */
    static DataSource unpooled(DataSource dataSource) {
        return unpooledLike(dataSource).map(DataSource.class::cast).orElse(dataSource);
    }

    /** Returns the JDBC URL of a DataSource, without a connection where its class tells it. */
    static Optional<String> url(DataSource dataSource) {
        Optional<String> configured = unpooledLike(dataSource).flatMap(UnpooledDataSource::url);
        if (configured.isPresent()) {
            return configured;
        }
        AbstractDriverBasedDataSource simple =
                DataSourceUnwrapper.unwrap(dataSource, AbstractDriverBasedDataSource.class);
        return Optional.ofNullable(simple).map(AbstractDriverBasedDataSource::getUrl);
    }

    /** Returns what a connection without the pool runs first; null where there is nothing, or no pool is known to be there. */
    @Nullable
    String initialStatement(DataSource dataSource) {
        return unpooledLike(dataSource)
                .map(UnpooledDataSource::initialStatement)
                .orElse(null);
    }

    /** The class names Hikari's, so that it is not touched where they are missing. */
    private static Optional<UnpooledDataSource> unpooledLike(DataSource dataSource) {
        return HIKARI ? UnpooledDataSource.of(dataSource) : Optional.empty();
    }

    /** Returns the URL that is configured for migrations, without making a DataSource. */
    Optional<String> configuredUrl() {
        return Optional.ofNullable(properties.url()).or(this::urlOfBoot);
    }

    /** The URL of Spring Boot's own DataSource, where that is the only one. */
    private Optional<String> urlOfBoot() {
        String[] names = beans.getBeanNamesForType(DataSource.class, true, false);
        return names.length == 1
                        && beans instanceof ConfigurableListableBeanFactory factory
                        && factory.containsBeanDefinition(names[0])
                        && String.valueOf(factory.getBeanDefinition(names[0]).getFactoryBeanName())
                                .startsWith("org.springframework.boot.")
                ? Optional.ofNullable(beans.getBean(Environment.class).getProperty("spring.datasource.url"))
                : Optional.empty();
    }

    /** Whether the user said which it is, rather than that the application's only or primary one is taken. */
    boolean isChosen() {
        return marked.get() != null || properties.url() != null || properties.username() != null;
    }

    private DataSource application() {
        DataSource unique = application.get();
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

    private static SimpleDriverDataSource simple(DataSourceBuilder<?> builder) {
        SimpleDriverDataSource simple =
                builder.type(SimpleDriverDataSource.class).build();
        Properties properties = new Properties();
        properties.putAll(Dialects.driverProperties(simple.getUrl()));
        simple.setConnectionProperties(properties);
        return simple;
    }
}
