package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.metamodel.MappingReading;
import dev.aludel.metamodel.MetamodelReader;
import dev.aludel.schema.Model;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entities mean the same whether their SessionFactory is built or only their mapping is read. */
@LongRun
class MappingReadingIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TestFactory
    Stream<DynamicTest> readsWhatTheBuiltFactoryMeans() throws URISyntaxException {
        return ScenarioModels.all().entrySet().stream()
                .map(model -> DynamicTest.dynamicTest(model.getKey(), () -> compare(model.getValue())));
    }

    private static void compare(EntityModel entities) {
        MappingReading reading = new MappingReading();
        Model read = reading.during(() -> entities.open(DATABASE, reading));
        try (EntityModel.Open open = entities.open(DATABASE)) {
            Model built =
                    MetamodelReader.model(open.metadata(), open.factory().unwrap(SessionFactoryImplementor.class));

            assertThat(read.schema()).isEqualTo(built.schema());
            assertThat(read.renames()).isEqualTo(built.renames());
            assertThat(read.origins().get()).isEqualTo(built.origins().get());
        }
    }
}
