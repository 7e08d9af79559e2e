package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.RevisionInfo;
import dev.aludel.revision.Revision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphTextTests {

    private static final List<RevisionInfo> HISTORY = List.of(
            info(new Revision("c", List.of("a"), "say \"hi\" & <bye>", Set.of(), List.of("b"), List.of()), true),
            info(Revision.of("b", "", "lost"), true),
            info(Revision.of("a", "begin"), false));

    private static RevisionInfo info(Revision revision, boolean head) {
        return new RevisionInfo(revision, null, "", head, false, false);
    }

    @Test
    void writesAMermaidFlowchart() {
        assertThat(GraphText.mermaid(HISTORY)).isEqualTo("""
                flowchart BT
                    r0["c (head)<br>say #quot;hi#quot; #amp; #lt;bye#gt;"]
                    r1["b (head)"]
                    r2["a<br>begin"]
                    r2 --> r0
                    r1 -.-> r0
                """);
    }

    @Test
    void writesADotGraph() {
        assertThat(GraphText.dot(HISTORY)).isEqualTo("""
                digraph revisions {
                    rankdir=BT;
                    node [shape=box];
                    "c" [label="c (head)\\nsay \\"hi\\" & <bye>"];
                    "b" [label="b (head)"];
                    "a" [label="a\\nbegin"];
                    "a" -> "c";
                    "b" -> "c" [style=dashed];
                }
                """);
    }
}
