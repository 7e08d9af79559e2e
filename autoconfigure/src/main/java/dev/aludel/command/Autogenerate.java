package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Hazard;
import dev.aludel.diff.Difference;
import dev.aludel.runner.Comparison;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.JavaWriter.Step;
import dev.aludel.script.JavaWriter.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns operations into the sections of a script: the upgrade as found, the downgrade as its reverse from the end. */
final class Autogenerate {

    private final Dialect dialect;
    private final List<Difference> differences;
    private final List<SchemaObject> unmanaged;
    private final List<Hazard> inTheWay;

    Autogenerate(Dialect dialect, Comparison comparison) {
        this.dialect = dialect;
        this.differences = comparison.differences();
        this.unmanaged = comparison.unmanaged();
        this.inTheWay = comparison.hazards();
    }

    /** Of operations that nothing is in the way of. */
    Autogenerate(Dialect dialect, List<Difference> differences) {
        this.dialect = dialect;
        this.differences = differences;
        this.unmanaged = List.of();
        this.inTheWay = List.of();
    }

    String upgrade() {
        return section(differences, hazards());
    }

    String downgrade() {
        List<Difference> steps = reversed();
        return section(steps, hazards(steps));
    }

    private List<Difference> reversed() {
        List<Difference> reversed = new ArrayList<>(differences);
        Collections.reverse(reversed);
        return reversed.stream().map(Difference::reverse).toList();
    }

    /** The upgrade as a class has it. */
    Way upgradeWay() {
        return way(differences, hazards());
    }

    /** The downgrade as a class has it. */
    Way downgradeWay() {
        List<Difference> steps = reversed();
        return way(steps, hazards(steps));
    }

    private static Way way(List<Difference> steps, List<Hazard> hazards) {
        return new Way(
                hazards.stream().map(Autogenerate::remark).toList(),
                steps.stream()
                        .map(step -> new Step(step.operation(), step.comment()))
                        .toList());
    }

    private static String remark(Hazard hazard) {
        return "hazard " + hazard.code() + ": " + line(hazard.message());
    }

    /** What becomes managed; what is not Aludel's and is only put back does not. */
    List<SchemaObject> creates() {
        return differences.stream()
                .flatMap(difference -> difference.operation().creates().stream())
                .filter(object -> !unmanaged.contains(object))
                .distinct()
                .sorted()
                .toList();
    }

    List<Hazard> hazards() {
        List<Hazard> hazards = new ArrayList<>(hazards(differences));
        hazards.addAll(inTheWay);
        return hazards;
    }

    private List<Hazard> hazards(List<Difference> steps) {
        return dialect.hazards().of(steps.stream().map(Difference::operation).toList(), unmanaged);
    }

    /** The statements of all operations, as a script has them. */
    String statements() {
        StringBuilder text = new StringBuilder();
        statements(text, differences);
        return text.toString().stripTrailing();
    }

    private String section(List<Difference> steps, List<Hazard> hazards) {
        StringBuilder text = new StringBuilder();
        for (Hazard hazard : hazards) {
            text.append("-- ").append(remark(hazard)).append('\n');
        }
        statements(text, steps);
        return text.toString().stripTrailing();
    }

    /** Above the statements of an operation stands where it comes from, once for several in a row. */
    private void statements(StringBuilder text, List<Difference> steps) {
        String said = "";
        for (Difference step : steps) {
            String comment = line(step.comment());
            if (!comment.isEmpty() && !comment.equals(said)) {
                text.append("-- ").append(comment).append('\n');
            }
            said = comment;
            for (String sql : dialect.renderer().render(step.operation())) {
                text.append(sql).append(";\n");
                if (sql.indexOf('\n') >= 0) {
                    text.append('\n');
                }
            }
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
