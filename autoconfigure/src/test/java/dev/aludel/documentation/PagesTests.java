package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The pages hang together: every link leads somewhere, every page is on the map, every block is in a language that a test reads. */
class PagesTests {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** Each has a test of its own that runs, compiles or reads its blocks; a block without a language is output or a picture. */
    private static final Set<String> LANGUAGES = Set.of("", "sql", "java", "yaml", "console", "json", "xml");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsWhereItPoints(Page page) {
        Path file = Path.of("..").resolve(page.name());
        assertThat(links(page)).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(anchors(Files.readString(target))).contains(parts[1]);
            }
        });
    }

    @Test
    void everyPageIsOnTheMap() {
        Page map = Page.of("docs/README.md");
        Set<String> linked = links(map).stream()
                .map(link -> Path.of("docs")
                        .resolve(link.split("#", 2)[0])
                        .normalize()
                        .toString())
                .collect(Collectors.toSet());

        assertThat(linked)
                .containsAll(Page.all().stream()
                        .map(Page::name)
                        .filter(name -> !name.equals(map.name()))
                        .toList());
    }

    @Test
    void theReadmeIsShort() {
        assertThat(Page.of("README.md").text().length()).isLessThanOrEqualTo(9 * 1024);
    }

    @Test
    void everyBlockIsInALanguageThatATestReads() {
        assertThat(Page.all().stream().flatMap(page -> page.blocks().stream()))
                .allSatisfy(block -> assertThat(LANGUAGES).contains(block.language()));
    }

    @Test
    void jsonIsJson() {
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(Page.allBlocks("json"))
                .allSatisfy(block -> assertThat(mapper.readTree(block.text())).isNotNull());
    }

    private static List<String> links(Page page) {
        return LINK.matcher(page.text())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** Returns the anchors that GitHub gives to headings: lower case, without punctuation, dashes for spaces. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchor -> {
                    String free = anchor;
                    for (int count = 1; !anchors.add(free); count++) {
                        free = anchor + "-" + count;
                    }
                });
        return anchors;
    }
}
