package dev.aludel.scenario;

import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The laws with plans for a database that is written to meanwhile. */
@LongRun
class OnlineScenarioIT {

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicTest> laws() throws URISyntaxException {
        return new LawTests(HIBERNATES, ALUDELS).of(scenario -> scenario.isAlso("online"), Engine::online);
    }

    @TestFactory
    Stream<DynamicTest> lawsInJava() throws URISyntaxException {
        return new LawTests(HIBERNATES, ALUDELS)
                .of(scenario -> scenario.isAlso("online in java"), Engine::onlineInJava);
    }
}
