package dev.aludel.command;

import dev.aludel.revision.Squash;
import dev.aludel.script.Script;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code squash} wrote.
 *
 * @param script the one revision
 * @param file its script
 * @param squash what it replaces
 * @param replaced where those stand, which may go when every database is past them
 * @param reversible whether it was proven to be taken back as they are, too
 */
public record WrittenSquash(Script script, Path file, Squash squash, List<String> replaced, boolean reversible) {

    public WrittenSquash {
        replaced = List.copyOf(replaced);
    }
}
