package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.JavaRevision;
import dev.aludel.Operations;
import dev.aludel.Revision;
import dev.aludel.autoconfigure.library.Book;
import dev.aludel.autoconfigure.library.Library;
import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.execution.EntitiesRequiredException;
import dev.aludel.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Revisions in Java in an application. */
class JavaRevisionsIT {

    private static final String BEFORE_JPA = "aludel.phase=before-jpa";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions"))
                .withRevision(
                        "1111",
                        "",
                        "create table book (id bigint primary key, title varchar(255)); insert into book values (1, 'Dune One');",
                        "drop table book;");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void areFoundBelowTheApplicationWithTheirDependenciesInjected() {
        try (var context = shop.start(Library.class)) {
            assertThat(database.query("select slug from book")).containsExactly("dune-one");
            assertThat(context.getBean(MigrationRunner.class).compare().describe())
                    .isEmpty();
            context.getBean(MigrationRunner.class).downgrade("1111");
            assertThat(shop.hasTable("book")).isTrue();
        }
    }

    @Test
    void runBeforeJpaWithoutEntities() {
        shop.start(Library.class, BEFORE_JPA, "spring.jpa.hibernate.ddl-auto=validate")
                .close();

        assertThat(database.query("select slug from book")).containsExactly("dune-one");
    }

    @Test
    void areBeansAnywhereAndWorkWithEntities() {
        shop.start(WithSession.class).close();

        assertThat(database.query("select slug from book order by id")).containsExactly("SLUG", "two");
        assertThat(database.query("select revision from aludel_revision order by ordinal"))
                .containsExactly("1111", "2222", "3333");
    }

    @Test
    void thatNeedJpaAreRefusedByNameBeforeIt() {
        assertThatThrownBy(() -> shop.start(WithSession.class, BEFORE_JPA))
                .hasRootCauseInstanceOf(EntitiesRequiredException.class)
                .rootCause()
                .hasMessageContaining("Revision '3333'")
                .hasMessageContaining("aludel.phase=ready");
        assertThat(shop.hasTable("book")).isFalse();
    }

    @Test
    void whoseDependenciesNeedJpaAreRefusedByNameBeforeIt() {
        assertThatThrownBy(() -> shop.start(WithFactory.class, BEFORE_JPA))
                .hasRootCauseInstanceOf(EntitiesRequiredException.class)
                .rootCause()
                .hasMessageContaining("Revision '3333'");
        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111", "2222");
    }

    @Test
    void areReadFromThePackagesThatAreNamed() {
        shop.start(Library.class, "aludel.packages=dev.aludel.nowhere", "aludel.compare.on-ready=off")
                .close();

        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Library.class)
    static class WithSession {

        @Bean
        ShoutSlugs shoutSlugs() {
            return new ShoutSlugs();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Library.class)
    static class WithFactory {

        @Bean
        NeedsFactory needsFactory(EntityManagerFactory factory) {
            return new NeedsFactory(factory);
        }
    }

    @Revision(id = "3333", downRevision = "2222", jpa = true)
    static final class ShoutSlugs implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            Session session = op.session(Session.class);
            session.createSelectionQuery("from Book", Book.class).list().forEach(book -> book.setSlug("slug"));
            op.execute("update book set slug = upper(slug)");
            Book two = new Book(2L, "two");
            two.setSlug("two");
            op.session(EntityManager.class).persist(two);
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "3333", downRevision = "2222")
    static final class NeedsFactory implements JavaRevision {

        private final EntityManagerFactory factory;

        NeedsFactory(EntityManagerFactory factory) {
            this.factory = factory;
        }

        @Override
        public void upgrade(Operations op) {
            assertThat(factory.isOpen()).isTrue();
        }

        @Override
        public void downgrade(Operations op) {}
    }
}
