package dev.aludel.compare;

import java.util.List;

/**
 * What is compared.
 *
 * @param schemas further database schemas to read besides those that the model names
 * @param include patterns of tables and sequences to compare, {@code *} and {@code ?} as wildcards
 * @param exclude patterns of tables and sequences to leave out, as {@code include}
 * @param dropUnmanaged whether autogenerate also drops what neither the model nor a revision made
 * @param renameCandidates what becomes of what may have been renamed
 */
public record CompareSettings(
        List<String> schemas,
        List<String> include,
        List<String> exclude,
        boolean dropUnmanaged,
        RenamePolicy renameCandidates) {

    public CompareSettings {
        schemas = List.copyOf(schemas);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Everything in the model's schemas; nothing unmanaged is dropped. */
    public static CompareSettings defaults() {
        return new CompareSettings(List.of(), List.of("*"), List.of(), false, RenamePolicy.ASK);
    }

    public CompareSettings withRenameCandidates(RenamePolicy policy) {
        return new CompareSettings(schemas, include, exclude, dropUnmanaged, policy);
    }
}
