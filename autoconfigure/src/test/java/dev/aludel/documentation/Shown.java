package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page shows, beside what is there. Ids are random and times pass: an id of a page stands for the one that was seen in its place first,
 * a time for any, and an ellipsis for anything.
 */
final class Shown {

    private static final Pattern VARIABLE = Pattern.compile(
            "(?<id>(?<![0-9A-Za-z])[0-9a-f]{12}(?![0-9A-Za-z]))|(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z)|(?<stamp>\\d{8}_\\d{6}(?=_))|…");

    private final Map<String, String> ids = new HashMap<>();

    /** Returns a text of the page with the ids that are there. */
    String actual(String text) {
        Matcher id = VARIABLE.matcher(text);
        return id.replaceAll(found -> Matcher.quoteReplacement(ids.getOrDefault(found.group(), found.group())));
    }

    /** Fails unless all lines are as shown. */
    void compare(String place, List<String> shown, List<String> there) {
        for (int at = 0; at < Math.min(shown.size(), there.size()); at++) {
            if (!matches(shown.get(at), there.get(at))) {
                assertThat(String.join("\n", there)).as(place).isEqualTo(actual(String.join("\n", shown)));
            }
        }
        assertThat(String.join("\n", there).lines().count())
                .as("%s: %s", place, String.join("\n", there))
                .isEqualTo(shown.size());
    }

    /** Fails unless each line is among those that are there, in this order. */
    void find(String place, List<String> shown, List<String> there) {
        int at = 0;
        for (String line : shown) {
            while (at < there.size() && !matches(line, there.get(at))) {
                at++;
            }
            assertThat(at)
                    .as("%s: '%s' in%n%s", place, line, String.join("\n", there))
                    .isLessThan(there.size());
        }
    }

    private boolean matches(String shown, String there) {
        StringBuilder pattern = new StringBuilder();
        Map<String, String> groups = new HashMap<>();
        Matcher variable = VARIABLE.matcher(shown);
        int end = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(shown.substring(end, variable.start())));
            pattern.append(part(variable, groups));
            end = variable.end();
        }
        pattern.append(Pattern.quote(shown.substring(end)));
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(there);
        if (!matcher.matches()) {
            return false;
        }
        groups.forEach((id, group) -> ids.put(id, matcher.group(group)));
        return true;
    }

    private String part(Matcher variable, Map<String, String> groups) {
        String text = variable.group();
        if (variable.group("time") != null) {
            return "\\S+";
        }
        if (variable.group("stamp") != null) {
            return "\\d{8}_\\d{6}";
        }
        if (variable.group("id") == null) {
            return ".*";
        }
        String known = ids.get(text);
        if (known != null) {
            return Pattern.quote(known);
        }
        String group = groups.get(text);
        if (group != null) {
            return "\\k<" + group + ">";
        }
        String next = "id" + groups.size();
        groups.put(text, next);
        return "(?<" + next + ">[0-9a-f]{12})";
    }
}
