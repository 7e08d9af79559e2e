package dev.aludel.dialect.postgresql.text;

import dev.aludel.schema.ObjectName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Relations of several schemas whose names tell them apart, so that a query over them can leave out the schemas:
 * {@code select * from audit.log} becomes {@code select * from log}.
 */
public record PlainNames(Set<ObjectName> names) {

    /** Those of the names that no other has in another schema. */
    public static PlainNames of(Collection<ObjectName> names) {
        Map<String, List<ObjectName>> byName =
                Set.copyOf(names).stream().collect(Collectors.groupingBy(ObjectName::name));
        Set<ObjectName> plain = new HashSet<>();
        byName.values().stream().filter(same -> same.size() == 1).forEach(plain::addAll);
        return new PlainNames(Set.copyOf(plain));
    }

    public boolean has(ObjectName name) {
        return names.contains(name);
    }

    /** The text without the schemas before these names. */
    public String in(String text) {
        return without(text, names);
    }

    /** The text without that schema before names. */
    public static String withoutSchema(String text, String schema, Collection<ObjectName> names) {
        return without(
                text,
                names.stream()
                        .filter(name -> name.schema().isEmpty())
                        .map(name -> ObjectName.of(schema, name.name()))
                        .collect(Collectors.toSet()));
    }

    private static String without(String text, Set<ObjectName> names) {
        List<Token> tokens = ExpressionLexer.tokens(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token schema = tokens.get(i);
            Token name = tokens.get(i + 2);
            boolean qualified = schema.isName()
                    && tokens.get(i + 1).is(".")
                    && name.isName()
                    && names.contains(ObjectName.of(schema.text(), name.text()));
            if (qualified) {
                result.append(text, copied, schema.start());
                copied = name.start();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }
}
