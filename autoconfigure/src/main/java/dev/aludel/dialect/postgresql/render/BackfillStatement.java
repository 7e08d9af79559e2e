package dev.aludel.dialect.postgresql.render;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.Renderer;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import dev.aludel.text.SqlComment;

/** A backfill as a script has it: a line that says how rows are taken, and the update that a client alone would do at once. */
final class BackfillStatement {

    private final Renderer renderer;
    private final Backfill operation;

    BackfillStatement(Renderer renderer, Backfill operation) {
        this.renderer = renderer;
        this.operation = operation;
    }

    String text() {
        return SqlComment.batch(pace()) + "\n" + update();
    }

    /** {@code key id, size 1000, pause 100ms}. */
    private String pace() {
        Pace pace = operation.pace();
        String key = pace.key().isEmpty()
                ? ""
                : pace.key().stream().map(renderer::quote).collect(joining(" ", "key ", ", "));
        return key + "size " + pace.size() + ", pause " + pace.pause().toMillis() + "ms";
    }

    private String update() {
        String values = operation.values().entrySet().stream()
                .map(value -> renderer.quote(value.getKey()) + " = " + value.getValue())
                .collect(joining(", "));
        return "update " + renderer.quote(operation.table()) + " set " + values
                + (operation.condition() == null ? "" : " where " + operation.condition());
    }
}
