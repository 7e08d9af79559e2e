package dev.aludel.runner.version;

import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is written into the version table about a revision.
 *
 * @param creates what becomes managed with it
 * @param by who applies it
 * @param state applied, or what is under way
 */
public record VersionRecord(
        Script script,
        String checksum,
        List<SchemaObject> creates,
        Instant at,
        String by,
        Duration duration,
        VersionRow.State state) {}
