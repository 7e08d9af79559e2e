package dev.aludel.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

    @Test
    void usesTheDatabaseOfTheUrlAndStartsNothing() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/shop")
                .run(started -> {
                    assertThat(started).doesNotHaveBean(EmbeddedConnectionDetails.class);
                    assertThat(started.getBean(HikariDataSource.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example.org/shop");
                });
    }

    @Test
    void startsNothingBeforeTheUrlIsAskedFor(@TempDir Path temporary) {
        Path folder = temporary.resolve("postgres");
        context.withInitializer(starting -> starting.addBeanFactoryPostProcessor(
                        beans -> beans.getBeanDefinition("dataSource").setLazyInit(true)))
                .withPropertyValues("bookshop.database.directory=" + folder)
                .run(started -> {
                    assertThat(started).hasSingleBean(JdbcConnectionDetails.class);
                    assertThat(folder).doesNotExist();
                });
    }
}
