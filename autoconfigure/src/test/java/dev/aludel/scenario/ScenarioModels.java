package dev.aludel.scenario;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands before and after in the scenarios, for tests that need many models. */
final class ScenarioModels {

    private ScenarioModels() {}

    /** The models of all scenarios, but for those that Hibernate cannot create itself or this server is too old for. */
    static Map<String, EntityModel> all() throws URISyntaxException {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        for (Scenario scenario : Scenario.all()) {
            for (String state : List.of("before", "after")) {
                String name = scenario.name() + ", " + state;
                if (scenario.section(state).isPresent()
                        && scenario.isFor(TestDatabase.serverVersion())
                        && scenario.section(state + " as sql").isEmpty()
                        && scenario.section(state + " mapping").isEmpty()
                        && scenario.section("given").isEmpty()
                        && !scenario.settings().containsKey("hibernate.default_schema")) {
                    texts.put(name, scenario.section(state).orElseThrow());
                    settings.put(name, scenario.settings());
                }
            }
        }
        Map<String, EntityModel> models = new TreeMap<>();
        EntityModel.of(texts)
                .forEach((name, model) -> models.put(name, model.withSettings(settings.getOrDefault(name, Map.of()))));
        return models;
    }
}
