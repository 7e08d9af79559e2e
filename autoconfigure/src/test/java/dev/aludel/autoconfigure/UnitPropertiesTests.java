package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnitPropertiesTests {

    @Test
    void takeWhatIsSaidOfTheUnitElseWhatIsSaidOfAll() {
        StandardEnvironment environment = environment(Map.of(
                "aludel.target", "1111",
                "aludel.version-table", "everywhere",
                "aludel.hazards.drop-table", "fail",
                "aludel.units.audit.version-table", "${prefix}_audit",
                "aludel.units.audit.hazards.drop-column", "fail",
                "aludel.units.audit.compare.on-ready", "fail",
                "prefix", "of"));

        AludelProperties audit = UnitProperties.of(environment, "audit");

        assertThat(audit.target()).isEqualTo("1111");
        assertThat(audit.versionTable()).isEqualTo("of_audit");
        assertThat(audit.hazards()).containsOnlyKeys("drop-table", "drop-column");
        assertThat(audit.compare().onReady()).isEqualTo(AludelProperties.OnReady.FAIL);
    }

    @Test
    void shareNeitherConnectionNorScripts() {
        StandardEnvironment environment = environment(Map.of(
                "aludel.datasource.url", "jdbc:postgresql://owner/shop",
                "aludel.datasource.username", "owner",
                "aludel.locations", "classpath:db/shop",
                "aludel.packages", "com.example.revisions",
                "aludel.units.audit.data-source-bean", "auditDataSource"));

        AludelProperties audit = UnitProperties.of(environment, "audit");

        assertThat(audit.datasource()).isEqualTo(new AludelProperties.Datasource(null, null, null));
        assertThat(audit.locations()).containsExactly("classpath:db/revisions-audit");
        assertThat(audit.writeLocation()).isEqualTo("src/main/resources/db/revisions-audit");
        assertThat(audit.packages()).isEmpty();
        assertThat(UnitProperties.beans(environment, "audit").dataSourceBean()).isEqualTo("auditDataSource");
    }

    @Test
    void areReadOfEnvironmentVariables() {
        StandardEnvironment environment = environment(Map.of("aludel.units.audit.locations", "classpath:a"));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "ALUDEL_UNITS_AUDIT_VERSIONTABLE", "of_audit",
                                "ALUDEL_UNITS_AUDIT_DATASOURCE_PASSWORD", "secret")));

        AludelProperties audit = UnitProperties.of(environment, "audit");

        assertThat(UnitProperties.names(environment)).containsExactly("audit");
        assertThat(audit.versionTable()).isEqualTo("of_audit");
        assertThat(audit.datasource().password()).isEqualTo("secret");
    }

    @Test
    void areKnownByTheirNames() {
        StandardEnvironment environment = environment(Map.of(
                "aludel.units.audit.data-source-bean", "a",
                "aludel.units.audit.compare.on-ready", "off",
                "aludel.units.audit.hazards.drop-table", "fail",
                "aludel.units.audit.lock-timout", "1s"));

        assertThat(new UnknownKeys().in(environment))
                .hasSize(1)
                .first()
                .satisfies(key -> assertThat(key.name()).isEqualTo("aludel.units.audit.lock-timout"));
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
