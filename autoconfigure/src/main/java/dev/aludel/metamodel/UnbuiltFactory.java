package dev.aludel.metamodel;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cache.spi.CacheImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** What a SessionFactory says to the generators that are made for it, as far as it knows before its own metamodel is built. */
final class UnbuiltFactory implements RuntimeModelCreationContext, GeneratorSettings {

    private final MetadataImplementor metadata;
    private final BootstrapContext bootstrap;
    private final SessionFactoryImplementor factory;
    private final Map<String, Generator> generators = new HashMap<>();

    UnbuiltFactory(MetadataImplementor metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.bootstrap = bootstrap;
        this.factory = factory;
    }

    @Override
    public SessionFactoryImplementor getSessionFactory() {
        return factory;
    }

    @Override
    public BootstrapContext getBootstrapContext() {
        return bootstrap;
    }

    @Override
    public MetadataImplementor getBootModel() {
        return metadata;
    }

    @Override
    public MappingMetamodelImplementor getDomainModel() {
        throw unknown("metamodel");
    }

    @Override
    public TypeConfiguration getTypeConfiguration() {
        return bootstrap.getTypeConfiguration();
    }

    @Override
    public SqmFunctionRegistry getFunctionRegistry() {
        throw unknown("functions");
    }

    private static UnsupportedOperationException unknown(String part) {
        return new UnsupportedOperationException(
                "The " + part + " of a SessionFactory is not known before it is built");
    }

    @Override
    public Map<String, Object> getSettings() {
        return factory.getProperties();
    }

    @Override
    public Dialect getDialect() {
        return metadata.getDatabase().getDialect();
    }

    @Override
    public CacheImplementor getCache() {
        return factory.getCache();
    }

    @Override
    public SessionFactoryOptions getSessionFactoryOptions() {
        return factory.getSessionFactoryOptions();
    }

    @Override
    public JdbcServices getJdbcServices() {
        return factory.getJdbcServices();
    }

    @Override
    public SqlStringGenerationContext getSqlStringGenerationContext() {
        return factory.getSqlStringGenerationContext();
    }

    @Override
    public ServiceRegistry getServiceRegistry() {
        return factory.getServiceRegistry();
    }

    @Override
    public Map<String, Generator> getGenerators() {
        return generators;
    }

    @Override
    public GeneratorSettings getGeneratorSettings() {
        return this;
    }

    @Override
    public Generator getOrCreateIdGenerator(String root, PersistentClass entity) {
        return generators.computeIfAbsent(
                root,
                name -> entity.getIdentifier()
                        .createGenerator(getDialect(), entity.getRootClass(), entity.getIdentifierProperty(), this));
    }

    @Override
    public @Nullable String getDefaultCatalog() {
        return getSessionFactoryOptions().getDefaultCatalog();
    }

    @Override
    public @Nullable String getDefaultSchema() {
        return getSessionFactoryOptions().getDefaultSchema();
    }
}
