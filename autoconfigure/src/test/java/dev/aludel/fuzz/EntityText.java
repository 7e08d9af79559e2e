package dev.aludel.fuzz;

import dev.aludel.fuzz.Attribute.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes one entity with the classes that belong to it. */
final class EntityText {

    /** The names of attributes: not all are one word. */
    private static final List<String> NAMES = List.of("%s0", "%s1Name", "%s2", "%s3Line2Text", "%s4", "%s5URL", "%s6");

    private final int number;
    private final Slot slot;
    private final Side side;
    private final Hierarchies hierarchies;
    private final Head head;
    private final String name;
    private final boolean root;
    private final boolean ownTable;
    private final List<Member> members = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    EntityText(int number, Slot slot, Side side, Hierarchies hierarchies) {
        this.number = number;
        this.slot = slot;
        this.side = side;
        this.hierarchies = hierarchies;
        this.head = hierarchies.head(number);
        this.name = Mapping.name(number);
        this.root = hierarchies.parent(number).isEmpty();
        this.ownTable =
                root || !hierarchies.strategy(number).map(Strategy::singleTable).orElse(false);
    }

    String text() {
        readMembers();
        List<String> own =
                new ArrayList<>(members.stream().map(Member::declaration).toList());
        List<String> inherited = new ArrayList<>();
        if (mappedSuperclass()) {
            inherited.addAll(own.subList(0, own.size() / 2));
            own.subList(0, own.size() / 2).clear();
        }
        List<String> first = root ? rootMembers() : List.of();
        own.addAll(0, first);
        String parent = hierarchies
                .parent(number)
                .map(Mapping::name)
                .map(" extends "::concat)
                .orElse("");
        if (mappedSuperclass()) {
            classes.add(0, "@MappedSuperclass class " + name + "Base {\n" + indented(inherited) + "}");
            parent = " extends " + name + "Base";
        }
        view().ifPresent(classes::add);
        String modifier = mayBeAbstract() && head.has(Trait.ABSTRACT) ? "abstract " : "";
        return annotations() + modifier + "class " + name + parent + " {\n" + indented(own) + "}\n"
                + classes.stream().map(text -> text + "\n").collect(Collectors.joining());
    }

    /** Over the key and the first columns with text and with numbers. */
    private Optional<String> view() {
        if (!head.has(Trait.VIEW)
                || !root
                || head.has(Trait.ABSTRACT)
                || hierarchies.key(number).composite()) {
            return Optional.empty();
        }
        List<String> texts = columns().texts();
        List<String> numbers = columns().numbers();
        return sqlTable()
                .map(table -> ("@Entity @View(query = \"select t.%s as id, %s as label, %s as amount from %s t\")"
                                + " class %sView { @Id Long id; String label; Long amount; }")
                        .formatted(
                                hierarchies.keyColumn(number),
                                texts.isEmpty() ? "'none'" : "lower(t." + texts.get(0) + ")",
                                numbers.isEmpty() ? "0" : "t." + numbers.get(0),
                                table,
                                name));
    }

    /** The table's name, where it is the same for every naming strategy. */
    private Optional<String> sqlTable() {
        String lower = name.toLowerCase(Locale.ROOT);
        if (head.table().equals("name = \"{}_table\"")) {
            return Optional.of(renamed() ? lower + "_later" : lower + "_table");
        }
        return head.table().isEmpty() && List.of("Alpha", "DELTA", "Épsilon").contains(name)
                ? Optional.of(lower)
                : Optional.empty();
    }

    private boolean renamed() {
        return side == Side.AFTER && head.has(Trait.RENAMED) && head.table().equals("name = \"{}_table\"");
    }

    /** The abstract root of one table per class has no table, and Hibernate would create an empty schema for it. */
    private boolean mayBeAbstract() {
        return hierarchies.hasChildren(number) && !head.table().contains("schema");
    }

    private boolean mappedSuperclass() {
        return root && head.has(Trait.MAPPED_SUPERCLASS);
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private void readMembers() {
        String prefix = name.substring(0, 1).toLowerCase(Locale.ROOT).replace('é', 'e');
        List<String> siblings = new ArrayList<>();
        List<Varying<Attribute>> attributes = slot.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Place place = new Place(
                            NAMES.get(i).formatted(prefix),
                            hierarchies.target(number),
                            hierarchies.targets(),
                            List.of(),
                            root && !mappedSuperclass(),
                            hasSecondaryTable() ? secondaryTable() : "",
                            root || !hierarchies.strategy(number).equals(Optional.of(Strategy.TABLE_PER_CLASS)))
                    .beside(List.copyOf(siblings));
            attributes.get(i).on(side).map(attribute -> attribute.in(place)).ifPresent(member -> {
                members.add(member);
                classes.addAll(member.classes());
                member.number().ifPresent(siblings::add);
            });
        }
    }

    private boolean hasSecondaryTable() {
        return root && head.has(Trait.SECONDARY_TABLE) && !mappedSuperclass();
    }

    private String secondaryTable() {
        return name.toLowerCase(Locale.ROOT) + "_more";
    }

    private List<String> rootMembers() {
        Key key = hierarchies.key(number);
        classes.addAll(key.classes(name));
        List<String> lines = new ArrayList<>(List.of(hierarchies.keyMembers(number)));
        if (head.has(Trait.VERSION)) {
            lines.add("@Version int version;");
        }
        if (head.has(Trait.TIMESTAMPS)) {
            lines.add("@CreationTimestamp Instant created;");
            lines.add("@UpdateTimestamp LocalDateTime updated;");
        }
        if (head.has(Trait.TENANT)) {
            lines.add("@TenantId String tenant;");
        }
        return lines;
    }

    private String annotations() {
        StringBuilder text = new StringBuilder("@Entity ");
        if (root) {
            text.append(hierarchies.key(number).annotation(name));
            hierarchies.strategy(number).map(Strategy::annotation).ifPresent(text::append);
            if (head.has(Trait.SOFT_DELETE) || head.has(Trait.SOFT_DELETE_INVERTED)) {
                text.append(
                        head.has(Trait.SOFT_DELETE)
                                ? "@SoftDelete "
                                : "@SoftDelete(strategy = SoftDeleteType.ACTIVE) ");
            }
        }
        hierarchies
                .strategy(number)
                .filter(strategy -> strategy == Strategy.SINGLE_TABLE_NUMBERED)
                .ifPresent(strategy -> text.append("@DiscriminatorValue(\"" + number + "\") "));
        if (ownTable) {
            tableAnnotations(text);
        }
        if (hasSecondaryTable()) {
            text.append("@SecondaryTable(name = \"").append(secondaryTable()).append("\") ");
        }
        return text.toString();
    }

    private void tableAnnotations(StringBuilder text) {
        List<String> table = new ArrayList<>();
        if (renamed()) {
            String lower = name.toLowerCase(Locale.ROOT);
            text.append("@dev.aludel.RenamedFrom(\"").append(lower).append("_table\") ");
            table.add("name = \"" + lower + "_later\"");
        } else if (!head.table().isEmpty()) {
            table.add(head.table().replace("{}", name.toLowerCase(Locale.ROOT)));
        } else if (name.equals("Order")) {
            table.add("name = \"orders\"");
        }
        list("indexes", true).ifPresent(table::add);
        list("uniqueConstraints", false).ifPresent(table::add);
        if (!table.isEmpty()) {
            text.append("@Table(").append(String.join(", ", table)).append(") ");
        }
        if (head.has(Trait.COMMENT) || head.has(Trait.OTHER_COMMENT)) {
            text.append(
                    head.has(Trait.COMMENT) ? "@Comment(\"a table\") " : "@Comment(\"größer\\nthan -- one line\") ");
        }
        List<String> numbers = columns().numbers();
        if (head.has(Trait.CHECK) && numbers.size() > 1) {
            text.append("@Check(constraints = \"%s <= %s\") ".formatted(numbers.get(0), numbers.get(1)));
        }
    }

    private Optional<String> list(String attribute, boolean indexes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < slot.constraints().size(); i++) {
            String constraint = name.toLowerCase(Locale.ROOT) + "_" + i;
            slot.constraints()
                    .get(i)
                    .on(side)
                    .filter(candidate -> candidate.isIndex() == indexes)
                    .flatMap(candidate -> candidate.in(columns(), constraint))
                    .ifPresent(texts::add);
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(attribute + " = {" + String.join(", ", texts) + "}");
    }

    private Constraint.Columns columns() {
        return new Constraint.Columns(
                members.stream().flatMap(member -> member.column().stream()).toList(),
                members.stream().flatMap(member -> member.number().stream()).toList(),
                members.stream().flatMap(member -> member.text().stream()).toList());
    }
}
