package dev.aludel.runner;

/**
 * Something that the version table says and that is not so.
 *
 * @param code stable: {@code interrupted}, {@code unknown-revision}, {@code changed-script}, {@code altered-row},
 *     {@code missing-ancestor} or {@code missing-object}
 * @param revision the revision whose row it is
 * @param message what is wrong and what to do
 */
public record Finding(String code, String revision, String message) {}
