package dev.aludel.actuate;

import dev.aludel.command.RevisionDetail;
import dev.aludel.command.RevisionInfo;
import dev.aludel.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The answer of {@code /actuator/aludel/{revision}}.
 *
 * @param created when its script was written, if the script says so
 * @param location where its script was read
 * @param head whether no other revision follows it
 * @param upgrade the SQL that applies it
 * @param downgrade the SQL that takes it back
 */
public record RevisionDescriptor(
        String id,
        List<String> downRevisions,
        String message,
        Set<String> branchLabels,
        List<String> dependsOn,
        @Nullable Instant created,
        String location,
        boolean head,
        String upgrade,
        String downgrade)
        implements OperationResponseBody {

    static RevisionDescriptor of(RevisionDetail detail, UnaryOperator<String> sanitize) {
        RevisionInfo info = detail.info();
        Revision revision = info.revision();
        return new RevisionDescriptor(
                revision.id(),
                revision.downRevisions(),
                revision.message(),
                revision.branchLabels(),
                revision.dependsOn(),
                info.created(),
                info.location(),
                info.head(),
                sanitize.apply(detail.upgrade()),
                sanitize.apply(detail.downgrade()));
    }
}
