package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTests {

    @Test
    void writesWhatAMachineReads() {
        assertThat(Json.of(Json.object(
                        "text",
                        "a \"b\" \\ \n\t\u0001 ü",
                        "number",
                        7,
                        "yes",
                        true,
                        "path",
                        Path.of("a/b"),
                        "none",
                        null,
                        "empty",
                        List.of(),
                        "list",
                        List.of(Json.object("id", "a"), Json.object()))))
                .isEqualTo("""
                        {
                          "text": "a \\"b\\" \\\\ \\n\\t\\u0001 ü",
                          "number": 7,
                          "yes": true,
                          "path": "a/b",
                          "none": null,
                          "empty": [],
                          "list": [
                            {
                              "id": "a"
                            },
                            {}
                          ]
                        }""");
    }
}
