package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.StatementLog;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A comparison costs as many statements for one table as for many, and at most twelve where nothing differs. */
class ConstantQueriesIT {

    private static final int MOST = 12;

    private static final String VIEW =
            "@Entity @View(query = \"select id from book%1$d where next_id > 0\") class Followed%1$d { @Id Long id; }\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private StatementLog log = new StatementLog();
    private Engine engine = new Engine(DATABASE, connection -> log.watch(connection));

    @BeforeEach
    void clear() {
        DATABASE.clear();
        engine = new Engine(DATABASE, connection -> log.watch(connection));
    }

    @Test
    void ofWhatIsEqual() {
        List<String> one = equal(1);
        clear();
        assertThat(equal(40)).isEqualTo(one).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void ofWhatDiffersWithViewsOverIt() {
        List<String> one = different(1);
        clear();
        assertThat(different(40)).hasSameSizeAs(one);
    }

    private List<String> equal(int tables) {
        try (EntityModel.Open model = model(tables, "varchar(40)", VIEW).open(DATABASE)) {
            engine.migrate(model);
            engine.start(model);
            log = new StatementLog();
            assertThat(engine.compare(model)).isEmpty();
            return log.statements();
        }
    }

    private List<String> different(int tables) {
        try (EntityModel.Open before = model(tables, "varchar(40)", "").open(DATABASE);
                EntityModel.Open after = model(tables, "varchar(50)", "").open(DATABASE)) {
            engine.migrate(before);
            engine.start(before);
            for (int i = 0; i < tables; i++) {
                DATABASE.execute("create view by_hand_%d as select title from book%d".formatted(i, i));
            }
            log = new StatementLog();
            assertThat(engine.compare(after)).hasSizeGreaterThanOrEqualTo(3 * tables);
            return log.statements();
        }
    }

    /** Tables with a check, an index, a foreign key and an enum type each. */
    private static EntityModel model(int tables, String type, String more) {
        String text = """
                        enum Color%1$d { RED, GREEN }
                        enum Size%1$d { SMALL, LARGE }
                        @Entity @Table(indexes = @Index(columnList = "title")) class Book%1$d {
                            @Id Long id;
                            @Column(columnDefinition = "%2$s") String title;
                            @Enumerated(EnumType.STRING) Size%1$d size;
                            @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color%1$d color;
                            @ManyToOne Book%1$d next;
                        }
                        """ + more;
        return EntityModel.of(IntStream.range(0, tables)
                .mapToObj(i -> text.formatted(i, type))
                .collect(Collectors.joining()));
    }
}
