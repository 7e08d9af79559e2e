package dev.aludel.scenario;

import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The laws with revisions in Java, which are written, compiled and applied, and whose SQL is that of the script in their place. */
@LongRun
class JavaScenarioIT {

    @RegisterExtension
    static final TestDatabase HIBERNATES = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ALUDELS = TestDatabase.create();

    @TestFactory
    Stream<DynamicTest> laws() throws URISyntaxException {
        return new LawTests(HIBERNATES, ALUDELS).of(scenario -> scenario.isAlso("java"), Engine::inJava);
    }
}
