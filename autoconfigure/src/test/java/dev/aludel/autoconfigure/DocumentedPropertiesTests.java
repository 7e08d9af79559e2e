package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.documentation.Block;
import dev.aludel.documentation.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each property that a page shows or names is one that is read, and each value one that it takes. */
class DocumentedPropertiesTests {

    private static final Pattern NAMED = Pattern.compile("`(aludel(?!\\.cmd`)(?:\\.[a-z-]+)+)(?:=[^`]*)?`");
    private static final Set<String> OURS = Set.of("spring.", "aludel.", "management.");

    static Stream<Block> blocks() {
        return Page.allBlocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void areReadWhereABlockShowsThem(Block block) throws IOException {
        Map<String, Object> properties = properties(block);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("shown", properties));

        assertThat(new UnknownKeys().in(environment)).isEmpty();
        ConfigurationPropertySource source = new MapConfigurationPropertySource(properties);
        new Binder(source).bindOrCreate("aludel", AludelProperties.class);
        if (properties.keySet().stream().allMatch(name -> OURS.stream().anyMatch(name::startsWith))) {
            Set<String> known = known();
            assertThat(properties.keySet())
                    .allSatisfy(name -> assertThat(known)
                            .anyMatch(key -> name.equals(key)
                                    || name.startsWith(key + "[")
                                    || name.startsWith("aludel.hazards.")
                                    || name.startsWith("aludel.units.")));
        }
    }

    @Test
    void areReadWhereATextNamesThem() {
        List<String> known = KnownKeys.read().names();

        assertThat(Page.all().stream()
                        .flatMap(page -> NAMED.matcher(page.text()).results())
                        .map(found -> found.group(1).substring("aludel.".length()))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).anyMatch(key -> key.equals(name) || key.startsWith(name + ".")));
    }

    private static Map<String, Object> properties(Block block) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ByteArrayResource(block.text().getBytes(StandardCharsets.UTF_8)));
        return Objects.requireNonNull(yaml.getObject()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    /** Returns the properties of Spring Boot and of Aludel, as an IDE knows them. */
    private static Set<String> known() throws IOException {
        Set<String> names = new HashSet<>();
        for (URL metadata : Collections.list(DocumentedPropertiesTests.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream input = metadata.openStream()) {
                JsonMapper.builder()
                        .build()
                        .readTree(input)
                        .get("properties")
                        .valueStream()
                        .map((JsonNode property) -> property.get("name").asString())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
