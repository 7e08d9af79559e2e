package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.compare.Comparison;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What the documentation shows, compiles and does what it says. */
class ExamplesIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions"))
                .withRevision(
                        "a001",
                        "",
                        "create table users (id bigint primary key, name varchar(255)); insert into users values (1, ' Ada');",
                        "drop table users;");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private ConfigurableApplicationContext start(Collection<Class<?>> beans, String... properties) {
        return shop.builder(Users.class, properties)
                .web(WebApplicationType.NONE)
                .initializers(
                        context -> beans.forEach(bean -> ((GenericApplicationContext) context).registerBean(bean)))
                .run();
    }

    @Test
    void revisionsInJava() {
        try (var context = start(Examples.of("java-revisions.md").values(), "aludel.compare.on-ready=off")) {
            assertThat(database.query("select name || ':' || email from users"))
                    .containsExactly("Ada: ada@example.org");
            assertThat(database.query("select total::text from open_orders")).containsExactly("9.50");
            assertThat(database.query("select creates from aludel_revision where revision = 'c4d5'"))
                    .containsExactly(
                            "type order_state, sequence orders_seq, table orders, index orders_user_idx, view open_orders");

            context.getBean(MigrationRunner.class).downgrade("a001");

            assertThat(database.query("select tablename from pg_tables where schemaname = 'public'"))
                    .containsExactlyInAnyOrder("users", "aludel_revision");
        }
    }

    @Test
    void hooks() {
        database.execute("create table report_sales (id int)");
        Map<String, Class<?>> examples = Examples.of("hooks.md");
        try (var context = start(
                examples.values(),
                "aludel.autogenerate=write",
                "aludel.post-write=cp {file} " + folder.resolve("copy.sql"))) {
            Object chronicle = context.getBean(Objects.requireNonNull(examples.get("Chronicle")));
            assertThat(chronicle)
                    .extracting("lines", InstanceOfAssertFactories.LIST)
                    .containsExactly("a001 APPLIED: make a001");
            assertThat(shop.scripts().get(0))
                    .contains("alter table users add column seen_at timestamp(6) with time zone;");
            assertThat(folder.resolve("copy.sql"))
                    .content()
                    .isEqualTo(shop.scripts().get(0));
            Comparison comparison = context.getBean(MigrationRunner.class).compare();
            assertThat(comparison.unmanaged()).isEmpty();
        }
    }

    /** The application. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Users {}
}
