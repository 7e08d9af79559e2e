package dev.aludel.autoconfigure;

import dev.aludel.command.Commands;
import dev.aludel.command.Unit;
import dev.aludel.dialect.Dialect;
import dev.aludel.runner.MigrationRunner;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
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
        return new Metamodels(mode != AludelProperties.Mode.OFF, UnitParts.isCommand(environment));
    }

    @Bean
    static UnitRunners aludelUnitRunners(Environment environment) {
        return new UnitRunners(environment);
    }

    @Bean
    UnitParts aludelUnitParts(
            ConfigurableListableBeanFactory beans, Environment environment, ResourceLoader resourceLoader) {
        return new UnitParts(beans, environment, resourceLoader);
    }

    @Bean
    MigratedDatabase aludelDatabase(
            @AludelDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            AludelProperties properties,
            ListableBeanFactory beans,
            UnitParts parts) {
        return new MigratedDatabase(
                new MigrationDataSource(
                        marked::getIfAvailable, application::getIfUnique, properties.datasource(), beans),
                parts.applicationName());
    }

    @Bean
    AludelSchemaManagement aludelSchemaManagement(ApplicationUnits units, MigratedDatabase database) {
        return new AludelSchemaManagement(units, database);
    }

    @Bean
    @ConditionalOnMissingBean
    Dialect aludelDialect(MigratedDatabase database) {
        return new ChosenDialect(database::dialect);
    }

    @Bean
    RevisionLocations aludelRevisionLocations(AludelProperties properties, UnitParts parts) {
        return parts.locations(properties);
    }

    @Bean
    static RevisionScan aludelRevisionScan(Environment environment, ResourceLoader resourceLoader) {
        return new RevisionScan(environment, resourceLoader);
    }

    @Bean
    Entities aludelEntities(Metamodels metamodels, MigratedDatabase database) {
        return metamodels.ofPrimary(database);
    }

    @Bean
    JpaSessions aludelJpaSessions(
            ConfigurableListableBeanFactory beans, Entities entities, AludelProperties properties, UnitParts parts) {
        return new JpaSessions(
                beans, () -> beans.getBean(EntityManagerFactory.class), properties.phase(), parts.isCommand());
    }

    @Bean
    RevisionSource aludelRevisionSource(
            RevisionLocations locations,
            ConfigurableListableBeanFactory beans,
            JpaSessions sessions,
            Environment environment) {
        List<String> ofUnits = UnitProperties.packages(environment);
        return new RevisionSource(
                locations, new RevisionBeans(beans, sessions, name -> !RevisionPackages.contain(ofUnits, name)));
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationRunner migrationRunner(
            Dialect dialect,
            MigratedDatabase database,
            RevisionSource source,
            JpaSessions sessions,
            Entities entities,
            AludelProperties properties,
            Environment environment,
            UnitParts parts) {
        return parts.runner(
                dialect, database, source, sessions, entities, HibernateSettings.of(environment), properties);
    }

    @Bean
    @ConditionalOnMissingBean
    Commands aludelCommands(
            MigrationRunner runner,
            Dialect dialect,
            MigratedDatabase database,
            RevisionLocations locations,
            AludelProperties properties,
            UnitParts parts) {
        return parts.commands(runner, dialect, database, locations, properties);
    }

    @Bean
    ApplicationUnits aludelUnits(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            UnitParts parts,
            Metamodels metamodels,
            AludelProperties properties,
            @AludelDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources) {
        return new ApplicationUnits(
                beans,
                environment,
                parts,
                metamodels,
                () -> new MigratedUnit(
                        Unit.DEFAULT,
                        properties,
                        beans.getBean(MigratedDatabase.class),
                        beans.getBean(RevisionLocations.class),
                        beans.getBean(MigrationRunner.class),
                        beans.getBean(Commands.class),
                        beans.getBean(Entities.class),
                        HibernateSettings.of(environment)),
                dataSources,
                () -> properties.datasource().url() != null || marked.getIfAvailable() != null);
    }

    /** What happens at start; a command from the command line is no start. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "aludel.command-line", havingValue = false, matchIfMissing = true)
    static class StartConfiguration {

        @Bean
        Starts aludelStarts(ApplicationUnits units) {
            return new Starts(units);
        }

        @Bean(READY_LISTENER)
        ReadyListener aludelReadyListener(
                ApplicationContext context, AludelProperties properties, Starts starts, Environment environment) {
            return new ReadyListener(context, properties.phase(), starts, () -> new UnknownKeys().in(environment));
        }

        @Bean
        @Conditional(OnBeforeJpa.class)
        BeforeJpaUpgrade aludelBeforeJpaUpgrade(Starts starts) {
            return new BeforeJpaUpgrade(starts);
        }
    }
}
