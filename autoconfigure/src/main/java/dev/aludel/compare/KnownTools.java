package dev.aludel.compare;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of tools and libraries that make their own, with the sequences, views and triggers beside them. They are left alone, and
 * a start does not list them. A table that the application maps itself is none of them.
 */
public final class KnownTools {

    private static final List<String> NAMES = List.of(
            // migration tools
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "alembic_version",
            "schema_migrations",
            "ar_internal_metadata",
            "django_migrations",
            "_prisma_migrations",
            "knex_migrations",
            "knex_migrations_lock",
            "goose_db_version",
            "__EFMigrationsHistory",
            // Spring
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context",
            "batch_job_seq",
            "batch_job_instance_seq",
            "batch_job_execution_seq",
            "batch_step_execution_seq",
            "spring_session",
            "spring_session_attributes",
            "event_publication",
            "event_publication_archive",
            "int_lock",
            "int_message",
            "int_group_to_message",
            "int_message_group",
            "int_channel_message",
            "int_metadata_store",
            "int_message_seq",
            "oauth2_authorization",
            "oauth2_authorization_consent",
            "oauth2_registered_client",
            "persistent_logins",
            // schedulers, queues and workflows
            "qrtz_*",
            "shedlock",
            "scheduled_tasks",
            "scheduled_execution_logs",
            "jobrunr_*",
            "pgmq.*",
            "act_ge_*",
            "act_hi_*",
            "act_id_*",
            "act_re_*",
            "act_ru_*",
            "hsearch_agent",
            "hsearch_outbox_event",
            // PostGIS and its companions
            "spatial_ref_sys",
            "geometry_columns",
            "geography_columns",
            "raster_columns",
            "raster_overviews",
            "topology.*",
            "tiger.*");

    /** What stands on a table is called after it, as {@code audit on qrtz_jobs}. */
    private static final NamePatterns PATTERNS = new NamePatterns(
            NAMES.stream()
                    .flatMap(name -> name.contains(".") ? Stream.of(name) : Stream.of(name, "* on " + name))
                    .toList(),
            "");

    private KnownTools() {}

    /** Whether a tool of that name makes such an object. */
    public static boolean made(SchemaObject object) {
        return made(object.name());
    }

    static boolean made(ObjectName name) {
        return PATTERNS.match(name);
    }
}
