package dev.aludel.command;

import dev.aludel.compare.Comparison;
import dev.aludel.dialect.Dialect;
import dev.aludel.diff.online.OnlineStep;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardComment;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.JavaWriter.Step;
import dev.aludel.script.JavaWriter.Way;
import dev.aludel.text.OneLine;
import dev.aludel.text.SqlComment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns operations into the sections of a script: the upgrade as found, the downgrade as its reverse from the end. */
final class Autogenerate {

    private final Dialect dialect;
    private final List<Difference> differences;
    private final List<SchemaObject> unmanaged;
    private final List<Hazard> inTheWay;
    private final Situation situation;

    Autogenerate(Dialect dialect, Comparison comparison) {
        this(
                dialect,
                new OnlineStep(true, "", comparison.differences()),
                comparison.unmanaged(),
                comparison.hazards(),
                comparison.situation());
    }

    /**
     * One of the revisions that a comparison leads to.
     *
     * @param inTheWay what its operations run into that they themselves do not tell
     */
    Autogenerate(
            Dialect dialect,
            OnlineStep step,
            List<SchemaObject> unmanaged,
            List<Hazard> inTheWay,
            Situation situation) {
        this.dialect = dialect;
        this.differences = step.differences();
        this.unmanaged = List.copyOf(unmanaged);
        this.inTheWay = List.copyOf(inTheWay);
        this.situation = situation;
    }

    /** Of operations that nothing is in the way of. */
    Autogenerate(Dialect dialect, List<Difference> differences) {
        this(dialect, new OnlineStep(true, "", differences), List.of(), List.of(), Situation.unknown());
    }

    List<Difference> differences() {
        return differences;
    }

    String upgrade() {
        return section(differences, inTheWay);
    }

    String downgrade() {
        return section(reversed(), List.of());
    }

    private List<Difference> reversed() {
        List<Difference> reversed = new ArrayList<>(differences);
        Collections.reverse(reversed);
        return reversed.stream().map(Difference::reverse).toList();
    }

    /** The upgrade as a class has it. */
    Way upgradeWay() {
        return way(differences, inTheWay);
    }

    /** The downgrade as a class has it. */
    Way downgradeWay() {
        return way(reversed(), List.of());
    }

    private Way way(List<Difference> steps, List<Hazard> first) {
        List<Hazard> hazards = new ArrayList<>(first);
        forecasts(steps, situation.anywhere()).forEach(forecast -> hazards.addAll(forecast.hazards()));
        return new Way(
                remarks(hazards),
                steps.stream()
                        .map(step -> new Step(step.operation(), step.comment()))
                        .toList());
    }

    private static List<String> remarks(List<Hazard> hazards) {
        return hazards.stream()
                .flatMap(hazard -> HazardComment.of(hazard).lines().stream())
                .toList();
    }

    /** What becomes managed; what is not Aludel's and is only put back does not, nor does a name that is there for a while. */
    List<SchemaObject> creates() {
        List<SchemaObject> renamed = reversed().stream()
                .map(Difference::operation)
                .filter(RenameIndex.class::isInstance)
                .flatMap(operation -> operation.creates().stream())
                .toList();
        return differences.stream()
                .flatMap(difference -> difference.operation().creates().stream())
                .filter(object -> !unmanaged.contains(object))
                .filter(object -> !renamed.contains(object))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the upgrade blocks or loses in the database that was compared. */
    List<Hazard> hazards() {
        return hazards(situation);
    }

    /** What it may block or lose in any database, which the script says. */
    List<Hazard> hazardsAnywhere() {
        return hazards(situation.anywhere());
    }

    private List<Hazard> hazards(Situation where) {
        return Stream.concat(
                        inTheWay.stream(),
                        forecasts(differences, where).stream().flatMap(forecast -> forecast.hazards().stream()))
                .toList();
    }

    private List<Forecast> forecasts(List<Difference> steps, Situation where) {
        return dialect.hazards()
                .forecast(steps.stream().map(Difference::operation).toList(), unmanaged, where);
    }

    /** Why the upgrade cannot be taken back; null where it can. */
    @Nullable
    String irreversible() {
        String reasons = differences.stream()
                .flatMap(difference -> dialect.hazards().irreversible(difference.operation()).stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? null : reasons;
    }

    /** The statements of all operations, as a script has them. */
    String statements() {
        StringBuilder text = new StringBuilder();
        statements(text, differences, List.of());
        return text.toString().stripTrailing();
    }

    private String section(List<Difference> steps, List<Hazard> first) {
        StringBuilder text = new StringBuilder();
        remark(text, first);
        statements(text, steps, forecasts(steps, situation.anywhere()));
        return text.toString().stripTrailing();
    }

    /**
     * Above the statements of an operation stands where it comes from, once for several in a row, and what it blocks or loses.
     *
     * @param forecasts of the steps; empty where nobody wants to know
     */
    private void statements(StringBuilder text, List<Difference> steps, List<Forecast> forecasts) {
        String said = "";
        for (int at = 0; at < steps.size(); at++) {
            Difference step = steps.get(at);
            List<String> rendered = dialect.renderer().render(step.operation());
            if (rendered.isEmpty()) {
                continue;
            }
            String comment = OneLine.of(step.comment()).strip();
            if (!comment.isEmpty() && !comment.equals(said)) {
                text.append(SqlComment.of(comment)).append('\n');
            }
            said = comment;
            remark(text, forecasts.isEmpty() ? List.of() : forecasts.get(at).hazards());
            for (String sql : rendered) {
                text.append(sql).append(";\n");
                if (sql.indexOf('\n') >= 0) {
                    text.append('\n');
                }
            }
        }
    }

    private static void remark(StringBuilder text, List<Hazard> hazards) {
        remarks(hazards).forEach(remark -> text.append(SqlComment.read(remark)).append('\n'));
    }
}
