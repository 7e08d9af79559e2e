package dev.aludel.actuate;

import dev.aludel.compare.Comparison;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.revision.Revision;
import dev.aludel.runner.Status;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.SchemaObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where one database stands.
 *
 * @param status UP_TO_DATE, PENDING, DRIFTED, AHEAD or INTERRUPTED
 * @param current the applied revisions that no other applied one follows
 * @param heads the newest revisions of this build
 * @param pending what an upgrade would apply, in order
 * @param applied in the order of application
 * @param comparedAt when the metamodel was last compared; null if it was not since the application's start
 * @param drift what the last comparison found, a line per difference
 * @param hazards what removing those differences would block or lose
 * @param unmanaged what is left alone, since neither the metamodel nor a revision made it
 * @param unproven expressions that could not be proven equal or different
 */
public record UnitDescriptor(
        String status,
        List<String> current,
        List<String> heads,
        List<PendingDescriptor> pending,
        List<AppliedDescriptor> applied,
        @Nullable Instant comparedAt,
        List<String> drift,
        List<HazardDescriptor> hazards,
        List<String> unmanaged,
        List<String> unproven) {

    static UnitDescriptor of(Status status, List<HazardFinding> said, Function<Comparison, List<Hazard>> hazards) {
        Optional<Comparison> comparison = Optional.ofNullable(status.comparison());
        return new UnitDescriptor(
                status.state().name(),
                status.current(),
                status.heads(),
                status.pending().stream()
                        .map(revision -> PendingDescriptor.of(revision, said))
                        .toList(),
                status.applied().stream().map(AppliedDescriptor::of).toList(),
                comparison.map(Comparison::comparedAt).orElse(null),
                comparison.map(Comparison::describe).orElse(List.of()),
                comparison.map(hazards).orElse(List.of()).stream()
                        .map(HazardDescriptor::of)
                        .toList(),
                comparison.map(Comparison::unmanaged).orElse(List.of()).stream()
                        .map(SchemaObject::toString)
                        .toList(),
                comparison.map(Comparison::unproven).orElse(List.of()));
    }

    /**
     * A revision that is yet to be applied.
     *
     * @param hazards what its script says that it may block or lose
     */
    public record PendingDescriptor(
            String id, List<String> downRevisions, String message, List<SaidDescriptor> hazards) {

        static PendingDescriptor of(Revision revision, List<HazardFinding> said) {
            return new PendingDescriptor(
                    revision.id(),
                    revision.downRevisions(),
                    revision.message(),
                    said.stream()
                            .filter(finding -> finding.revision().equals(revision.id()))
                            .map(SaidDescriptor::of)
                            .toList());
        }
    }

    /**
     * A hazard that a script names.
     *
     * @param severity WARN or FAIL
     * @param allowed why the script allows it; null where it does not
     */
    public record SaidDescriptor(
            String code,
            String severity,
            String message,
            String safe,
            @Nullable String allowed) {

        static SaidDescriptor of(HazardFinding finding) {
            return new SaidDescriptor(
                    finding.code(), finding.severity().name(), finding.message(), finding.safe(), finding.allowed());
        }
    }

    /**
     * A revision as the version table has it.
     *
     * @param duration as ISO 8601 writes it, such as {@code PT0.012S}
     */
    public record AppliedDescriptor(
            String id,
            List<String> downRevisions,
            String message,
            String checksum,
            Instant appliedAt,
            String appliedBy,
            String duration) {

        static AppliedDescriptor of(AppliedRevision revision) {
            return new AppliedDescriptor(
                    revision.id(),
                    revision.downRevisions(),
                    revision.message(),
                    revision.checksum(),
                    revision.appliedAt(),
                    revision.appliedBy(),
                    revision.duration().toString());
        }
    }

    /**
     * What an operation would block or lose.
     *
     * @param object the table, or what else it is about
     * @param safe what to do instead
     */
    public record HazardDescriptor(String code, String object, boolean losesRows, String message, String safe) {

        static HazardDescriptor of(Hazard hazard) {
            return new HazardDescriptor(
                    hazard.code(), hazard.object().toString(), hazard.losesRows(), hazard.message(), hazard.safe());
        }
    }
}
