package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.SourceCompiler;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each block of Java compiles without a warning; what is shown without imports has those of {@link #IMPORTS}. */
class JavaBlocksTests {

    static final String IMPORTS = """
            import dev.aludel.*;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|enum|interface) (\\w+)");

    static Stream<Block> blocks() {
        return Page.allBlocks("java").filter(block -> !WalkthroughIT.PAGES.contains(block.page()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void compiles(Block block) {
        String source = block.text().contains("import ") ? block.text() : IMPORTS + block.text();

        assertThat(SourceCompiler.compile(typeOf(block), source)).isNotNull();
    }

    /** Returns the name of the first class of a block. */
    static String typeOf(Block block) {
        Matcher type = TYPE.matcher(block.text());
        assertThat(type.find()).as(block.toString()).isTrue();
        return type.group(1);
    }
}
