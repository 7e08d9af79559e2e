package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.command.Commands;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** {@code doctor} in a real application, on a real database: what will go wrong is named, what is well is not. */
@ExtendWith(OutputCaptureExtension.class)
class DoctorIT {

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

    private List<Diagnosis> examined(String... properties) {
        return examined(Shop.Application.class, properties);
    }

    private List<Diagnosis> examined(Class<?> application, String... properties) {
        try (ConfigurableApplicationContext started = shop.start(application, properties)) {
            return started.getBean(Commands.class).doctor();
        }
    }

    private static List<String> told(List<Diagnosis> found) {
        return found.stream()
                .filter(diagnosis -> diagnosis.verdict() != Diagnosis.Verdict.OK)
                .filter(diagnosis -> !diagnosis.subject().equals("encoding"))
                .map(diagnosis -> diagnosis.verdict() + " " + diagnosis.subject() + ": " + diagnosis.message() + " "
                        + diagnosis.remedy())
                .toList();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(told(examined())).isEmpty();
    }

    @Test
    void findsKeysThatNothingReads(CapturedOutput output) {
        assertThat(told(examined("aludel.lock-timout=3s", "aludel.on-ready=fail", "aludel.hazards.drop-column=allow")))
                .containsExactly(
                        "PROBLEM properties: Nothing reads 'aludel.lock-timout'. Did you mean 'aludel.lock-timeout'?",
                        "PROBLEM properties: Nothing reads 'aludel.on-ready'. Did you mean 'aludel.compare.on-ready'?");
        assertThat(output).contains("WARN").contains("Nothing reads 'aludel.lock-timout'.");
    }

    @Test
    void findsHibernateAtTheSchema() {
        assertThat(told(examined("spring.jpa.hibernate.ddl-auto=update", "aludel.mode=off")))
                .contains(
                        "PROBLEM ddl-auto: Hibernate changes the schema beside Aludel, since its ddl-auto is 'update'."
                                + " Set spring.jpa.hibernate.ddl-auto=none, or validate.");
    }

    @Test
    void findsHibernateAheadOfTheUpgrade() {
        shop.start().close();

        assertThat(told(examined("spring.jpa.hibernate.ddl-auto=validate")))
                .containsExactly(
                        "NOTE ddl-auto: Hibernate validates the schema before the upgrade, so that a start with pending"
                                + " revisions fails. Set aludel.phase=before-jpa.");
        assertThat(told(examined("spring.jpa.hibernate.ddl-auto=validate", "aludel.phase=before-jpa")))
                .isEmpty();
    }

    @Test
    void saysWhichOfSeveralDataSourcesItMigrates() {
        assertThat(examined(TwoDataSources.class))
                .contains(Diagnosis.ok("DataSource", "Of 'shop', 'archive' it migrates 'shop'."));
    }

    @Test
    void findsADatabaseThatIsAhead() {
        shop.withRevision("2222", "1111", "create table note (id int);", "drop table note;")
                .start()
                .close();
        Shop older = new Shop(database, folder.resolve("older")).withTheFirstRevision();

        try (ConfigurableApplicationContext started = older.start()) {
            assertThat(told(started.getBean(Commands.class).doctor()))
                    .contains(
                            "PROBLEM version table: The database is ahead: this build does not know the applied revisions"
                                    + " '2222'. Use the build that has them, or take them back: aludel downgrade head");
        }
    }

    @Test
    void findsScratchDatabasesThatWereLeftBehind() {
        String name = "aludel_scratch_6553f100_00000000deadbeef";
        database.execute("create database " + name);
        try {
            assertThat(told(examined()))
                    .anyMatch(line -> line.contains("'" + name + "'") && line.endsWith("drop database " + name + ";"));
        } finally {
            database.execute("drop database " + name);
        }
    }

    @Test
    void findsNumbersThatComeToAnEnd() {
        database.execute(
                "create table narrow (id serial primary key)",
                "select setval('narrow_id_seq', 1900000000)",
                "create table item (id int generated by default as identity primary key)",
                "select setval('item_id_seq', 2147483000)",
                "create sequence few as int",
                "create table wide (id bigint primary key default nextval('few'))",
                "select setval('few', 1500000000)",
                "create table plenty (id bigserial primary key)",
                "select setval('plenty_id_seq', 1900000000)");

        assertThat(told(examined()))
                .containsExactly(
                        "PROBLEM numbers: 'item.id' has used 99 % of the numbers of integer: 2147483000 of 2147483647."
                                + " Map it as a Long, then: aludel revision --autogenerate --online -m \"wider keys\"",
                        "NOTE numbers: 'narrow.id' has used 88 % of the numbers of integer: 1900000000 of 2147483647."
                                + " Map it as a Long, then: aludel revision --autogenerate --online -m \"wider keys\"",
                        "NOTE numbers: 'wide.id' has used 69 % of the numbers of the sequence 'few': 1500000000 of 2147483647."
                                + " alter sequence public.few as bigint no maxvalue;");
    }

    @Test
    void findsTheEncodingOfTheJvm() {
        List<Diagnosis> found = new ArrayList<>();
        ApplicationSurroundings.encoding(found, "UTF-8", "UTF-8");
        assertThat(found).isEmpty();

        ApplicationSurroundings.encoding(found, "UTF-8", "ANSI_X3.4-1968");
        ApplicationSurroundings.encoding(found, "US-ASCII", "UTF-8");

        assertThat(found).extracting(Diagnosis::remedy).allMatch(remedy -> remedy.contains("UTF-8"));
        assertThat(found).hasSize(2);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TwoDataSources {

        @Bean
        @Primary
        DataSource shop(Environment environment) {
            return DataSourceBuilder.create()
                    .url(environment.getRequiredProperty("spring.datasource.url"))
                    .username(environment.getRequiredProperty("spring.datasource.username"))
                    .build();
        }

        @Bean
        DataSource archive(Environment environment) {
            return shop(environment);
        }
    }
}
