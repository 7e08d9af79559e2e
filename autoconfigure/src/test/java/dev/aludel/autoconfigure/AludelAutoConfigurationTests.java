package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class AludelAutoConfigurationTests {

    private static final String NOWHERE = "jdbc:postgresql://localhost:1/nowhere";

    private final ApplicationContextRunner withoutDataSource =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AludelAutoConfiguration.class));

    private final ApplicationContextRunner withoutJpa =
            withoutDataSource.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

    private final ApplicationContextRunner context =
            withoutJpa.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class));

    private final ApplicationContextRunner postgresql = context.withPropertyValues(
            "spring.datasource.url=" + NOWHERE,
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false");

    @Test
    void givesTheRunnerAndTheCommands() {
        context.run(started -> assertThat(started)
                .hasNotFailed()
                .hasSingleBean(MigrationRunner.class)
                .hasSingleBean(Commands.class)
                .hasSingleBean(ReadyListener.class)
                .doesNotHaveBean(BeforeJpaUpgrade.class));
    }

    @Test
    void connectsToNothingWhileTheContextIsMade() {
        postgresql.run(started -> assertThat(started).hasNotFailed().hasSingleBean(MigrationRunner.class));
    }

    @Test
    void backsOffWithoutADataSource() {
        withoutDataSource.run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(MigrationRunner.class));
    }

    @Test
    void backsOffWithoutJpa() {
        withoutJpa
                .withClassLoader(new FilteredClassLoader(EntityManagerFactory.class))
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(MigrationRunner.class));
    }

    @Test
    void backsOffWithoutSpringOrm() {
        withoutJpa
                .withClassLoader(new FilteredClassLoader("org.springframework.orm"))
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(MigrationRunner.class));
    }

    @Test
    void backsOffWhenItIsNotEnabled() {
        context.withPropertyValues("aludel.enabled=false").run(started -> {
            assertThat(started).hasNotFailed().doesNotHaveBean(MigrationRunner.class);
            assertThat(started.getBeanFactory().getAliases("entityManagerFactory"))
                    .isEmpty();
        });
    }

    @Test
    void leavesTheUsersOwnRunner() {
        context.withUserConfiguration(OwnRunner.class)
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .hasSingleBean(MigrationRunner.class)
                        .hasBean("myRunner"));
    }

    @Test
    void givesTheSessionFactoryByTypeByNameAndByQualifier() {
        context.withUserConfiguration(UsesSessionFactory.class).run(started -> {
            assertThat(started).hasNotFailed().hasSingleBean(EntityManagerFactory.class);
            EntityManagerFactory boots = started.getBean("entityManagerFactory", EntityManagerFactory.class);
            assertThat(started.getBean("sessionFactory")).isSameAs(boots);
            assertThat(started.getBean(SessionFactory.class)).isSameAs(boots);
            assertThat(started.getBean(UsesSessionFactory.class).qualified()).isSameAs(boots);
        });
    }

    @Test
    void leavesTheUsersOwnBeanOfThatName() {
        context.withBean("sessionFactory", String.class, () -> "mine").run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean("sessionFactory")).isEqualTo("mine");
        });
    }

    @Test
    void leavesAnEmbeddedDatabaseToBoot() {
        context.run(started -> {
            assertThat(started.getBean(SchemaManagementProvider.class)
                            .getSchemaManagement(started.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.UNMANAGED);
            assertThat(started.getBean(EntityManagerFactory.class).getProperties())
                    .containsEntry("hibernate.hbm2ddl.auto", "create-drop");
        });
    }

    @Test
    void managesTheSchemaOfItsOwnDataSourceOnly() {
        postgresql.run(started -> {
            SchemaManagementProvider provider = started.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(started.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(new SimpleDriverDataSource()))
                    .isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @Test
    void takesTheMarkedDataSource() {
        context.withUserConfiguration(MarkedDataSource.class)
                .run(started -> assertThat(
                                started.getBean(MigratedDatabase.class).dataSource())
                        .isSameAs(started.getBean("owners")));
    }

    @Test
    void takesTheOwnersCredentialsForTheApplicationsUrl() {
        postgresql
                .withPropertyValues("aludel.datasource.username=owner", "aludel.datasource.password=s3cret")
                .run(started -> assertThat(
                                started.getBean(MigratedDatabase.class).dataSource())
                        .isInstanceOf(UnpooledDataSource.class));
    }

    @Test
    void takesAUrlOfItsOwn() {
        context.withPropertyValues("aludel.datasource.url=" + NOWHERE, "aludel.datasource.username=owner")
                .run(started -> assertThat(
                                started.getBean(MigratedDatabase.class).dataSource())
                        .isInstanceOfSatisfying(
                                SimpleDriverDataSource.class,
                                owners -> assertThat(owners.getUrl()).isEqualTo(NOWHERE)));
    }

    @Test
    void refusesToChooseBetweenDataSources() {
        withoutJpa.withUserConfiguration(TwoDataSources.class).run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean(MigratedDatabase.class))
                    .extracting(MigrationFailure::of)
                    .asString()
                    .contains("'first', 'second'")
                    .contains("@Primary or @AludelDataSource");
        });
    }

    @Test
    void refusesAnotherDatabaseByName() {
        context.run(started -> assertThat(started.getBean(MigrationRunner.class))
                .extracting(MigrationFailure::ofStatus)
                .asString()
                .contains("Aludel migrates PostgreSQL, and the DataSource leads to 'H2'"));
    }

    @Test
    void upgradesBeforeJpaOnlyInThatPhase() {
        for (String spelling : List.of("before-jpa", "BEFORE_JPA", "beforeJpa")) {
            context.withPropertyValues("aludel.phase=" + spelling).run(started -> {
                assertThat(started).hasSingleBean(BeforeJpaUpgrade.class);
                assertThat(started.getBeanFactory()
                                .getBeanDefinition("entityManagerFactory")
                                .getDependsOn())
                        .contains("aludelBeforeJpaUpgrade");
            });
        }
    }

    @Test
    void doesNothingAtStartUnderTheCommandLine() {
        context.withPropertyValues("aludel.command-line=true", "aludel.phase=before-jpa")
                .run(started -> assertThat(started)
                        .hasSingleBean(Commands.class)
                        .doesNotHaveBean(ReadyListener.class)
                        .doesNotHaveBean(BeforeJpaUpgrade.class));
    }

    @Test
    void keepsTheScriptsInANativeImage() {
        RuntimeHints hints = new RuntimeHints();
        new RevisionHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/2026/one.sql"))
                .accepts(hints);
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRunner {

        @Bean
        MigrationRunner myRunner(DataSource dataSource) {
            return new MigrationRunner(
                    new PostgresDialect(),
                    dataSource::getConnection,
                    List::of,
                    () -> Model.of(new Schema(List.of(), List.of(), List.of())),
                    RunnerSettings.defaults());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedDataSource {

        @Bean(defaultCandidate = false)
        @AludelDataSource
        DataSource owners() {
            return new SimpleDriverDataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {

        @Bean
        DataSource first() {
            return new SimpleDriverDataSource();
        }

        @Bean
        DataSource second() {
            return new SimpleDriverDataSource();
        }
    }

    record UsesSessionFactory(@Qualifier("sessionFactory") SessionFactory qualified) {}

    /** What a user is told. */
    private static final class MigrationFailure {

        static String of(MigratedDatabase database) {
            try (var unexpected = database.open()) {
                return "connected to " + unexpected;
            } catch (SQLException | RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }

        static String ofStatus(MigrationRunner runner) {
            try {
                return "read " + runner.status();
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}
