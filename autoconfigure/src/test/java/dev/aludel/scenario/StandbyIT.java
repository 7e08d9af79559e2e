package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real standby: it is compared like any other database, but for the texts that only a server that takes writes can prove. */
class StandbyIT {

    private static final String MODEL = """
            @Entity @Check(name = "few", constraints = "pages>0 and pages<9")
            class Book { @Id Long id; @ColumnDefault("1+2") Integer pages; %s title; }
            """;

    @TempDir
    Path folder;

    @Test
    void isComparedButForItsExpressions() throws IOException {
        EntityModel books = EntityModel.of(MODEL.formatted("String"));
        EntityModel changed = EntityModel.of(MODEL.formatted("Integer"));
        EmbeddedPostgres[] server = {start()};
        TestDatabase database = TestDatabase.create(name -> server[0].getJdbcUrl("postgres", name));
        books.createIn(database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        server[0].close();
        Files.createFile(folder.resolve("standby.signal"));
        server[0] = start();
        try (EmbeddedPostgres standby = server[0];
                EntityModel.Open same = books.open(database);
                EntityModel.Open other = changed.open(database)) {
            assertThat(standby.getPort()).isPositive();
            assertThat(database.query("select pg_is_in_recovery()")).containsExactly("t");
            Engine engine = new Engine(database);

            assertThat(engine.compare(same))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("was not compared: the database takes no writes"));
            assertThat(engine.compare(other))
                    .filteredOn(line -> !line.contains("was not compared"))
                    .singleElement()
                    .asString()
                    .contains("title");
            assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }
}
