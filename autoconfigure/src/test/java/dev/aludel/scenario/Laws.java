package dev.aludel.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One scenario's walk through the laws: up from an empty database to before, to after, and back; in the long run also from nothing to
 * after, and to before by another process. The first law that is broken ends it.
 */
final class Laws {

    /** Whether the walk also begins a second time, and goes from nothing to after. */
    private static final boolean WHOLE = Boolean.getBoolean("laws.whole") || System.getProperty("scenario") != null;

    private final Scenario scenario;
    private final EntityModel before;
    private final EntityModel after;
    private final TestDatabase hibernates;
    private final TestDatabase database;
    private final Map<EntityModel, EntityModel.Open> opened = new HashMap<>();

    private final Function<TestDatabase, Engine> engines;
    private Engine engine;
    private Engine.Step step = Engine.Step.NONE;
    private CatalogSnapshot begin = CatalogSnapshot.EMPTY;
    private CatalogSnapshot end = CatalogSnapshot.EMPTY;
    private Rows rows = Rows.NONE;

    Laws(
            Scenario scenario,
            EntityModel before,
            EntityModel after,
            TestDatabase hibernates,
            TestDatabase database,
            Function<TestDatabase, Engine> engines) {
        this.scenario = scenario;
        this.before = before.withSettings(scenario.settings());
        this.after = after.withSettings(scenario.settings());
        this.hibernates = hibernates;
        this.database = database;
        this.engines = engines;
        this.engine = engines.apply(database);
    }

    /** The test of the scenario: its laws in the order of the walk, each of which goes on where the one before stopped. */
    DynamicTest test() {
        return DynamicTest.dynamicTest(scenario.name(), scenario.file().toUri(), this::hold);
    }

    private void hold() {
        try {
            boolean fromNothing = scenario.section("before").isEmpty();
            law("fresh: before, from nothing", this::freshBefore);
            law("silence: before", () -> silence(before));
            if (WHOLE && !fromNothing) {
                law("determinism", this::determinism);
            }
            law("change: from before to after", this::change);
            law("silence: after", () -> silence(after));
            law("rows: after the upgrade", this::rowsLiveOn);
            law("return: from after to before", this::back);
            law("silence: before, again", () -> silence(before));
            law("rows: after the downgrade", this::rowsAreBack);
            if (WHOLE && !fromNothing) {
                law("fresh: after, from nothing", this::freshAfter);
            }
        } finally {
            opened.values().forEach(EntityModel.Open::close);
        }
    }

    private static void law(String name, Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Broken law '" + name + "': " + e.getMessage(), e);
        }
    }

    private void freshBefore() {
        empty();
        step = engine.migrate(open(before));
        begin = created(before, "before as sql");
        assertSame(CatalogSnapshot.of(database), begin);
        assertThat(engines.apply(hibernates).compare(open(before)))
                .as("%s, as Hibernate makes it, where no revision tells of auxiliary objects", scenario.name())
                .allMatch(difference -> difference.startsWith("create object: "));
    }

    private void freshAfter() {
        empty();
        step = engine.migrate(open(after));
        assertSame(CatalogSnapshot.of(database), end);
        silence(after);
    }

    private void empty() {
        database.clear();
        scenario.section("given").ifPresent(database::execute);
        engine = engines.apply(database);
    }

    private void silence(EntityModel model) {
        assertThat(engine.compare(open(model))).as(scenario.name()).isEmpty();
    }

    /** Another factory and another reading of the database give the same revision. */
    private void determinism() {
        Engine.Step first = step;
        Objects.requireNonNull(opened.remove(before)).close();
        empty();
        step = engine.migrate(open(before));
        assertThat(step).as(scenario.name()).isEqualTo(first);
    }

    private void change() {
        scenario.section("foreign").ifPresent(database::execute);
        scenario.section("rows").ifPresent(database::execute);
        begin = CatalogSnapshot.of(database);
        rows = Rows.of(database);
        end = created(after, "after as sql");
        scenario.section("foreign after").or(() -> scenario.section("foreign")).ifPresent(hibernates::execute);
        CatalogSnapshot expected = CatalogSnapshot.of(hibernates).renamed(scenario.renamed());
        step = engine.migrate(open(after), scenario.renames(), scenario.defaults());
        if (engine.isPlain()) {
            assertHazards();
            assertText("upgrade", step.upgrade());
            assertText("downgrade", step.downgrade());
        }
        assertSame(CatalogSnapshot.of(database), expected);
    }

    private void assertText(String section, String actual) {
        scenario.section(section)
                .ifPresent(expected -> assertThat(statements(actual))
                        .as("%s, %s", scenario.name(), section)
                        .isEqualTo(expected.strip()));
    }

    /** Without the lines that tell of hazards. */
    private static String statements(String section) {
        return section.lines()
                .filter(line -> !line.startsWith("-- "))
                .collect(joining("\n"))
                .strip();
    }

    private void back() {
        engine.back(open(before));
        assertThat(CatalogSnapshot.of(database).differenceFrom(begin))
                .as("%s%n%n%s%n%nmissing (-), surplus (+)", scenario.name(), step.downgrade())
                .isEmpty();
    }

    /** What has another name now is asked for by the scenario's own queries. */
    private void rowsLiveOn() {
        Map<String, String> answers = scenario.answers();
        answers.forEach(
                (query, value) -> assertThat(database.query(query)).as(query).containsExactly(value));
        if (answers.isEmpty()) {
            rowsAreThere(Stream.of("converted", "filled")
                    .flatMap(title -> scenario.columns(title).stream())
                    .toList());
        }
        values();
    }

    private void rowsAreBack() {
        if (scenario.answers().isEmpty()) {
            rowsAreThere(scenario.columns("filled"));
        } else {
            assertThat(Rows.of(database).lines()).as(scenario.name()).isEqualTo(rows.lines());
        }
    }

    /** Values in columns that came or went on the way are not asked for. */
    private void rowsAreThere(List<String> except) {
        Rows now = Rows.of(database);
        rows = rows.within(now);
        assertThat(now.within(rows).without(except).lines())
                .as("%s%n%n%s", scenario.name(), step.upgrade())
                .isEqualTo(rows.without(except).lines());
    }

    private void values() {
        List<String> asked = new ArrayList<>();
        scenario.section("values").orElse("").lines().forEach(line -> {
            if (line.endsWith(";")) {
                asked.add(line);
                database.query(line.substring(0, line.length() - 1)).forEach(row -> asked.add(String.valueOf(row)));
            }
        });
        assertThat(String.join("\n", asked))
                .as("%s%n%n%s", scenario.name(), step.upgrade())
                .isEqualTo(scenario.section("values").orElse("").strip());
    }

    private void assertHazards() {
        scenario.section("hazards")
                .ifPresent(expected -> assertThat(step.upgrade()
                                .lines()
                                .filter(line -> line.startsWith("-- hazard "))
                                .map(line -> line.substring("-- hazard ".length(), line.indexOf(" ("))))
                        .as("%s%n%n%s", scenario.name(), step.upgrade())
                        .containsExactlyElementsOf(
                                expected.lines().filter(line -> !line.isBlank()).toList()));
    }

    private EntityModel.Open open(EntityModel model) {
        return opened.computeIfAbsent(model, absent -> absent.open(database));
    }

    private CatalogSnapshot created(EntityModel model, String sql) {
        hibernates.clear();
        scenario.section("given").ifPresent(hibernates::execute);
        scenario.section(sql).ifPresentOrElse(hibernates::execute, () -> model.createIn(hibernates));
        return CatalogSnapshot.of(hibernates);
    }

    private void assertSame(CatalogSnapshot actual, CatalogSnapshot expected) {
        assertThat(actual.differenceFrom(expected))
                .as("%s%n%n%s%n%nmissing (-), surplus (+)", scenario.name(), step.upgrade())
                .isEmpty();
    }
}
