package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.UnknownKeys.UnknownKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownKeysTests {

    private static List<UnknownKey> in(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment.getPropertySources().addFirst(source);
        return new UnknownKeys().in(environment);
    }

    private static List<UnknownKey> property(String key) {
        return in(new MapPropertySource("application", Map.of(key, "x", "spring.application.name", "shop")));
    }

    private static List<UnknownKey> variable(String name) {
        return in(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "x", "PATH", "/bin")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aludel.lock-timeout",
                "aludel.lockTimeout",
                "aludel.locations",
                "aludel.locations[0]",
                "aludel.compare.on-ready",
                "aludel.compare.exclude[3]",
                "aludel.datasource.url",
                "aludel.hazards.default",
                "aludel.hazards.drop-column",
                "aludel.command-line",
                "aludelx.other"
            })
    void areNotThoseThatAreRead(String key) {
        assertThat(property(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALUDEL_LOCKTIMEOUT",
                "ALUDEL_LOCK_TIMEOUT",
                "ALUDEL_LOCATIONS_0",
                "ALUDEL_COMPARE_ONREADY",
                "ALUDEL_HAZARDS_DROPCOLUMN",
                "ALUDEL_COMMAND",
                "ALUDELX"
            })
    void areNoVariablesThatAreRead(String name) {
        assertThat(variable(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aludel.lock-timout, aludel.lock-timeout",
        "aludel.datasource.user, aludel.datasource.username",
        "aludel.on-ready, aludel.compare.on-ready",
        "aludel.exclude, aludel.compare.exclude",
        "aludel.hazards.drop-colum, aludel.hazards.drop-column"
    })
    void haveTheNearestOne(String key, String meant) {
        assertThat(property(key)).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo(key);
            assertThat(found.meant()).containsExactly(meant);
        });
    }

    @Test
    void areToldAsVariables() {
        assertThat(variable("ALUDEL_LOCK_TIMOUT")).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("ALUDEL_LOCK_TIMOUT");
            assertThat(found.meant()).containsExactly("ALUDEL_LOCKTIMEOUT");
        });
        assertThat(property("aludel.something.else.altogether"))
                .singleElement()
                .satisfies(found -> assertThat(found.remedy()).isEqualTo("Remove it."));
    }
}
