package dev.aludel.diff;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.UserType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema in which some types bear their {@linkplain OutgoingName outgoing names}: columns, attributes, and the texts that
 * speak of them, so that these can be made again before the types have their own names back. What texts are compared by stays.
 */
final class Outgoing implements Constraint.Visitor<Constraint> {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A string literal, or a cast. */
    private static final Pattern CAST = Pattern.compile("'(?:[^']|'')*'|::(?<type>" + NAME + "(?:\\." + NAME + ")?)");

    private final Set<ObjectName> types;

    Outgoing(Set<ObjectName> types) {
        this.types = types;
    }

    Schema in(Schema schema) {
        return types.isEmpty()
                ? schema
                : schema.withTypes(schema.types().stream().map(this::in).toList())
                        .mapTables(this::in);
    }

    Index in(Index index) {
        return index.withKeys(index.keys().stream()
                        .map(key -> key.isColumn() ? key : key.withExpression(in(key.expression())))
                        .toList())
                .withPredicate(index.predicate() == null ? null : in(index.predicate()));
    }

    private UserType in(UserType type) {
        UserType renamed = isOutgoing(type.name()) ? type.withName(OutgoingName.of(type.name())) : type;
        return renamed.accept(new UserType.Visitor<UserType>() {
            @Override
            public UserType enumeration(EnumType enumeration) {
                return enumeration;
            }

            @Override
            public UserType composite(CompositeType composite) {
                return composite.mapAttributes(attribute -> attribute.withType(in(attribute.type())));
            }
        });
    }

    private Table in(Table table) {
        return table.withColumns(table.columns().stream().map(this::in).toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.accept(this))
                        .toList())
                .withIndexes(table.indexes().stream().map(this::in).toList());
    }

    private Column in(Column column) {
        Expression value = column.defaultValue();
        GeneratedValue generated = column.generated();
        return column.withType(in(column.type()))
                .withDefaultValue(value == null ? null : in(value))
                .withGenerated(
                        generated == null ? null : new GeneratedValue(in(generated.expression()), generated.stored()));
    }

    private String in(String type) {
        return OutgoingName.nameIn(type).filter(this::isOutgoing).isPresent() ? OutgoingName.ofText(type) : type;
    }

    private Expression in(Expression expression) {
        Matcher cast = CAST.matcher(expression.declared());
        String text = cast.replaceAll(match -> {
            String type = cast.group("type");
            return Matcher.quoteReplacement(type == null ? match.group() : "::" + in(type));
        });
        return new Expression(text, expression.normal());
    }

    private boolean isOutgoing(ObjectName type) {
        return types.contains(type);
    }

    @Override
    public Constraint primaryKey(PrimaryKey constraint) {
        return constraint;
    }

    @Override
    public Constraint unique(UniqueConstraint constraint) {
        return constraint;
    }

    @Override
    public Constraint foreignKey(ForeignKey constraint) {
        return constraint;
    }

    @Override
    public Constraint check(CheckConstraint constraint) {
        return constraint.withExpression(in(constraint.expression()));
    }

    @Override
    public Constraint exclusion(ExclusionConstraint constraint) {
        return new ExclusionConstraint(constraint.name(), in(constraint.definition()), constraint.key());
    }
}
