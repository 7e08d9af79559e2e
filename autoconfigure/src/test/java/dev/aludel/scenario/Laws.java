package dev.aludel.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.function.Executable;

/**
 * One scenario's walk through the laws: up from an empty database to before, to after, back, and from nothing to after. What
 * stands on a step that failed is skipped, so that one cause fails one test.
 */
final class Laws {

    private final Scenario scenario;
    private final EntityModel before;
    private final EntityModel after;
    private final TestDatabase hibernates;
    private final TestDatabase database;
    private final List<DynamicTest> tests = new ArrayList<>();
    private final Map<EntityModel, EntityModel.Open> opened = new HashMap<>();

    private final Function<TestDatabase, Engine> engines;
    private Engine engine;
    private Engine.Step step = Engine.Step.NONE;
    private CatalogSnapshot begin = CatalogSnapshot.EMPTY;
    private CatalogSnapshot end = CatalogSnapshot.EMPTY;
    private Rows rows = Rows.NONE;
    private boolean broken;

    Laws(Scenario scenario, EntityModel before, EntityModel after, TestDatabase hibernates, TestDatabase database) {
        this(scenario, before, after, hibernates, database, Engine::new);
    }

    /** With another kind of revisions. */
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

    /** The laws in the order of the walk; each goes on where the one before stopped. */
    Stream<DynamicTest> tests() {
        boolean fromNothing = scenario.section("before").isEmpty();
        step("fresh: before, from nothing", () -> {
            empty();
            step = engine.migrate(open(before));
            begin = created(before, "before as sql");
            assertSame(CatalogSnapshot.of(database), begin);
        });
        step("silence: before", () -> silence(before));
        if (!fromNothing) {
            step("determinism", this::determinism);
        }
        step("change: from before to after", this::change);
        step("silence: after", () -> silence(after));
        step("rows: after the upgrade", this::rowsLiveOn);
        step("return: from after to before", this::back);
        step("silence: before, again", () -> silence(before));
        step("rows: after the downgrade", this::rowsAreBack);
        if (!fromNothing) {
            law("fresh: after, from nothing", () -> {
                empty();
                step = engine.migrate(open(after));
                assertSame(CatalogSnapshot.of(database), end);
                silence(after);
            });
        }
        law("(end)", () -> opened.values().forEach(EntityModel.Open::close));
        return tests.stream();
    }

    private void step(String name, Executable assertion) {
        law(name, () -> {
            assumeTrue(!broken, "an earlier step of " + scenario.name() + " failed");
            broken = true;
            assertion.execute();
            broken = false;
        });
    }

    private void law(String name, Executable assertion) {
        tests.add(DynamicTest.dynamicTest(name, scenario.file().toUri(), assertion));
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
