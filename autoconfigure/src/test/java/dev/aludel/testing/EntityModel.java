package dev.aludel.testing;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;

/**
 * Entity classes, and how to build Hibernate with them as Spring Boot does: its naming strategies, Bean Validation's
 * constraints, the dialect found from the database; and with a log entry alone for a sequence that does not suit, as Aludel
 * asks for.
 *
 * <pre>{@code
 * try (EntityModel.Open model = EntityModel.of("@Entity class Book { @Id Long id; String title; }").open(database)) {
 *     model.metadata();
 * }
 * }</pre>
 */
public record EntityModel(List<Class<?>> classes, Map<String, String> settings, List<String> mappingFiles) {

    private static final List<Class<? extends Annotation>> MAPPED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    public EntityModel {
        classes = List.copyOf(classes);
        settings = Map.copyOf(settings);
        mappingFiles = List.copyOf(mappingFiles);
    }

    /** The classes of a text; package and the usual imports are added to it. */
    public static EntityModel of(String text) {
        return of(Map.of("model", text)).values().iterator().next();
    }

    /** The same for many texts, which is faster than one by one. */
    public static Map<String, EntityModel> of(Map<String, String> texts) {
        Map<String, EntityModel> models = new LinkedHashMap<>();
        EntityCompiler.compile(texts)
                .forEach((key, classes) -> models.put(key, new EntityModel(classes, Map.of(), List.of())));
        return models;
    }

    /** With further properties of Hibernate, such as another naming strategy. */
    public EntityModel withSettings(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new EntityModel(classes, all, mappingFiles);
    }

    /** With an orm.xml or hbm.xml; <code>${package}</code> in it is the classes' own. */
    public EntityModel withMappingFile(String xml) {
        try {
            Path file = Files.createTempFile("mapping", ".xml");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file, xml.strip().replace("${package}", classes.get(0).getPackageName()));
            return new EntityModel(classes, settings, List.of(file.toUri().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the session factory; nothing in the database is touched. */
    public Open open(TestDatabase database) {
        return build(database, Map.of());
    }

    /** Builds the session factory with a further integrator, the last one. */
    public Open open(TestDatabase database, Integrator last) {
        return build(database, Map.of(), last);
    }

    /**
     * Lets Hibernate create the schema, as {@code hbm2ddl.auto=create} does, and the database schemas with it. What the
     * application's mapping means is created, or an error thrown.
     */
    public void createIn(TestDatabase database) {
        build(
                        database,
                        Map.of(
                                "hibernate.hbm2ddl.auto", "create-only",
                                "hibernate.hbm2ddl.create_namespaces", true,
                                "hibernate.hbm2ddl.halt_on_error", true))
                .close();
    }

    private Open build(TestDatabase database, Map<String, Object> more, Integrator... last) {
        AtomicReference<@Nullable Metadata> metadata = new AtomicReference<>();
        Integrator integrator = new Integrator() {
            @Override
            public void integrate(Metadata built, BootstrapContext context, SessionFactoryImplementor factory) {
                metadata.set(built);
            }
        };
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("default");
        classes.stream().filter(EntityModel::isMapped).forEach(configuration::managedClass);
        mappingFiles.forEach(configuration::mappingFile);
        configuration
                .property("jakarta.persistence.jdbc.url", database.url())
                .property("jakarta.persistence.jdbc.user", database.username())
                .property("jakarta.persistence.validation.factory", Validation.FACTORY)
                .property("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .property("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName())
                .property("hibernate.id.sequence.increment_size_mismatch_strategy", "log")
                .property("hibernate.connection.pool_size", 2)
                .property("hibernate.integrator_provider", (IntegratorProvider) () ->
                        Stream.concat(Stream.of(integrator), Stream.of(last)).toList())
                .property(
                        "hibernate.classLoaders",
                        classes.stream().map(Class::getClassLoader).distinct().toList())
                .properties(contributor())
                .properties(settings)
                .properties(more);
        SessionFactory factory = configuration.createEntityManagerFactory();
        return new Open(java.util.Objects.requireNonNull(metadata.get(), "metadata"), factory);
    }

    /** A class of the model that adds to the mapping what no annotation says, such as auxiliary database objects. */
    @SuppressWarnings("removal") // its successor is found as a service alone, which a model is not
    private Map<String, Object> contributor() {
        return classes.stream()
                .filter(MetadataBuilderContributor.class::isAssignableFrom)
                .findFirst()
                .<Map<String, Object>>map(type -> Map.of(JpaSettings.METADATA_BUILDER_CONTRIBUTOR, instance(type)))
                .orElse(Map.of());
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMapped(Class<?> type) {
        return MAPPED.stream().anyMatch(type::isAnnotationPresent);
    }

    /** Hibernate built with a model: the boot-time metadata as an integrator was given it, and the factory. */
    public record Open(Metadata metadata, SessionFactory factory) implements AutoCloseable {
        @Override
        public void close() {
            factory.close();
        }
    }

    /** Making one costs more than building Hibernate. */
    private static final class Validation {
        static final ValidatorFactory FACTORY = jakarta.validation.Validation.buildDefaultValidatorFactory();
    }
}
