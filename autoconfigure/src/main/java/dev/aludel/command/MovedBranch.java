package dev.aludel.command;

import dev.aludel.revision.Move;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rebase} did.
 *
 * @param file the script whose header was rewritten; null when the branch stood there already
 */
public record MovedBranch(Move move, @Nullable Path file) {}
