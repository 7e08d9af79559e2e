package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.StatementLog;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an upgrade proved is not proven again, as long as mapping, database and major version are the same. */
class ProvenOnceIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String MODEL = """
            @Entity @Check(name = "few", constraints = "pages>%d and pages<9")
            @Table(indexes = @Index(name = "by_lower", columnList = "(LOWER(title))"))
            class Book { @Id Long id; @ColumnDefault("1+2") Integer pages; @GeneratedColumn("pages*2") Integer twice; String title; }
            """;

    private StatementLog log = new StatementLog();
    private final Engine engine = new Engine(DATABASE, connection -> log.watch(connection));
    private EntityModel.Open model;

    @BeforeEach
    void upgrade() {
        DATABASE.clear();
        model = EntityModel.of(MODEL.formatted(0)).open(DATABASE);
        engine.migrate(model);
        engine.start(model);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void asksNothingAtTheNextStart() {
        assertThat(differences(model)).isEmpty();
        assertThat(temporaryTables()).isEmpty();
    }

    @Test
    void asksAgainOnAnotherMajorVersion() {
        int version = TestDatabase.serverVersion();
        DATABASE.execute("update aludel_revision set proven = replace(proven, E'\\t%d', E'\\t%d')"
                .formatted(version, version - 1));

        assertThat(differences(model)).isEmpty();
        assertThat(temporaryTables()).hasSize(1);
        engine.start(model);
        assertThat(differences(model)).isEmpty();
        assertThat(temporaryTables()).isEmpty();
    }

    @Test
    void asksAgainAboutWhatChangedInTheDatabase() {
        DATABASE.execute("alter table book drop constraint few, add constraint few check (pages > 0 and 9 > pages)");

        assertThat(differences(model)).isNotEmpty();
        assertThat(temporaryTables()).hasSize(1);
    }

    @Test
    void asksAgainAboutAnotherText() {
        try (EntityModel.Open other = EntityModel.of(MODEL.formatted(1)).open(DATABASE)) {
            assertThat(differences(other)).isNotEmpty();
        }
        assertThat(temporaryTables()).hasSize(1);
    }

    /** Of a comparison that leaves the database as it was. */
    private List<String> differences(EntityModel.Open compared) {
        CatalogSnapshot before = CatalogSnapshot.of(DATABASE);
        log = new StatementLog();
        List<String> differences = engine.compare(compared);
        assertThat(log.statements()).isNotEmpty();
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(before);
        return differences;
    }

    private List<String> temporaryTables() {
        return log.statements().stream()
                .filter(statement -> statement.contains("create temporary table"))
                .toList();
    }
}
