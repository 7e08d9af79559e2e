package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.autoconfigure.shop.Customer;
import dev.aludel.autoconfigure.shop.Customers;
import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.testing.TestDatabase;
import jakarta.annotation.PostConstruct;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications that need the schema before they are ready. */
@ExtendWith(OutputCaptureExtension.class)
class BeforeJpaIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions")).withTheFirstRevision();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void passesHibernatesValidation(CapturedOutput output) {
        shop.start("aludel.phase=before-jpa", "spring.jpa.hibernate.ddl-auto=validate")
                .close();

        assertThat(output).contains("Database is at head 1111 and equal to the metamodel");
    }

    @Test
    void servesRunnersAndEarlyQueries() {
        try (var context = shop.start(Eager.class, "aludel.phase=before-jpa")) {
            assertThat(context.getBean(EarlyQuery.class).found).isZero();
            assertThat(context.getBean(Customers.class).findAll()).hasSize(1);
        }
    }

    @Test
    void namesItselfToARunnerThatMissesATable(CapturedOutput output) {
        assertThatThrownBy(() -> shop.start(Saving.class)).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("relation \"customer\" does not exist")
                .contains("aludel.phase=before-jpa");
    }

    @Test
    void namesItselfToAnEarlyQueryAndToHibernatesValidation(CapturedOutput output) {
        assertThatThrownBy(() -> shop.start(Eager.class)).isNotNull();
        assertThat(output).contains("aludel.phase=before-jpa");

        assertThatThrownBy(() -> shop.start("spring.jpa.hibernate.ddl-auto=validate"))
                .isNotNull();
        assertThat(output.getOut().split("Set aludel.phase=before-jpa", -1)).hasSize(3);
    }

    @Test
    void failsTheStartWhenARevisionFails(CapturedOutput output) {
        shop.withRevision("2222", "1111", "nonsense;", "nonsense;");

        assertThatThrownBy(() -> shop.start("aludel.phase=before-jpa")).hasRootCauseInstanceOf(SQLException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("2222.sql")
                .contains("nonsense");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Shop.Application.class)
    static class Saving {

        @Bean
        CommandLineRunner save(Customers customers) {
            return arguments -> customers.save(new Customer("first"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Saving.class, EarlyQuery.class})
    static class Eager {}

    static class EarlyQuery {

        private final JdbcClient client;
        private int found = -1;

        EarlyQuery(JdbcClient client) {
            this.client = client;
        }

        @PostConstruct
        void count() {
            found = client.sql("select count(*) from customer")
                    .query(Integer.class)
                    .single();
        }
    }
}
