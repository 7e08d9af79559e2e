package dev.aludel.revision;

import static dev.aludel.revision.Histories.applied;
import static dev.aludel.revision.Histories.graph;
import static dev.aludel.revision.Histories.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.AludelException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches that move behind another head. */
class MovingTests {

    @ParameterizedTest(name = "{0} with {1} applied: rebase {2} --onto {3} moves {5}, from {4} on, behind {6}")
    @CsvSource(delimiter = '|', textBlock = """
            a, b<a, c<a                  | ''      | c    |       | c | c     | b
            a, b<a, c<a                  | a b     | c    |       | c | c     | b
            a, b<a, c<a                  | a c     | b    |       | b | b     | c
            a, b<a, c<a, d<c, e<d        | a b     | e    |       | c | c d e | b
            a, b<a, c<a, d<c, e<d        | a b     | d    |       | c | c d e | b
            a, b<a, c<a, d<c, e<d        | a b     | c    |       | c | c d e | b
            a, b<a, c<a, d<c             | a c d   | b    |       | b | b     | d
            a, b<a, c<a, d<a             | ''      | d    | c     | d | d     | c
            a, b<a, c<a, d<a             | ''      | d    | b     | d | d     | b
            a, b<a, x, y<x               | a b     | y    |       | x | x y   | b
            a, b<a, x, y<x               | a b     | x    | a     | x | x y   | a
            a, b<a#left, c<a#right       | ''      | right | left@head | c | c | b
            a, b<a, c<a, d<b, e<b        | ''      | e    | d     | e | e     | d
            a, b<a, c<b                  | a b c   | c    | b     | c | c     | b
            a, b<a, c<a, m<b+c, d<a      | ''      | d    |       | d | d     | m
            a, b<a, c<a!b                | ''      | c    |       | c | c     | b
            """)
    void movesABranchFromWhereItLeftTheOthersLine(
            String history,
            String applied,
            String revision,
            @Nullable String onto,
            String first,
            String moved,
            String behind) {
        RevisionGraph graph = graph(history);

        Move move = graph.move(revision, onto, applied(applied));

        assertThat(move.first().id()).isEqualTo(first);
        assertThat(ids(move.moved())).isEqualTo(moved);
        assertThat(move.onto().id()).isEqualTo(behind);
        assertThat(move.rewritten().downRevisions()).containsExactly(behind);
        assertThat(graph.with(move.rewritten()).isAncestor(behind, revision.equals("right") ? "c" : revision))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} with {1} applied: rebase {2} --onto {3} is refused: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a, b<a, c<a           | a b c | c | | 'c' is not moved: 'c' is applied in this database
            a, b<a, c<a, d<c      | a b c | d | | 'c' is not moved: 'c' is applied in this database
            a, b<a                | a     | b | | 'b' is not moved: there is no other head
            a, b<a, c<a, d<a      | a     | d | | 'd' is not moved: it could follow several heads: 'b', 'c'
            a, b<a, c<a           | a     | a | b | 'a' is not moved: 'b' comes after it already
            a, b<a, c<a           | a     | b | b | 'b' is not moved: it cannot follow itself
            a, b<a, c<b           | a     | b | c | 'b' is not moved: 'c' comes after it already
            a, b<a, c<a, m<b+c, d<a | a   | m | d | 'm' is not moved: 'm' joins the branches 'b', 'c'
            a, b<a, c<a!b         | a     | b | c | 'b' is not moved: 'c' comes after it already
            """)
    void saysWhyABranchStaysWhereItIs(
            String history, String applied, String revision, @Nullable String onto, String reason) {
        assertThatThrownBy(() -> graph(history).move(revision, onto, applied(applied)))
                .isInstanceOf(UnmovableRevisionException.class)
                .hasMessageStartingWith("Revision " + reason);
    }

    @Test
    void movesOneBranchAtATime() {
        assertThatThrownBy(() -> graph("a, b<a, c<a").move("heads", null, List.of()))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageContaining("stands for 2 revisions");
        assertThatThrownBy(() -> graph("a, b<a").move("zzz", null, List.of())).isInstanceOf(AludelException.class);
    }

    @Test
    void aBranchThatStandsThereAlreadyIsDone() {
        assertThat(graph("a, b<a, c<b").move("c", "b", applied("a b c")).isDone())
                .isTrue();
    }
}
