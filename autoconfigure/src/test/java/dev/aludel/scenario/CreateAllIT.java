package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code create-all} makes what Hibernate's own creation makes, once, and touches nothing that is there. A walk over the models of
 * the scenarios; {@code -Dsteps=500 -Dseed=7} takes more of them, and others.
 */
class CreateAllIT {

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    private final Engine engine = new Engine(ALUDELS);

    @LongRun
    @TestFactory
    Stream<DynamicTest> createsTheSchemaOfAnyModel() throws URISyntaxException {
        List<Map.Entry<String, EntityModel>> models =
                new ArrayList<>(ScenarioModels.all().entrySet());
        Collections.shuffle(models, new Random(Long.getLong("seed", 20261122)));
        return models.stream()
                .limit(Integer.getInteger("steps", 16))
                .map(model -> DynamicTest.dynamicTest(model.getKey(), () -> creates(model.getValue())));
    }

    private void creates(EntityModel model) {
        HIBERNATES.clear();
        ALUDELS.clear();
        model.createIn(HIBERNATES);
        try (EntityModel.Open open = model.open(ALUDELS)) {
            engine.createAll(open);
            CatalogSnapshot created = CatalogSnapshot.of(ALUDELS);
            assertThat(created.differenceFrom(CatalogSnapshot.of(HIBERNATES)))
                    .as("missing (-), surplus (+)")
                    .isEmpty();
            engine.createAll(open);
            assertThat(CatalogSnapshot.of(ALUDELS)).isEqualTo(created);
        }
    }

    @Test
    void makesTypesAndViewsThatAreMissingAndLeavesWhatDiffers() {
        ALUDELS.clear();
        ALUDELS.execute("create table book (id bigint primary key, surplus int)", "create view sold as select 1 as id");
        EntityModel model = EntityModel.of("""
                enum Color { RED, GREEN }
                @Entity class Book { @Id Long id; String title; }
                @Entity class Cover { @Id Long id; @ManyToOne Book book; @ManyToOne Sale sale; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color color; }
                @Entity @Table(name = "sold") class Sale { @Id Long id; }
                @Entity @View(query = "select id, color from cover where color = 'RED'") class RedCover {
                    @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color color;
                }
                """);
        try (EntityModel.Open open = model.open(ALUDELS)) {
            List<String> made = engine.createAll(open);

            assertThat(made)
                    .satisfiesExactly(
                            one -> assertThat(one).startsWith("create type color"),
                            one -> assertThat(one).isEqualTo("create table cover"),
                            one -> assertThat(one).contains("foreign key (book_id)"),
                            one -> assertThat(one).isEqualTo("create view red_cover"));
            assertThat(ALUDELS.query("select string_agg(attname, ', ' order by attnum) from pg_attribute"
                            + " where attrelid = 'book'::regclass and attnum > 0"))
                    .containsExactly("id, surplus");
            assertThat(engine.createAll(open)).isEmpty();
        }
    }
}
