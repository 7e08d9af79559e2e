package dev.aludel.script;

import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of the header {@code accepts}: {@code type users.created: timestamp for timestamp(6)}. Names are as in {@link SchemaObjects}. */
public final class AcceptanceText {

    private AcceptanceText() {}

    /** Writes it, in one line. */
    public static String print(Acceptance acceptance) {
        String place = SchemaObjects.print(acceptance.object());
        String part = acceptance.kind().isOfPart() ? "." + SchemaObjects.quoted(acceptance.part()) : "";
        String detail = acceptance.detail().isEmpty() ? "" : ": " + acceptance.detail();
        return acceptance.kind().label() + " " + place + part + detail;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is none; the message quotes it and says what is expected
     */
    public static Acceptance parse(String text) {
        String line = text.strip();
        int space = line.indexOf(' ');
        String label = space < 0 ? line : line.substring(0, space);
        Kind kind = Stream.of(Kind.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the unknown kind '%s'; expected one of %s"
                        .formatted(
                                Sections.shortened(label),
                                Stream.of(Kind.values()).map(Kind::label).collect(Collectors.joining(", ")))));
        ObjectList names = new ObjectList(space < 0 ? "" : line.substring(space).strip());
        List<String> path = names.path();
        int own = path.size() - (kind.isOfPart() ? 1 : 0);
        String rest = names.rest().strip();
        if ((own != 1 && own != 2) || !(rest.isEmpty() || rest.startsWith(":"))) {
            throw new IllegalArgumentException("'%s', which names no %s; expected such as '%s'"
                    .formatted(
                            Sections.shortened(line),
                            kind.isOfPart() ? "part of a table" : "object",
                            kind.isOfPart() ? label + " users.email: …" : label + " users: …"));
        }
        ObjectName object = own == 1 ? ObjectName.of(path.get(0)) : ObjectName.of(path.get(0), path.get(1));
        return new Acceptance(
                kind, object, kind.isOfPart() ? path.get(own) : "", rest.isEmpty() ? "" : rest.substring(1));
    }
}
