package dev.aludel.cli;

import static dev.aludel.cli.Json.list;
import static dev.aludel.cli.Json.object;

import dev.aludel.command.BranchPoint;
import dev.aludel.command.CheckResult;
import dev.aludel.command.MovedBranch;
import dev.aludel.command.RevisionDetail;
import dev.aludel.command.RevisionInfo;
import dev.aludel.command.WrittenBaseline;
import dev.aludel.command.WrittenRevision;
import dev.aludel.command.WrittenSquash;
import dev.aludel.compare.Comparison;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.hazard.Hazard;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Revision;
import dev.aludel.runner.Interruption;
import dev.aludel.runner.Status;
import dev.aludel.runner.Verified;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.ChangedScript;
import dev.aludel.script.AcceptanceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers as JSON. They are a contract: what is there stays, what is new is added. */
final class Shapes {

    private Shapes() {}

    static Map<String, ?> revisions(List<RevisionInfo> infos) {
        return object("revisions", list(infos, Shapes::revision));
    }

    static Map<String, ?> branches(List<BranchPoint> points) {
        return object(
                "branchPoints",
                list(
                        points,
                        point -> object(
                                "revision",
                                revision(point.info()),
                                "followers",
                                list(point.followers(), Shapes::revision))));
    }

    static Map<String, ?> details(List<RevisionDetail> details) {
        return object("revisions", list(details, detail -> {
            Map<String, @Nullable Object> shape = new LinkedHashMap<>(revision(detail.info()));
            shape.put("accepts", list(detail.accepts(), AcceptanceText::print));
            shape.put("upgrade", detail.upgrade());
            shape.put("downgrade", detail.downgrade());
            return shape;
        }));
    }

    static Map<String, ?> written(WrittenRevision written) {
        return object(
                "id", written.id(),
                "path", written.file(),
                "differences", list(written.differences(), difference -> difference.describe()),
                "hazards", list(written.hazards(), Shapes::hazard),
                "steps", list(written.steps(), step -> object("id", step.id(), "path", step.file())));
    }

    static Map<String, ?> baseline(WrittenBaseline written) {
        return object(
                "id", written.revision().id(),
                "path", written.revision().file(),
                "omitted", list(written.baseline().omitted(), Object::toString),
                "unmapped", list(written.baseline().unmapped(), Object::toString),
                "accepted", list(written.accepted(), AcceptanceText::print),
                "differences", written.comparison().describe());
    }

    static Map<String, ?> moved(MovedBranch moved) {
        return object(
                "moved", list(moved.move().moved(), Revision::id),
                "onto", moved.move().onto().id(),
                "before", moved.move().first().downRevisions(),
                "path", moved.file());
    }

    static Map<String, ?> squash(WrittenSquash written) {
        return object(
                "id", written.script().id(),
                "path", written.file(),
                "replaces", written.script().revision().replaces(),
                "scripts", written.replaced(),
                "reversible", written.reversible());
    }

    static Map<String, ?> run(String key, List<AppliedRevision> run, List<RevisionInfo> current) {
        return object(key, list(run, Shapes::applied), "current", list(current, Shapes::id));
    }

    static Map<String, ?> current(List<RevisionInfo> current) {
        return object("current", list(current, Shapes::id));
    }

    static Map<String, ?> status(Status status, List<ChangedScript> changed) {
        return object(
                "state", status.state(),
                "current", status.current(),
                "heads", status.heads(),
                "pending", list(status.pending(), Shapes::pending),
                "applied", list(status.applied(), Shapes::applied),
                "unknown", list(status.unknown(), Shapes::applied),
                "changed", list(changed, Shapes::changed));
    }

    static Map<String, ?> check(CheckResult result) {
        Comparison comparison = result.comparison();
        return object(
                "ok",
                result.ok(),
                "pending",
                list(result.pending(), Shapes::pending),
                "unknown",
                list(result.unknown(), Shapes::applied),
                "differences",
                comparison == null ? List.of() : comparison.describe(),
                "renameCandidates",
                comparison == null ? List.of() : list(comparison.candidates(), Object::toString),
                "unproven",
                comparison == null ? List.of() : comparison.unproven());
    }

    static Map<String, ?> comparison(
            Comparison comparison, List<AppliedRevision> unknown, List<Hazard> hazards, String sql) {
        return object(
                "equal", comparison.isEqual(),
                "unknown", list(unknown, Shapes::applied),
                "differences", comparison.describe(),
                "renameCandidates", list(comparison.candidates(), Object::toString),
                "hazards", list(hazards, Shapes::hazard),
                "unmanaged", list(comparison.unmanaged(), Object::toString),
                "unproven", comparison.unproven(),
                "sql", sql);
    }

    static Map<String, ?> verified(Verified verified) {
        return object(
                "ok",
                verified.ok(),
                "revisions",
                verified.revisions(),
                "findings",
                list(
                        verified.findings(),
                        finding -> object(
                                "code", finding.code(),
                                "revision", finding.revision(),
                                "message", finding.message())));
    }

    static Map<String, ?> diagnoses(boolean ok, List<Diagnosis> found) {
        return object(
                "ok",
                ok,
                "checks",
                list(
                        found,
                        diagnosis -> object(
                                "subject", diagnosis.subject(),
                                "verdict", diagnosis.verdict(),
                                "message", diagnosis.message(),
                                "remedy", diagnosis.remedy())));
    }

    static Map<String, ?> created(List<Operation> created) {
        return object("created", list(created, Operation::describe));
    }

    private static Map<String, @Nullable Object> revision(RevisionInfo info) {
        Revision revision = info.revision();
        return object(
                "id", revision.id(),
                "downRevisions", revision.downRevisions(),
                "dependsOn", revision.dependsOn(),
                "branchLabels", revision.branchLabels().stream().sorted().toList(),
                "message", revision.message(),
                "created", info.created(),
                "location", info.location(),
                "head", info.head(),
                "current", info.current(),
                "branchPoint", info.branchPoint(),
                "mergePoint", info.mergePoint());
    }

    private static Map<String, ?> pending(Revision revision) {
        return object(
                "id", revision.id(),
                "downRevisions", revision.downRevisions(),
                "message", revision.message());
    }

    private static Map<String, ?> applied(AppliedRevision row) {
        return object(
                "id", row.id(),
                "downRevisions", row.downRevisions(),
                "message", row.message(),
                "checksum", row.checksum(),
                "appliedAt", row.appliedAt(),
                "appliedBy", row.appliedBy(),
                "milliseconds", row.duration().toMillis());
    }

    static Map<String, ?> resolved(List<Interruption> interrupted, List<ChangedScript> accepted) {
        return object(
                "interrupted",
                list(
                        interrupted,
                        each -> object(
                                "revision", each.revision(),
                                "upgrade", each.upgrade(),
                                "done", each.done(),
                                "of", each.of(),
                                "place", each.place(),
                                "statement", each.statement(),
                                "doubt", each.doubt(),
                                "evidence", each.evidence())),
                "accepted",
                list(accepted, Shapes::changed));
    }

    private static Map<String, ?> changed(ChangedScript script) {
        return object(
                "revision", script.revision(),
                "location", script.location(),
                "applied", script.applied(),
                "present", script.present());
    }

    private static Map<String, ?> hazard(Hazard hazard) {
        return object(
                "code", hazard.code(),
                "object", hazard.object().toString(),
                "losesRows", hazard.losesRows(),
                "message", hazard.message(),
                "safe", hazard.safe(),
                "rows", hazard.rows());
    }

    private static String id(RevisionInfo info) {
        return info.revision().id();
    }
}
