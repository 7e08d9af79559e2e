package dev.aludel.script;

import dev.aludel.operation.AlterSequence;
import dev.aludel.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sequences as calls; empty where the calls cannot say all of one. */
final class SequenceCalls {

    private SequenceCalls() {}

    static Optional<List<JavaCall>> of(Sequence sequence) {
        if (sequence.options() != null) {
            return Optional.empty();
        }
        String details = (sequence.start() == 1 ? "" : number("start", sequence.start()))
                + (sequence.increment() == 1 ? "" : number("increment", sequence.increment()))
                + (sequence.owner() == null ? "" : owner(sequence.owner()));
        return Optional.of(List.of(call(sequence, "createSequence", details)));
    }

    static Optional<List<JavaCall>> of(AlterSequence operation) {
        Sequence before = operation.before();
        Sequence after = operation.after();
        if (after.options() != null && !after.options().equals(before.options())) {
            return Optional.empty();
        }
        String details = (before.start() == after.start() ? "" : number("start", after.start()))
                + (before.increment() == after.increment() ? "" : number("increment", after.increment()))
                + (Objects.equals(before.owner(), after.owner()) ? "" : owner(after.owner()));
        return details.isEmpty() ? Optional.empty() : Optional.of(List.of(call(after, "alterSequence", details)));
    }

    private static JavaCall call(Sequence sequence, String method, String details) {
        String name = JavaText.literal(sequence.name().spelled());
        return JavaCall.of("." + method + "(" + name + (details.isEmpty() ? "" : ", s -> s" + details) + ")");
    }

    private static String number(String method, long number) {
        return "." + method + "(" + number + (number == (int) number ? "" : "L") + ")";
    }

    private static String owner(Sequence.@Nullable Owner owner) {
        return owner == null
                ? call("ownedByNone")
                : call("ownedBy", owner.table().spelled(), owner.column());
    }

    private static String call(String method, String... texts) {
        return JavaText.call(method, texts);
    }
}
