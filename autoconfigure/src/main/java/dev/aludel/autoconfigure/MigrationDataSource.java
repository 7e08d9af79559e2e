package dev.aludel.autoconfigure;

import java.util.Arrays;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the DataSource to migrate, when it is first needed: the one that is marked with {@link AludelDataSource}, one made
 * of {@code aludel.datasource}, else the application's.
 */
final class MigrationDataSource implements Supplier<DataSource> {

    private final ObjectProvider<DataSource> marked;
    private final ObjectProvider<DataSource> application;
    private final AludelProperties.Datasource properties;
    private final ListableBeanFactory beans;

    MigrationDataSource(
            ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            AludelProperties.Datasource properties,
            ListableBeanFactory beans) {
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
        if (properties.url() != null) {
            return withCredentials(DataSourceBuilder.create().url(properties.url()));
        }
        return properties.username() != null
                ? withCredentials(DataSourceBuilder.derivedFrom(application()))
                : application();
    }

    /** Another database, with the credentials of one. */
    DataSource at(String url, DataSource like) {
        return DataSourceBuilder.derivedFrom(like)
                .type(SimpleDriverDataSource.class)
                .url(url)
                .build();
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
    private DataSource withCredentials(DataSourceBuilder<?> builder) {
        return builder.type(SimpleDriverDataSource.class)
                .username(properties.username())
                .password(properties.password())
                .build();
    }
}
