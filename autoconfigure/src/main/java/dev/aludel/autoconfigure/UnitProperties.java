package dev.aludel.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The properties of a unit: what stands below {@code aludel.units.<name>}, else below {@code aludel}. Its connection and its scripts
 * are never those of another unit.
 */
final class UnitProperties {

    private static final ConfigurationPropertyName ALUDEL = ConfigurationPropertyName.of("aludel");

    /** The properties that no unit shares with another. */
    private static final Set<String> OF_ONE_UNIT =
            Set.of("datasource", "locations", "write-location", "packages", "units");

    private UnitProperties() {}

    /** Returns the names of the units that are configured, sorted. */
    static List<String> names(Environment environment) {
        return Binder.get(environment)
                .bind("aludel.units", Bindable.mapOf(String.class, Object.class))
                .map(units -> units.keySet().stream().sorted().toList())
                .orElse(List.of());
    }

    static AludelProperties of(Environment environment, String unit) {
        ConfigurationPropertyName own = ALUDEL.append("units").append(unit);
        Map<String, String> usual = Map.of(
                "aludel.locations", "classpath:db/revisions-" + unit,
                "aludel.write-location", "src/main/resources/db/revisions-" + unit,
                "aludel.packages", "");
        return new Binder(
                        List.of(
                                new MapConfigurationPropertySource(values(environment, own, name -> true)),
                                new MapConfigurationPropertySource(usual),
                                new MapConfigurationPropertySource(
                                        values(environment, ALUDEL, name -> !isOfOneUnit(name)))),
                        new PropertySourcesPlaceholdersResolver(environment))
                .bindOrCreate("aludel", AludelProperties.class);
    }

    /** Returns the beans that a unit names. */
    static AludelProperties.Unit beans(Environment environment, String unit) {
        return Binder.get(environment).bindOrCreate("aludel.units." + unit, AludelProperties.Unit.class);
    }

    /** Returns the packages of all units' revisions in Java. */
    static List<String> packages(Environment environment) {
        return names(environment).stream()
                .flatMap(unit -> Optional.ofNullable(of(environment, unit).packages()).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** The values of the properties below a prefix, as if they stood below {@code aludel}. */
    private static Map<String, Object> values(
            Environment environment, ConfigurationPropertyName prefix, Predicate<ConfigurationPropertyName> wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource all) {
                all.stream()
                        .filter(name -> prefix.isAncestorOf(name) && wanted.test(name))
                        .forEach(name -> values.putIfAbsent(
                                ALUDEL.append(name.subName(prefix.getNumberOfElements()))
                                        .toString(),
                                value(source, name)));
            }
        }
        return values;
    }

    private static Object value(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        return property == null ? "" : property.getValue();
    }

    private static boolean isOfOneUnit(ConfigurationPropertyName name) {
        return OF_ONE_UNIT.contains(name.getElement(1, Form.DASHED));
    }
}
