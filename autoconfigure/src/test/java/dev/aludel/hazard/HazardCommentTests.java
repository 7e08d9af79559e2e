package dev.aludel.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.ObjectName;
import dev.aludel.text.SqlComment;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The comment of a hazard is read as it was written. */
class HazardCommentTests {

    @Test
    void saysWhatToDoInsteadOnALineOfItsOwn() {
        Hazard hazard = Hazard.of(
                HazardCode.CREATE_INDEX,
                ObjectName.of("users"),
                "Creating an index blocks writes.",
                "create index concurrently");

        assertThat(HazardComment.of(hazard).lines())
                .containsExactly(
                        "hazard create-index (users): Creating an index blocks writes.",
                        "    create index concurrently");
    }

    @Test
    void isReadWhateverTheNameOfTheObject() {
        for (String name :
                List.of("a): b", "a\nb", "x)", "back\\slash", "odd.name", "\"quoted\"", "a\".b", "\\u0041")) {
            assertThat(parsed(comment(name, "It blocks.", ""))).isEqualTo(comment(name, "It blocks.", ""));
        }
    }

    @Test
    void isNotReadFromProse() {
        assertThat(HazardComment.parse(List.of("hazard ahead", "hazard (users): none", "hazard unheard-of (t): x")))
                .isEmpty();
    }

    @Property
    void isReadAsItWasWritten(@ForAll("comments") HazardComment comment) {
        assertThat(parsed(comment)).isEqualTo(comment);
    }

    @Property
    void standsOnLinesThatEndNowhereElse(@ForAll("comments") HazardComment comment) {
        assertThat(comment.lines())
                .allSatisfy(line -> assertThat(SqlComment.read(line)).isEqualTo("-- " + line));
    }

    @Property
    void isReadAmongOthers(@ForAll("comments") HazardComment first, @ForAll("comments") HazardComment second) {
        List<String> lines = new ArrayList<>(first.lines());
        lines.addAll(second.lines());

        assertThat(HazardComment.parse(lines)).containsExactly(first, second);
    }

    @Provide
    Arbitrary<HazardComment> comments() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("ab.\"'():\\u0 \n\r\t\u202e\u2028-")
                .withChars('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> words = Arbitraries.of("", "Rewrite it.", "hazard ahead", "allow: it", "alter table (t): x");
        return Combinators.combine(
                        Arbitraries.of(HazardCode.class), names, Arbitraries.of("It blocks.", "a): b"), words)
                .as((code, name, message, safe) ->
                        new HazardComment(code, ObjectName.of(name), message, SqlComment.quiet(safe)));
    }

    private static HazardComment comment(String name, String message, String safe) {
        return new HazardComment(HazardCode.CREATE_INDEX, ObjectName.of(name), message, safe);
    }

    private static HazardComment parsed(HazardComment comment) {
        return HazardComment.parse(comment.lines()).get(0);
    }
}
