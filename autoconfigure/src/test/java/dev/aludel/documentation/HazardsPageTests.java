package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.HazardCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/hazards.md} has a section for every hazard, with its meaning, whom it affects, and what to do instead. */
class HazardsPageTests {

    private static final String PAGE = "docs/reference/hazards.md";
    private static final Pattern SECTION = Pattern.compile(
            "(?m)^### `([a-z-]+)`\\n\\n(?<meaning>.+)\\n\\n- Affects: .+\\n- Instead: .+\\n(?=\\n|\\z)");
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.+)$");

    @Test
    void hasASectionForEveryCodeBelowItsKind() {
        HazardCode.Kind kind = null;
        Stream.Builder<String> headings = Stream.builder();
        for (HazardCode code : HazardCode.values()) {
            if (code.kind() != kind) {
                kind = code.kind();
                headings.add(capital(kind.name().toLowerCase(Locale.ROOT)));
            }
            headings.add("`" + code.code() + "`");
        }

        assertThat(groups(HEADING)).containsExactlyElementsOf(headings.build().toList());
        assertThat(groups(SECTION))
                .containsExactlyElementsOf(
                        Stream.of(HazardCode.values()).map(HazardCode::code).toList());
    }

    @Test
    void saysWhatEachCodeMeans() throws IOException {
        GeneratedPage.check(
                PAGE,
                SECTION.matcher(Page.of(PAGE).text())
                        .replaceAll(section -> Matcher.quoteReplacement(withMeaning(section))));
    }

    private static String withMeaning(MatchResult section) {
        String meaning = HazardCode.of(section.group(1)).orElseThrow().meaning();
        return section.group().replace("\n\n" + section.group(2) + "\n\n", "\n\n" + capital(meaning) + ".\n\n");
    }

    private static List<String> groups(Pattern pattern) {
        return pattern.matcher(Page.of(PAGE).text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
