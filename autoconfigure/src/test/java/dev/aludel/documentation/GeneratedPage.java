package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made from the code. {@code -Ddocs.write=true} writes it, anything else compares it. */
public final class GeneratedPage {

    private static final String PROPERTY = "docs.write";

    private GeneratedPage() {}

    /** Writes the page, or fails where it is not what the code says. */
    public static void check(String name, String text) throws IOException {
        if (Boolean.getBoolean(PROPERTY)) {
            Files.writeString(Path.of("..").resolve(name), text);
        }
        assertThat(Page.of(name).text())
                .as(
                        "%s is made from the code. Write it anew: mvn -pl autoconfigure test -Dtest='*PageTests' -D%s=true",
                        name, PROPERTY)
                .isEqualTo(text);
    }
}
