package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes that docs/reference/json.md shows.
 *
 * @param commands by name
 * @param nullable the names that may be null
 */
record DocumentedShapes(Map<String, JsonNode> commands, Set<String> nullable) {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## `([a-z-]+)`$.*?^```json$(.*?)^```$");
    private static final Pattern NULLABLE = Pattern.compile("(?m)^((?:`\\w+`(?:, | and )?)+) may be null\\.");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static DocumentedShapes read() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "reference", "json.md"));
        Map<String, JsonNode> commands = new LinkedHashMap<>();
        SECTION.matcher(text)
                .results()
                .forEach(section -> commands.put(section.group(1), MAPPER.readTree(section.group(2))));
        Matcher nullable = NULLABLE.matcher(text);
        assertThat(nullable.find()).isTrue();
        return new DocumentedShapes(
                commands,
                Pattern.compile("\\w+")
                        .matcher(nullable.group(1).replace(" and ", " "))
                        .results()
                        .map(name -> name.group())
                        .collect(Collectors.toSet()));
    }

    /** That a command printed what is documented: the same names in the same order, values of the same types. */
    void assertPrinted(String command, String printed) {
        List<String> differences = new ArrayList<>();
        assertThat(commands).containsKey(command);
        JsonNode documented = Objects.requireNonNull(commands.get(command));
        compare(command, documented, MAPPER.readTree(printed), differences);
        assertThat(differences).as(printed).isEmpty();
    }

    private void compare(String place, JsonNode documented, JsonNode printed, List<String> differences) {
        if (printed.isNull() && nullable.contains(place.substring(place.lastIndexOf('.') + 1))) {
            return;
        }
        if (documented.getNodeType() != printed.getNodeType()) {
            differences.add(place + " is " + printed.getNodeType() + ", documented as " + documented.getNodeType());
        } else if (documented.isObject()) {
            List<String> names = List.copyOf(documented.propertyNames());
            if (!names.equals(List.copyOf(printed.propertyNames()))) {
                differences.add(place + " has " + printed.propertyNames() + ", documented are " + names);
            } else {
                names.forEach(
                        name -> compare(place + "." + name, documented.get(name), printed.get(name), differences));
            }
        } else if (documented.isArray() && !documented.isEmpty()) {
            for (JsonNode element : printed) {
                compare(place + "[]", documented.get(0), element, differences);
            }
        }
    }
}
