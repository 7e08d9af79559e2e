package dev.aludel.scenario;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The laws on every scenario. One alone runs with {@code -Dscenario=columns/add-a-column}, several with a regular expression.
 */
class ScenarioIT {

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicContainer> laws() throws URISyntaxException {
        String chosen = System.getProperty("scenario", "");
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> scenario.name().matches(".*(" + chosen + ").*"))
                .filter(scenario -> scenario.isFor(TestDatabase.serverVersion()))
                .toList();
        Map<String, EntityModel> models = EntityModel.of(texts(scenarios));
        return scenarios.stream()
                .map(scenario -> DynamicContainer.dynamicContainer(
                        scenario.name(),
                        scenario.file().toUri(),
                        new Laws(
                                        scenario,
                                        model(models, scenario, "before"),
                                        model(models, scenario, "after"),
                                        HIBERNATES,
                                        ALUDELS)
                                .tests()));
    }

    private static Map<String, String> texts(List<Scenario> scenarios) {
        Map<String, String> texts = new LinkedHashMap<>();
        scenarios.forEach(scenario -> {
            texts.put(scenario.name() + ", before", scenario.before());
            texts.put(scenario.name() + ", after", scenario.after());
        });
        return texts;
    }

    private static EntityModel model(Map<String, EntityModel> models, Scenario scenario, String state) {
        EntityModel model = Objects.requireNonNull(models.get(scenario.name() + ", " + state), state);
        return scenario.section(state + " mapping").map(model::withMappingFile).orElse(model);
    }
}
