package dev.aludel.ddl;

import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** A type that is a row of its own, as {@code @Struct} has it, as it is made. */
public final class NewCompositeType {

    private final ObjectName name;
    private final List<Attribute> attributes = new ArrayList<>();

    public NewCompositeType(ObjectName name) {
        this.name = name;
    }

    /**
     * The next field. {@code t.attribute("street", "varchar(255)")}
     */
    public NewCompositeType attribute(String attribute, String type) {
        attributes.add(new Attribute(attribute, type, null, null));
        return this;
    }

    public CompositeType type() {
        return new CompositeType(name, attributes, null);
    }
}
