package dev.aludel.script;

import java.util.List;
import java.util.stream.Stream;

/** Revisions to be read: by all processors where there are so many that it is worth it, and in their order in any case. */
public final class ManyFiles {

    /** A processor reads as many in the time that it takes to share them out. */
    private static final int MANY = 500;

    private ManyFiles() {}

    /** Returns some files as a stream. */
    public static <T> Stream<T> of(List<T> files) {
        return files.size() < MANY ? files.stream() : files.parallelStream();
    }
}
