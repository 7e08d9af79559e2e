package dev.aludel.revision;

import static dev.aludel.revision.Histories.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidGraphTests {

    @Test
    void namesTheFilesWhereTheyAreKnown() {
        assertThatThrownBy(() -> RevisionGraph.of(
                        Histories.revisions("a, b<lost, c<d, d<c, e#x, f#x, g<g, head"),
                        Map.of(
                                "b", "r/b.sql", "c", "r/c.sql", "d", "r/d.sql", "e", "r/e.sql", "f", "r/f.sql", "g",
                                "r/g.sql", "head", "r/h.sql")))
                .hasMessageContaining("Revision 'b' (r/b.sql) has the down revision 'lost'")
                .hasMessageContaining(
                        "c -> d -> c. Correct the down revision or dependency of one of them" + " (r/c.sql, r/d.sql).")
                .hasMessageContaining("label 'x' of revision 'f' (r/f.sql) is taken by revision 'e' (r/e.sql)")
                .hasMessageContaining("Revision 'g' (r/g.sql) names itself")
                .hasMessageContaining("The revision id (r/h.sql) is 'head'");
    }

    @Test
    void refusesTwoRevisionsWithOneId() {
        assertThatThrownBy(() -> graph("a, b<a, b<a"))
                .isInstanceOf(DuplicateRevisionException.class)
                .hasMessageContaining("id 'b'");
    }

    @Test
    void refusesAMissingDownRevision() {
        assertThatThrownBy(() -> graph("a, b<lost"))
                .isInstanceOf(MissingDownRevisionException.class)
                .hasMessageContaining("'b' has the down revision 'lost', which is not there");
    }

    @Test
    void refusesAMissingDependency() {
        assertThatThrownBy(() -> graph("a, b<a!lost"))
                .isInstanceOf(MissingDependencyException.class)
                .hasMessageContaining("'b' depends on 'lost'");
    }

    @Test
    void refusesARevisionThatFollowsItself() {
        assertThatThrownBy(() -> graph("a, b<b"))
                .isInstanceOf(SelfReferenceException.class)
                .hasMessageContaining("'b'");
        assertThatThrownBy(() -> graph("a, b<a!b")).isInstanceOf(SelfReferenceException.class);
        assertThatThrownBy(() -> graph("a, b<a#own!own")).isInstanceOf(SelfReferenceException.class);
    }

    @Test
    void refusesACycleAndShowsIt() {
        assertThatThrownBy(() -> graph("a, b<d, c<b, d<c, e<d"))
                .isInstanceOf(RevisionCycleException.class)
                .hasMessageContaining("b -> d -> c -> b");
    }

    @Test
    void refusesACycleThroughADependency() {
        assertThatThrownBy(() -> graph("a, b<a!y, x, y<x!b")).isInstanceOf(RevisionCycleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a@b", "a-b", "a+b", "a:b", "a b", "a\tb", "a\u00a0b", "a,b", "../a", "head", "heads", "base"
            })
    void refusesAnIdThatAnIdentifierCouldMistake(String id) {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(Revision.of(id, ""))))
                .isInstanceOf(IllegalRevisionIdException.class)
                .hasMessageContaining("'" + id + "'");
        assertThat(RevisionGraph.isLegalId(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "0001_init", "3f2a9c1b7d40", "heads1", "änderung", "v1.2"})
    void acceptsOtherIds(String id) {
        assertThat(RevisionGraph.of(List.of(Revision.of(id, ""))).find(id)).isPresent();
    }

    @Test
    void refusesIllegalAndCollidingLabels() {
        var labelled = new Revision("a", List.of(), "", Set.of("head"), List.of(), List.of());
        assertThatThrownBy(() -> RevisionGraph.of(List.of(labelled)))
                .isInstanceOf(IllegalRevisionIdException.class)
                .hasMessageContaining("Revision 'a' names 'head'");
        assertThatThrownBy(() -> graph("a#orders, b#orders"))
                .isInstanceOf(BranchLabelCollisionException.class)
                .hasMessageContaining("'orders' of revision 'b' is taken by revision 'a'");
        assertThatThrownBy(() -> graph("a#b, b")).isInstanceOf(BranchLabelCollisionException.class);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        var exception = catchThrowableOfType(
                InvalidGraphException.class, () -> graph("a, a, b<lost, c<c, d<e, e<d, f!gone, p<q, q<p"));
        assertThat(exception.findings())
                .extracting(finding -> (Object) finding.getClass())
                .containsExactly(
                        DuplicateRevisionException.class,
                        MissingDownRevisionException.class,
                        SelfReferenceException.class,
                        MissingDependencyException.class,
                        RevisionCycleException.class,
                        RevisionCycleException.class);
        assertThat(exception)
                .hasMessageStartingWith("6 things are wrong")
                .hasMessageContaining("'lost'")
                .hasMessageContaining("'gone'")
                .hasMessageNotContaining("\n");
        assertThat(exception.revisions()).contains("a", "b", "c", "d", "e", "f", "p", "q");
    }
}
