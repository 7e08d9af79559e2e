package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The laws hold between any two models, also between those that were never meant for each other: a walk leads from model to
 * model of all the scenarios. {@code -Dsteps=500 -Dseed=7} walk farther and elsewhere.
 *
 * <p>What nobody named may keep the name it has, so names of constraints are not compared here, nor the order of an enum's
 * values.
 */
@LongRun
class AnyTwoModelsIT {

    private static final Pattern CONSTRAINT = Pattern.compile("^(constraint .*?)\\.[^. ]+ ");
    private static final Pattern CAST_LIST = Pattern.compile("\\(\\(ARRAY\\[([^\\[\\]]*)]\\)::(\\w+)\\[]\\)");
    private static final Pattern VALUES = Pattern.compile("ARRAY\\[([^\\[\\]]*)]");

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicTest> leadsFromAnyModelToAnyOtherAndBack() throws URISyntaxException {
        List<Map.Entry<String, EntityModel>> models =
                new ArrayList<>(ScenarioModels.all().entrySet());
        long seed = Long.getLong("seed", 20261122);
        Collections.shuffle(models, new Random(seed));
        int steps = Integer.getInteger("steps", 12);
        List<DynamicTest> tests = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            Map.Entry<String, EntityModel> from = models.get((step - 1) % models.size());
            Map.Entry<String, EntityModel> to = models.get(step % models.size());
            tests.add(DynamicTest.dynamicTest(
                    from.getKey() + " to " + to.getKey(), () -> leads(from.getValue(), to.getValue())));
        }
        return tests.stream();
    }

    private void leads(EntityModel from, EntityModel to) {
        ALUDELS.clear();
        Engine walker = new Engine(ALUDELS);
        try (EntityModel.Open first = from.open(ALUDELS);
                EntityModel.Open second = to.open(ALUDELS)) {
            walker.migrate(first);
            CatalogSnapshot before = CatalogSnapshot.of(ALUDELS);
            Engine.Step step = walker.migrate(second);
            assertThat(meaning(CatalogSnapshot.of(ALUDELS)).differenceFrom(meaning(created(to))))
                    .as("%s%n%nmissing (-), surplus (+)", step.upgrade())
                    .isEmpty();
            assertThat(walker.compare(second)).isEmpty();
            walker.back(first);
            assertThat(readAgain(CatalogSnapshot.of(ALUDELS)).differenceFrom(readAgain(before)))
                    .as("%s%n%nmissing (-), surplus (+)", step.downgrade())
                    .isEmpty();
            assertThat(walker.compare(first)).isEmpty();
        }
    }

    private static CatalogSnapshot created(EntityModel model) {
        HIBERNATES.clear();
        model.createIn(HIBERNATES);
        return CatalogSnapshot.of(HIBERNATES);
    }

    private static CatalogSnapshot meaning(CatalogSnapshot snapshot) {
        return new CatalogSnapshot(snapshot.lines().stream()
                .map(line -> CONSTRAINT.matcher(line).replaceFirst("$1 "))
                .map(line -> VALUES.matcher(line).replaceAll(AnyTwoModelsIT::sorted))
                .sorted()
                .toList());
    }

    /** A view that comes back is read from what the server printed of it, where a cast of a list becomes one of each value. */
    private static CatalogSnapshot readAgain(CatalogSnapshot snapshot) {
        return new CatalogSnapshot(snapshot.lines().stream()
                .map(line -> CAST_LIST.matcher(line).replaceAll(AnyTwoModelsIT::castValues))
                .toList());
    }

    private static String castValues(MatchResult list) {
        return Matcher.quoteReplacement(Arrays.stream(list.group(1).split(", "))
                .map(value -> "(" + value + ")::" + list.group(2))
                .collect(Collectors.joining(", ", "(ARRAY[", "])")));
    }

    private static String sorted(MatchResult values) {
        return Matcher.quoteReplacement(
                Arrays.stream(values.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "ARRAY[", "]")));
    }
}
