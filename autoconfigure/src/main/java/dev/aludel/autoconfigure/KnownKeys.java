package dev.aludel.autoconfigure;

import dev.aludel.hazard.HazardPolicy;
import dev.aludel.hazard.Severity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The keys below {@code aludel} that are read, such as {@code compare.on-ready}; {@code *} stands for a name that the user chooses. */
record KnownKeys(List<String> names) {

    static final String ANY = "*";

    /** Keys that the command line sets, and the environment variable that is one. */
    private static final List<String> OF_COMMANDS = List.of("command", "command-line");

    KnownKeys {
        names = List.copyOf(names);
    }

    static KnownKeys read() {
        List<String> names = new ArrayList<>(OF_COMMANDS);
        add(names, "", AludelProperties.class);
        List<String> ofAUnit = names.stream()
                .filter(name -> !name.startsWith("units.") && !OF_COMMANDS.contains(name))
                .map(name -> "units." + ANY + "." + name)
                .toList();
        names.addAll(ofAUnit);
        return new KnownKeys(names);
    }

    private static void add(List<String> names, String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                add(names, name + ".", component.getType());
            } else if (component.getGenericType() instanceof ParameterizedType map && map.getRawType() == Map.class) {
                addMap(names, name + ".", map.getActualTypeArguments()[1]);
            } else {
                names.add(name);
            }
        }
    }

    private static void addMap(List<String> names, String prefix, Type values) {
        if (values == Severity.class) {
            HazardPolicy.codes().forEach(code -> names.add(prefix + code));
        } else if (values instanceof Class<?> type && type.isRecord()) {
            add(names, prefix + ANY + ".", type);
        } else {
            names.add(prefix + ANY);
        }
    }
}
