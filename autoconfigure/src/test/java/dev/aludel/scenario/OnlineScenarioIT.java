package dev.aludel.scenario;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The laws with plans for a database that is written to meanwhile. Other scenarios than these run with {@code -Dscenario=} and a regular
 * expression.
 */
class OnlineScenarioIT {

    private static final String CHOSEN =
            "columns/(nullability|types-change-with)|indexes/options|checks/enum-gains|keys/(on-delete|reference-to-a-unique)"
                    + "|rows/value-of-its-own|rows/default-for-a-new|unique/moves|renames/rename-a-t";

    private static final String CHOSEN_IN_JAVA = "rows/value-of-its-own|keys/on-delete";

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicContainer> laws() throws URISyntaxException {
        return laws(System.getProperty("scenario", CHOSEN), Engine::online);
    }

    @TestFactory
    Stream<DynamicContainer> lawsInJava() throws URISyntaxException {
        return laws(System.getProperty("scenario", CHOSEN_IN_JAVA), Engine::onlineInJava);
    }

    private static Stream<DynamicContainer> laws(String chosen, Function<TestDatabase, Engine> engines)
            throws URISyntaxException {
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> scenario.name().matches(".*(" + chosen + ").*"))
                .filter(scenario -> scenario.isFor(TestDatabase.serverVersion()))
                .filter(scenario -> scenario.section("after mapping").isEmpty())
                .toList();
        Map<String, String> texts = new LinkedHashMap<>();
        scenarios.forEach(scenario -> {
            texts.put(scenario.name() + ", before", scenario.before());
            texts.put(scenario.name() + ", after", scenario.after());
        });
        Map<String, EntityModel> models = EntityModel.of(texts);
        return scenarios.stream()
                .map(scenario -> DynamicContainer.dynamicContainer(
                        scenario.name(),
                        new Laws(
                                        scenario,
                                        Objects.requireNonNull(models.get(scenario.name() + ", before")),
                                        Objects.requireNonNull(models.get(scenario.name() + ", after")),
                                        HIBERNATES,
                                        ALUDELS,
                                        engines)
                                .tests()));
    }
}
