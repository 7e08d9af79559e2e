package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.autoconfigure.shop.Customer;
import dev.aludel.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.hibernate.LocalSessionFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

class MetamodelsTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    AludelAutoConfiguration.class));

    @Test
    void readTheEntitiesOfBootsFactory() {
        context.withUserConfiguration(Entities.class)
                .run(started -> assertThat(schema(started).tables()).hasSize(1));
    }

    @Test
    void keepTheUsersOwnIntegrators() {
        CountingIntegrator own = new CountingIntegrator();
        context.withUserConfiguration(Entities.class)
                .withBean(
                        HibernatePropertiesCustomizer.class,
                        () -> properties -> properties.put(
                                "hibernate.integrator_provider", (IntegratorProvider) () -> List.of(own)))
                .run(started -> {
                    assertThat(schema(started).tables()).hasSize(1);
                    assertThat(own.calls).hasValue(1);
                });
    }

    @Test
    void readTheEntitiesForACommandWithoutTheFactory() {
        CountingIntegrator own = new CountingIntegrator();
        context.withUserConfiguration(Entities.class)
                .withPropertyValues("aludel.command-line=true")
                .withBean(
                        HibernatePropertiesCustomizer.class,
                        () -> properties -> properties.put(
                                "hibernate.integrator_provider", (IntegratorProvider) () -> List.of(own)))
                .run(started -> {
                    EntityManagerFactory factory = started.getBean(EntityManagerFactory.class);
                    assertThat(own.calls).hasValue(0);
                    assertThat(factory.isOpen()).isTrue();

                    Schema read = schema(started);
                    assertThat(read.tables()).hasSize(1);
                    assertThat(own.calls).hasValue(1);

                    assertThat(factory.getMetamodel().getEntities()).hasSize(1);
                    assertThat(factory.unwrap(SessionFactory.class).isOpen()).isTrue();
                    assertThat(own.calls).hasValue(2);
                    assertThat(schema(started)).isEqualTo(read);
                    assertThat(own.calls).hasValue(2);
                });
        assertThat(own.calls).hasValue(2);
    }

    @Test
    void letHibernateStartBesideASequenceOfAnotherIncrement() {
        context.withUserConfiguration(Entities.class)
                .run(started -> assertThat(mismatchStrategy(started)).isEqualTo("log"));
    }

    @Test
    void leaveTheIncrementOfSequencesToTheUser() {
        String property = "spring.jpa.properties.hibernate.id.sequence.increment_size_mismatch_strategy";
        context.withUserConfiguration(Entities.class)
                .withPropertyValues(property + "=fix")
                .run(started -> assertThat(mismatchStrategy(started)).isEqualTo("fix"));
        context.withUserConfiguration(Entities.class)
                .withPropertyValues("aludel.mode=off")
                .run(started -> assertThat(mismatchStrategy(started)).isNull());
    }

    private static @Nullable Object mismatchStrategy(AssertableApplicationContext started) {
        return started.getBean(LocalContainerEntityManagerFactoryBean.class)
                .getJpaPropertyMap()
                .get("hibernate.id.sequence.increment_size_mismatch_strategy");
    }

    @Test
    void readTheEntitiesOfANativeSessionFactory() {
        context.withUserConfiguration(NativeFactory.class)
                .run(started -> assertThat(schema(started).tables()).hasSize(1));
    }

    @Test
    void waitForAFactoryThatIsBuiltInTheBackground() {
        context.withUserConfiguration(Entities.class)
                .withBean("applicationTaskExecutor", AsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new)
                .withPropertyValues("spring.jpa.bootstrap=async")
                .run(started -> assertThat(schema(started).tables()).hasSize(1));
    }

    @Test
    void readThePrimaryOneOfSeveral() {
        context.withUserConfiguration(PrimaryAndSecond.class)
                .run(started -> assertThat(schema(started).tables()).hasSize(1));
    }

    @Test
    void refuseToChooseBetweenSeveral() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, AludelAutoConfiguration.class))
                .withUserConfiguration(FirstAndSecond.class)
                .run(started -> assertThatThrownBy(() -> schema(started))
                        .isInstanceOf(NoEntityManagerFactoryException.class)
                        .hasMessageContaining("'first', 'second'"));
    }

    @Test
    void refuseEntitiesOfAnotherDatabase() {
        context.withUserConfiguration(OnAnotherDataSource.class)
                .run(started -> assertThatThrownBy(() -> schema(started)).isInstanceOf(OtherDatabaseException.class));
    }

    private static Schema schema(AssertableApplicationContext started) {
        assertThat(started).hasNotFailed();
        return started.getBean(Metamodels.class)
                .ofPrimary(started.getBean(MigratedDatabase.class))
                .model()
                .schema();
    }

    private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource, String packageToScan) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan(packageToScan);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        return factory;
    }

    private static String shop() {
        return Customer.class.getPackageName();
    }

    private static DataSource another() {
        return new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Customer.class)
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    static class NativeFactory {

        @Bean
        LocalSessionFactoryBean entityManagerFactory(DataSource dataSource) {
            LocalSessionFactoryBean factory = new LocalSessionFactoryBean();
            factory.setDataSource(dataSource);
            factory.setPackagesToScan(shop());
            return factory;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrimaryAndSecond {

        @Bean
        @Primary
        LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
            return factory(dataSource, shop());
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second(DataSource dataSource) {
            return factory(dataSource, "no.entities");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FirstAndSecond {

        @Bean
        LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
            return factory(dataSource, shop());
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second(DataSource dataSource) {
            return factory(dataSource, shop());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnAnotherDataSource {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory() {
            return factory(another(), shop());
        }
    }

    private static final class CountingIntegrator implements Integrator {

        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void integrate(
                Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
            calls.incrementAndGet();
        }
    }
}
