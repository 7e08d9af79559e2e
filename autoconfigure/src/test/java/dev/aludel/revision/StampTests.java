package dev.aludel.revision;

import static dev.aludel.revision.Histories.applied;
import static dev.aludel.revision.Histories.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database that is stamped has applied. */
class StampTests {

    private static final String LINE = "a, b<a, c<b, d<c";
    private static final String DIAMOND = "a, b<a#left, c<a#right, m<b+c, n<m";
    private static final String DEPENDS = "a, b<a, c<b, x#other, y<x!b, z<y";
    private static final String BASES = "a#orders, b<a, x#stock, y<x";

    @ParameterizedTest(name = "{0}: with {1} applied, stamp {2} leaves {3}")
    @CsvSource(delimiter = '|', textBlock = """
            line    | ''          | head          | a b c d
            line    | ''          | heads         | a b c d
            line    | ''          | b             | a b
            line    | ''          | base          | ''
            line    | a b         | head          | a b c d
            line    | a b c d     | b             | a b
            line    | a b c d     | base          | ''
            line    | a b c d     | d             | a b c d
            line    | a b c       | -1            | a b
            line    | a b c       | -3            | ''
            line    | a b         | +1            | a b c
            line    | a b         | +2            | a b c d
            line    | a b c       | current       | a b c
            line    | a c         | c             | a b c
            line    | d           | head          | a b c d
            diamond | a b c       | m             | a b c m
            diamond | a b c m n   | m             | a b c m
            diamond | a b c m     | b             | a b c
            diamond | a b c m     | c             | a b c
            diamond | a b c m     | b c           | a b c
            diamond | a b c m     | a             | a
            diamond | a b         | c             | a b c
            diamond | a b         | b c           | a b c
            diamond | a           | heads         | a b c m n
            diamond | a b c m n   | left@base     | a c
            diamond | a b c       | left@base     | a c
            diamond | a b c       | right@-1      | a b
            diamond | a           | left          | a b
            diamond | a b c m n   | base          | ''
            depends | ''          | z             | a b x y z
            depends | ''          | heads         | a b c x y z
            depends | a b c x y z | a             | a x
            depends | a b c x y z | x             | a b c x
            depends | a b c x y z | other@base    | a b c
            depends | a b c x     | z             | a b c x y z
            bases   | a b         | y             | a b x y
            bases   | a b x y     | orders@base   | x y
            bases   | a b x y     | stock@base    | a b
            bases   | a b x y     | a             | a x y
            bases   | a b x y     | a x           | a x
            bases   | a b x y     | base          | ''
            bases   | ''          | orders@head   | a b
            bases   | ''          | b y           | a b x y
            bases   | a b         | stock@+2      | a b x y
            """)
    void leavesWhatAnUpgradeOrDowngradeWould(String history, String applied, String targets, String after) {
        assertThat(new TreeSet<>(named(history).stamp(applied(applied), applied(targets))))
                .containsExactlyElementsOf(new TreeSet<>(applied(after)));
    }

    @Test
    void asksForPurgeWhereARevisionIsNotKnown() {
        assertThatThrownBy(() -> graph(LINE).stamp(applied("a later"), List.of("b")))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("'later'")
                .hasMessageContaining("aludel stamp --purge");
    }

    @Test
    void whatIsStampedNeedsNothingMore() {
        RevisionGraph graph = graph("a, b<a, c<a, m<b+c, n<m, x!b, y<x!m, z<y");
        for (Revision from : graph.sorted()) {
            for (Revision to : graph.sorted()) {
                var after = graph.stamp(graph.everythingUpTo(from.id()), List.of(to.id()));
                assertThat(after).contains(to.id());
                assertThat(graph.upgrade(after, to.id())).isEmpty();
                after.forEach(id -> assertThat(after)
                        .containsAll(graph.find(id).orElseThrow().downRevisions())
                        .containsAll(graph.find(id).orElseThrow().dependsOn()));
            }
        }
    }

    private static RevisionGraph named(String history) {
        return switch (history) {
            case "line" -> graph(LINE);
            case "diamond" -> graph(DIAMOND);
            case "depends" -> graph(DEPENDS);
            default -> graph(BASES);
        };
    }
}
