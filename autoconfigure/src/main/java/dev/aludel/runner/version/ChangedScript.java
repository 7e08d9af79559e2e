package dev.aludel.runner.version;

/**
 * A script that is not what was applied.
 *
 * @param location its file or class
 * @param applied the checksum of what was applied
 * @param present the checksum of what the script says now
 */
public record ChangedScript(String revision, String location, String applied, String present) {

    /** {@code 'db/revisions/a.sql' is not what ran (checksum 1b9e…, applied was 3f2a…)}. */
    public String words() {
        return "'%s' is not what ran (its checksum is %s, that of what was applied %s)"
                .formatted(location, present, applied);
    }
}
