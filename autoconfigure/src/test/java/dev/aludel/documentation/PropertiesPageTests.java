package dev.aludel.documentation;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/reference/properties.md} is made from the metadata that an IDE shows, and the constants of the enums. */
class PropertiesPageTests {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String HEAD = """
            # Properties

            Set them as any property of Spring Boot: in `application.yml`, as an option (`--aludel.mode=plan`), or as an environment variable
            (`ALUDEL_MODE=plan`). The start warns of a key below `aludel` that nothing reads. This page is made from the code.
            """;

    private final Sources sources;

    PropertiesPageTests() throws IOException {
        this.sources = Sources.endingWith(".java");
    }

    @Test
    void saysWhatTheMetadataSays() throws IOException {
        GeneratedPage.check(
                "docs/reference/properties.md",
                HEAD
                        + properties()
                                .sorted((one, other) -> order(one).compareTo(order(other)))
                                .map(this::section)
                                .collect(joining()));
    }

    private static Stream<JsonNode> properties() throws IOException {
        List<JsonNode> properties = new ArrayList<>();
        for (URL metadata :
                Collections.list(PropertiesPageTests.class.getClassLoader().getResources(METADATA))) {
            try (InputStream input = metadata.openStream()) {
                JsonMapper.builder().build().readTree(input).get("properties").forEach(properties::add);
            }
        }
        return properties.stream()
                .filter(property -> property.get("name").asString().matches("(management\\.\\w+\\.)?aludel\\..*"));
    }

    /** Puts Aludel's own before those of Actuator, and each group together. */
    private static String order(JsonNode property) {
        String name = property.get("name").asString();
        boolean nested = name.chars().filter(character -> character == '.').count() > 1;
        return (name.startsWith("aludel.") ? "a" : "b") + (nested ? "b" : "a") + name;
    }

    private String section(JsonNode property) {
        String name = property.get("name").asString();
        String type = property.get("type").asString();
        JsonNode value = property.get("defaultValue");
        return "\n## `%s`\n\n%s\n\n- Type: %s\n- Default: %s\n%s"
                .formatted(
                        name,
                        property.get("description").asString(),
                        words(type),
                        value == null ? "none" : "`" + text(value) + "`",
                        values(type));
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).collect(joining(", ")) : value.asString();
    }

    /** Returns a type as a user knows it: {@code java.util.List<java.lang.String>} is a list of texts. */
    private static String words(String type) {
        return switch (type.replaceAll("[\\w$]+\\.", "").replaceAll("\\w+\\$", "")) {
            case "Boolean" -> "`true` or `false`";
            case "Integer" -> "whole number";
            case "String" -> "text";
            case "Duration" -> "duration, such as `5s` or `10m`";
            case "ZoneId" -> "time zone, such as `Europe/Berlin`";
            case "List<String>" -> "list of texts";
            case "Set<String>" -> "set of texts";
            case "Map<String,Severity>" -> "`allow`, `warn` or `fail`, by [code](hazards.md)";
            default -> "one of the values below";
        };
    }

    private String values(String type) {
        Class<?> values = ClassUtils.resolveClassName(type.replaceFirst("<.*", ""), null);
        if (!values.isEnum()) {
            return "";
        }
        Map<String, String> comments = sources.constants(type);
        return comments.isEmpty()
                ? "- Values: %s\n"
                        .formatted(Stream.of(values.getEnumConstants())
                                .map(value -> "`" + dashed(value.toString()) + "`")
                                .collect(joining(", ")))
                : "\n| value | meaning |\n|---|---|\n"
                        + comments.entrySet().stream()
                                .map(comment ->
                                        "| `%s` | %s |\n".formatted(dashed(comment.getKey()), comment.getValue()))
                                .collect(joining());
    }

    private static String dashed(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
