package dev.aludel.autoconfigure;

import dev.aludel.OperationRewriter;
import dev.aludel.RevisionListener;
import dev.aludel.SchemaFilter;
import dev.aludel.command.Commands;
import dev.aludel.command.Settings;
import dev.aludel.dialect.Dialect;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.runner.Extensions;
import dev.aludel.runner.MigrationRunner;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Gives an application with a DataSource and Hibernate its migrations: the {@link MigrationRunner}, and what uses it at
 * start. No bean here connects while it is made, but for the upgrade of phase before-jpa.
 */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
@ConditionalOnClass({
    EntityManagerFactory.class,
    LocalContainerEntityManagerFactoryBean.class,
    HibernateJpaAutoConfiguration.class
})
@ConditionalOnBean(DataSource.class)
@ConditionalOnBooleanProperty(name = "aludel.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AludelProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(RevisionHints.class)
public final class AludelAutoConfiguration {

    static final String READY_LISTENER = "aludelReadyListener";

    @Bean
    static SessionFactoryAlias aludelSessionFactoryAlias() {
        return new SessionFactoryAlias();
    }

    @Bean
    static Metamodels aludelMetamodels(Environment environment) {
        AludelProperties.Mode mode = Binder.get(environment)
                .bind("aludel.mode", AludelProperties.Mode.class)
                .orElse(AludelProperties.Mode.UPGRADE);
        return new Metamodels(mode != AludelProperties.Mode.OFF, isCommand(environment));
    }

    @Bean
    MigratedDatabase aludelDatabase(
            @AludelDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            AludelProperties properties,
            ListableBeanFactory beans,
            Environment environment) {
        return new MigratedDatabase(
                new MigrationDataSource(marked, application, properties.datasource(), beans),
                environment.getProperty("spring.application.name", ""));
    }

    @Bean
    AludelSchemaManagement aludelSchemaManagement(MigratedDatabase database) {
        return new AludelSchemaManagement(database);
    }

    @Bean
    @ConditionalOnMissingBean
    Dialect aludelDialect(MigratedDatabase database) {
        return new ChosenDialect(database::dialect);
    }

    @Bean
    RevisionLocations aludelRevisionLocations(
            AludelProperties properties, ListableBeanFactory beans, ResourceLoader resourceLoader) {
        Optional<Project> project = Project.of(beans);
        Path written = project.map(found -> found.resolve(properties.writeLocation()))
                .orElseGet(() -> Path.of(properties.writeLocation()));
        return new RevisionLocations(properties.locations(), project, written, resourceLoader);
    }

    @Bean
    static RevisionScan aludelRevisionScan(Environment environment, ResourceLoader resourceLoader) {
        return new RevisionScan(environment, resourceLoader);
    }

    @Bean
    JpaSessions aludelJpaSessions(
            ConfigurableListableBeanFactory beans, AludelProperties properties, Environment environment) {
        return new JpaSessions(beans, properties.phase(), isCommand(environment));
    }

    private static boolean isCommand(Environment environment) {
        return environment.getProperty("aludel.command-line", Boolean.class, false);
    }

    @Bean
    RevisionSource aludelRevisionSource(
            RevisionLocations locations, ConfigurableListableBeanFactory beans, JpaSessions sessions) {
        return new RevisionSource(locations, new RevisionBeans(beans, sessions));
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationRunner migrationRunner(
            Dialect dialect,
            MigratedDatabase database,
            RevisionSource source,
            JpaSessions sessions,
            ObjectProvider<SchemaFilter> filters,
            ObjectProvider<RevisionListener> listeners,
            Metamodels metamodels,
            AludelProperties properties,
            Environment environment) {
        return new MigrationRunner(
                dialect,
                database,
                source,
                () -> metamodels.model(database),
                HibernateSettings.of(environment).runner(properties),
                new Extensions(
                        sessions,
                        filters.orderedStream().toList(),
                        listeners.orderedStream().toList(),
                        new HazardPolicy(properties.hazards())));
    }

    @Bean
    @ConditionalOnMissingBean
    Commands aludelCommands(
            MigrationRunner runner,
            Dialect dialect,
            RevisionLocations locations,
            AludelProperties properties,
            ObjectProvider<OperationRewriter> rewriters,
            ListableBeanFactory beans,
            Environment environment,
            MigratedDatabase database) {
        return new Commands(
                runner,
                dialect,
                new Settings(
                        properties.scriptFormat(),
                        locations.writeFolder(),
                        locations.sources(),
                        RevisionPackages.of(beans, properties.packages()).stream()
                                .findFirst()
                                .orElse(null),
                        properties.fileTemplate(),
                        properties.timezone(),
                        properties.postWrite(),
                        locations.folder(),
                        properties.online()),
                rewriters.orderedStream().toList(),
                new ApplicationSurroundings(environment, properties, beans, database, locations));
    }

    /** What happens at start; a command from the command line is no start. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "aludel.command-line", havingValue = false, matchIfMissing = true)
    static class StartConfiguration {

        @Bean
        StartUpgrade aludelStartUpgrade(
                MigrationRunner runner,
                MigratedDatabase database,
                AludelProperties properties,
                Environment environment) {
            return new StartUpgrade(runner, database, properties, HibernateSettings.of(environment));
        }

        @Bean(READY_LISTENER)
        ReadyListener aludelReadyListener(
                ApplicationContext context,
                AludelProperties properties,
                StartUpgrade upgrade,
                Commands commands,
                MigrationRunner runner,
                MigratedDatabase database,
                Metamodels metamodels,
                RevisionLocations locations,
                Environment environment) {
            StartAutogenerate autogenerate = new StartAutogenerate(runner, commands, locations, properties);
            StartComparison comparison = new StartComparison(runner, database, metamodels, properties, autogenerate);
            return new ReadyListener(
                    context, properties.phase(), upgrade, comparison, () -> new UnknownKeys().in(environment));
        }

        @Bean
        @Conditional(OnBeforeJpa.class)
        BeforeJpaUpgrade aludelBeforeJpaUpgrade(StartUpgrade upgrade) {
            return new BeforeJpaUpgrade(upgrade);
        }
    }
}
