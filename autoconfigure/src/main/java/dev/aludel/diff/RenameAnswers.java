package dev.aludel.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person said of renames, on the command line or when asked. Names are as people read them: {@code users},
 * {@code audit.users}, {@code users.name}.
 *
 * @param renamed what was renamed
 * @param dropped what was not renamed but is to go
 */
public record RenameAnswers(List<Renamed> renamed, List<String> dropped) {

    public static final RenameAnswers NONE = new RenameAnswers(List.of(), List.of());

    /**
     * One rename.
     *
     * @param before {@code users.name}; the table by its old name or its new one
     * @param after {@code full_name}
     */
    public record Renamed(String before, String after) {

        /** As it is said on the command line. */
        @Override
        public String toString() {
            return before + "=" + after;
        }
    }

    public RenameAnswers {
        renamed = List.copyOf(renamed);
        dropped = List.copyOf(dropped);
    }

    public RenameAnswers andRenamed(String before, String after) {
        List<Renamed> all = new ArrayList<>(renamed);
        all.add(new Renamed(before, after));
        return new RenameAnswers(all, dropped);
    }

    public RenameAnswers andDropped(String name) {
        List<String> all = new ArrayList<>(dropped);
        all.add(name);
        return new RenameAnswers(renamed, all);
    }
}
