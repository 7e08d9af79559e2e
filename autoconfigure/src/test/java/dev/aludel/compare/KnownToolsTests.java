package dev.aludel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownToolsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyway_schema_history",
                "DATABASECHANGELOG",
                "batch_step_execution_context",
                "qrtz_job_details",
                "shedlock",
                "event_publication",
                "scheduled_tasks",
                "jobrunr_jobs_stats",
                "spatial_ref_sys",
                "audit on qrtz_triggers"
            })
    void areTold(String name) {
        assertThat(KnownTools.made(new SchemaObject(Kind.TABLE, ObjectName.of(name))))
                .isTrue();
        assertThat(KnownTools.made(new SchemaObject(Kind.TABLE, ObjectName.of("jobs", name))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"revinfo", "events", "batch", "act", "users", "audit on users", "quartz_jobs"})
    void areNotTheApplications(String name) {
        assertThat(KnownTools.made(new SchemaObject(Kind.TABLE, ObjectName.of(name))))
                .isFalse();
    }
}
