package dev.aludel.scenario;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of scenarios, one for each. One alone runs with {@code -Dscenario=columns/add-a-column}, several with a regular
 * expression, whatever a class would choose by itself.
 *
 * @param hibernates where Hibernate creates what a model means
 * @param aludels where Aludel migrates
 */
record LawTests(TestDatabase hibernates, TestDatabase aludels) {

    Stream<DynamicTest> of(Predicate<Scenario> chosen, Function<TestDatabase, Engine> engines)
            throws URISyntaxException {
        String named = System.getProperty("scenario");
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(named == null ? chosen : scenario -> scenario.name().matches(".*(" + named + ").*"))
                .filter(scenario -> scenario.isFor(TestDatabase.serverVersion()))
                .toList();
        Map<String, EntityModel> models = EntityModel.of(texts(scenarios));
        return scenarios.stream()
                .map(scenario -> new Laws(
                                scenario,
                                model(models, scenario, "before"),
                                model(models, scenario, "after"),
                                hibernates,
                                aludels,
                                engines)
                        .test());
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
