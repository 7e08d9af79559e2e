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
 * The laws with revisions in Java, which are written, compiled and applied, and whose SQL is that of the script in their place. Other
 * scenarios than these run with {@code -Dscenario=} and a regular expression.
 */
class JavaScenarioIT {

    private static final String CHOSEN = "columns/a|indexes/|sequences/|enums/within|schemas/|objects/";

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicContainer> laws() throws URISyntaxException {
        String chosen = System.getProperty("scenario", CHOSEN);
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> scenario.name().matches(".*(" + chosen + ").*"))
                .filter(scenario -> scenario.isFor(TestDatabase.serverVersion()))
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
                                        Engine::inJava)
                                .tests()));
    }
}
