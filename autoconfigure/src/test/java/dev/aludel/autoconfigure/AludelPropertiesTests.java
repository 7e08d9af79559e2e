package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aludel.autoconfigure.AludelProperties.Autogenerate;
import dev.aludel.autoconfigure.AludelProperties.Mode;
import dev.aludel.autoconfigure.AludelProperties.OnReady;
import dev.aludel.autoconfigure.AludelProperties.OnUnknownRevision;
import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.compare.CompareSettings;
import dev.aludel.compare.RenamePolicy;
import dev.aludel.hazard.Severity;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AludelPropertiesTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.aludel.autoconfigure");

    @Test
    void haveTheDefaultsOfTheDocumentation() {
        AludelProperties properties = bind(Map.of());

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.mode()).isEqualTo(Mode.UPGRADE);
        assertThat(properties.phase()).isEqualTo(Phase.READY);
        assertThat(properties.target()).isEqualTo("heads");
        assertThat(properties.autogenerate()).isEqualTo(Autogenerate.OFF);
        assertThat(properties.locations()).containsExactly("classpath:db/revisions");
        assertThat(properties.writeLocation()).isEqualTo("src/main/resources/db/revisions");
        assertThat(properties.fileTemplate()).isEqualTo("{datetime}_{revision}_{slug}");
        assertThat(properties.timezone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(properties.onUnknownRevision()).isEqualTo(OnUnknownRevision.WARN);
        assertThat(properties.compare().onReady()).isEqualTo(OnReady.LOG);
        assertThat(properties.hazards()).isEmpty();
    }

    @Test
    void giveTheRunnerItsOwnDefaults() {
        HibernateSettings nothingSet = new HibernateSettings(null, null);

        assertThat(nothingSet.runner(bind(Map.of()))).isEqualTo(RunnerSettings.defaults());
    }

    @Test
    void giveTheRunnerWhatIsSet() {
        AludelProperties properties = bind(Map.ofEntries(
                Map.entry("aludel.version-schema", "meta"),
                Map.entry("aludel.version-table", "versions"),
                Map.entry("aludel.lock-timeout", "2s"),
                Map.entry("aludel.lock-retries", "3"),
                Map.entry("aludel.statement-timeout", "1m"),
                Map.entry("aludel.wait-timeout", "30s"),
                Map.entry("aludel.transaction", "all"),
                Map.entry("aludel.compare.schemas", "a,b"),
                Map.entry("aludel.compare.include", "shop_*"),
                Map.entry("aludel.compare.exclude", "tmp_*"),
                Map.entry("aludel.compare.drop-unmanaged", "true"),
                Map.entry("aludel.compare.rename-candidates", "drop")));

        assertThat(new HibernateSettings("shop", null).runner(properties))
                .isEqualTo(new RunnerSettings(
                        "shop",
                        "meta",
                        "versions",
                        Duration.ofSeconds(2),
                        3,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(30),
                        TransactionMode.ALL,
                        new CompareSettings(
                                List.of("a", "b"), List.of("shop_*"), List.of("tmp_*"), true, RenamePolicy.DROP)));
    }

    @Test
    void understandTheOffThatYamlTakesForFalse() throws IOException {
        PropertySource<?> yaml = new YamlPropertySourceLoader()
                .load("test", new ByteArrayResource("""
                        aludel:
                          mode: off
                          autogenerate: off
                          compare:
                            on-ready: off
                          hazards:
                            default: allow
                            drop-column: fail
                        """.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        AludelProperties properties =
                new Binder(ConfigurationPropertySources.from(yaml)).bindOrCreate("aludel", AludelProperties.class);

        assertThat(properties.mode()).isEqualTo(Mode.OFF);
        assertThat(properties.autogenerate()).isEqualTo(Autogenerate.OFF);
        assertThat(properties.compare().onReady()).isEqualTo(OnReady.OFF);
        assertThat(properties.hazards())
                .containsOnly(Map.entry("default", Severity.ALLOW), Map.entry("drop-column", Severity.FAIL));
    }

    @Test
    void doNotTellThePassword() {
        AludelProperties properties = bind(Map.of(
                "aludel.datasource.password",
                "s3cret",
                "aludel.datasource.url",
                "jdbc:postgresql://h/d?password=s3cret"));

        assertThat(properties.toString()).doesNotContain("s3cret");
    }

    @Test
    void areAllUsed() {
        for (Class<?> type : List.of(
                AludelProperties.class,
                AludelProperties.Datasource.class,
                AludelProperties.Compare.class,
                AludelProperties.Unit.class)) {
            JavaClass imported = CLASSES.get(type);
            for (RecordComponent component : type.getRecordComponents()) {
                // a condition and a binder of their own read them
                if (!List.of("enabled", "units").contains(component.getName())) {
                    assertThat(imported.getMethod(component.getName()).getAccessesToSelf())
                            .as(component.getName())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void areAllDescribedInTheMetadataForEditors() {
        List<JsonNode> properties = metadata();

        assertThat(properties).hasSizeGreaterThan(25).allSatisfy(property -> {
            String description = property.path("description").asString("");
            assertThat(description).as(property.path("name").asString()).endsWith(".");
            assertThat(description.startsWith("Whether"))
                    .as(property.path("name").asString())
                    .isEqualTo(property.path("type").asString().equals("java.lang.Boolean"));
        });
    }

    private static List<JsonNode> metadata() {
        try (InputStream json =
                AludelProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new JsonMapper()
                    .readTree(json).path("properties").values().stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AludelProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aludel", AludelProperties.class);
    }
}
