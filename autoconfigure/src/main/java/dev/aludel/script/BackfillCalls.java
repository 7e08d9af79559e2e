package dev.aludel.script;

import static dev.aludel.script.JavaText.call;

import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import java.util.List;

/** A backfill as a call; the pace where it is not the usual one. */
final class BackfillCalls {

    private BackfillCalls() {}

    static List<JavaCall> of(Backfill operation) {
        Pace pace = operation.pace();
        StringBuilder parts = new StringBuilder();
        operation.values().forEach((column, expression) -> parts.append(call("set", column, expression)));
        if (operation.condition() != null) {
            parts.append(call("where", operation.condition()));
        }
        if (!pace.key().isEmpty()) {
            parts.append(call("key", pace.key()));
        }
        if (pace.size() != Pace.SIZE) {
            parts.append(".batchSize(").append(pace.size()).append(')');
        }
        if (!pace.pause().equals(Pace.PAUSE)) {
            parts.append(".pause(java.time.Duration.ofMillis(")
                    .append(pace.pause().toMillis())
                    .append("))");
        }
        String table = JavaText.literal(operation.table().spelled());
        return List.of(JavaCall.of(".backfill(" + table + ", b -> b" + parts + ")"));
    }
}
