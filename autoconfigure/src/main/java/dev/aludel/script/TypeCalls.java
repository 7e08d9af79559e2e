package dev.aludel.script;

import dev.aludel.operation.AddEnumValues;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.EnumType.TextCast;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types as calls; empty where the calls cannot say all of one. */
final class TypeCalls implements UserType.Visitor<Optional<List<JavaCall>>> {

    private final boolean created;

    /** @param isCreated whether it is made, rather than dropped */
    TypeCalls(boolean isCreated) {
        this.created = isCreated;
    }

    @Override
    public Optional<List<JavaCall>> enumeration(EnumType type) {
        String name = type.name().spelled();
        if (type.casts().size() < TextCast.values().length || (created && type.comment() != null)) {
            return Optional.empty();
        }
        return Optional.of(List.of(JavaCall.of(
                created
                        ? JavaText.call("createEnum", JavaCall.parts(name, type.values()))
                        : JavaText.call("dropEnum", name))));
    }

    @Override
    public Optional<List<JavaCall>> composite(CompositeType type) {
        String name = type.name().spelled();
        if (!created) {
            return Optional.of(List.of(JavaCall.of(JavaText.call("dropCompositeType", name))));
        }
        boolean plain = type.comment() == null
                && !type.attributes().isEmpty()
                && type.attributes().stream()
                        .allMatch(attribute -> attribute.collation() == null && attribute.comment() == null);
        if (!plain) {
            return Optional.empty();
        }
        StringBuilder attributes = new StringBuilder();
        type.attributes()
                .forEach(
                        attribute -> attributes.append(JavaText.call("attribute", attribute.name(), attribute.type())));
        return Optional.of(
                List.of(JavaCall.of(".createCompositeType(" + JavaText.literal(name) + ", t -> t" + attributes + ")")));
    }

    /** Each value before the next one that is there already, else at the end. */
    static List<JavaCall> added(AddEnumValues operation) {
        String name = operation.after().name().spelled();
        List<String> there = new ArrayList<>(operation.before().values());
        List<JavaCall> calls = new ArrayList<>();
        List<String> values = operation.after().values();
        for (int at = 0; at < values.size(); at++) {
            String value = values.get(at);
            if (!there.contains(value)) {
                calls.add(JavaCall.of(
                        at < there.size()
                                ? JavaText.call("addEnumValue", name, value, there.get(at))
                                : JavaText.call("addEnumValue", name, value)));
                there.add(at, value);
            }
        }
        return calls;
    }
}
