package dev.aludel.dialect.postgresql.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recognises {@link ValueCheck}s by exact shapes; anything else is none. */
public final class ValueCheckParser {

    private static final Set<String> TEXT_TYPES = Set.of("varchar", "text", "bpchar");

    private final TokenReader reader;

    private ValueCheckParser(TokenReader reader) {
        this.reader = reader;
    }

    static @Nullable ValueCheck parse(String condition) {
        ValueCheckParser parser = new ValueCheckParser(new TokenReader(condition));
        ValueCheck check = parser.inParentheses(parser::either);
        return check != null && parser.reader.atEnd() ? check : null;
    }

    /** Reads {@code (v)::text = ANY ((ARRAY[...])::text[])}, if it comes next. */
    static @Nullable public ValueCheck wrapped(TokenReader reader) {
        int start = reader.position();
        ValueCheck check = new ValueCheckParser(reader).membership();
        if (check == null || check.form() != ValueCheck.Form.WRAPPED) {
            reader.returnTo(start);
            return null;
        }
        return check;
    }

    /**
     * Reads {@code ::text = ANY ((ARRAY[...])::text[])}, if it comes next, and spells it as a plain list: what stands before is a
     * varchar but no column, such as an attribute within JSON or a struct.
     */
    static @Nullable public String behindVarchar(TokenReader reader) {
        int start = reader.position();
        boolean text = reader.accept("::", "text");
        boolean negated = reader.sees("<>", "all");
        if (text && (reader.accept("=", "any", "(") || reader.accept("<>", "all", "("))) {
            ValueCheck check = new ValueCheckParser(reader).array(new Operand("", true), negated);
            if (check != null && check.form() == ValueCheck.Form.WRAPPED) {
                return (negated ? " not in (" : " in (") + String.join(", ", check.values()) + ")";
            }
        }
        reader.returnTo(start);
        return null;
    }

    /**
     * Reads {@code ((v >= 0) AND (v <= 3))}, if it comes next: inside another conjunction only a {@code between} leaves the
     * parentheses, which two comparisons would lose when they are read again.
     */
    static @Nullable public ValueCheck nestedRange(TokenReader reader) {
        int start = reader.position();
        if (reader.accept("(")) {
            ValueCheck range = new ValueCheckParser(reader).range();
            if (range != null && range.form() == ValueCheck.Form.PLAIN && reader.accept(")")) {
                return range;
            }
        }
        reader.returnTo(start);
        return null;
    }

    private <T> @Nullable T inParentheses(Supplier<@Nullable T> rule) {
        int start = reader.position();
        T value = rule.get();
        if (value != null) {
            return value;
        }
        reader.returnTo(start);
        if (reader.accept("(")) {
            value = inParentheses(rule);
            if (value != null && reader.accept(")")) {
                return value;
            }
        }
        reader.returnTo(start);
        return null;
    }

    private @Nullable ValueCheck either() {
        ValueCheck check = inParentheses(this::single);
        if (check == null || !reader.accept("or")) {
            return check;
        }
        String column = inParentheses(this::isNull);
        return column != null && column.equals(check.column()) ? check.withOrNull() : null;
    }

    private @Nullable String isNull() {
        Operand operand = operand();
        return operand != null && !operand.cast && reader.accept("is", "null") ? operand.column : null;
    }

    private @Nullable ValueCheck single() {
        int start = reader.position();
        ValueCheck range = range();
        if (range != null) {
            return range;
        }
        reader.returnTo(start);
        return membership();
    }

    /** {@code ((x >= 0) AND (x <= 3))}, and the other way round. */
    private @Nullable ValueCheck range() {
        int start = reader.position();
        ValueCheck range = range(">=", "<=");
        if (range != null) {
            return range;
        }
        reader.returnTo(start);
        ValueCheck reversed = range("<=", ">=");
        return reversed == null
                ? null
                : range(
                        reversed.column(),
                        reversed.values().get(1),
                        reversed.values().get(0),
                        ValueCheck.Form.RESTORED);
    }

    private @Nullable ValueCheck range(String first, String second) {
        List<String> one = inParentheses(() -> bound(first));
        if (one == null || !reader.accept("and")) {
            return null;
        }
        List<String> other = inParentheses(() -> bound(second));
        return other == null || !one.get(0).equals(other.get(0))
                ? null
                : range(one.get(0), one.get(1), other.get(1), ValueCheck.Form.PLAIN);
    }

    private @Nullable List<String> bound(String operator) {
        Operand operand = operand();
        if (operand == null || operand.cast || !reader.accept(operator)) {
            return null;
        }
        Element element = element();
        return element == null || element.isText() ? null : List.of(operand.column, element.literal);
    }

    private static ValueCheck range(String column, String low, String high, ValueCheck.Form form) {
        return new ValueCheck(column, List.of(low, high), true, false, false, form);
    }

    private @Nullable ValueCheck membership() {
        Operand operand = operand();
        if (operand == null) {
            return null;
        }
        if (!operand.cast && reader.accept("between")) {
            Element low = element();
            boolean and = reader.accept("and");
            Element high = element();
            return low == null || !and || high == null || low.isText() || high.isText()
                    ? null
                    : range(operand.column, low.literal, high.literal, ValueCheck.Form.PLAIN);
        }
        if (!operand.cast && (reader.sees("in", "(") || reader.sees("not", "in", "("))) {
            boolean negated = reader.accept("not");
            reader.accept("in", "(");
            return check(operand, negated, elements(")"), false);
        }
        boolean negated = reader.sees("<>", "all");
        if (reader.accept("=", "any", "(") || reader.accept("<>", "all", "(")) {
            return array(operand, negated);
        }
        Element element = reader.accept("=") ? element() : null;
        return element == null ? null : check(operand, false, List.of(element), false);
    }

    private @Nullable ValueCheck array(Operand operand, boolean negated) {
        boolean wrapped = reader.accept("(");
        List<Element> elements = reader.accept("array", "[") ? elements("]") : List.of();
        boolean unwrapped = !wrapped || reader.accept(")", "::", "text", "[", "]");
        if (!unwrapped || !reader.accept(")")) {
            return null;
        }
        return check(operand, negated, elements, wrapped);
    }

    private static @Nullable ValueCheck check(
            Operand operand, boolean negated, List<Element> elements, boolean wrapped) {
        if (elements.isEmpty()) {
            return null;
        }
        ValueCheck.Form form = ValueCheck.Form.RESTORED;
        if (wrapped) {
            boolean regular = operand.cast && elements.stream().allMatch(element -> element.cast.equals("varchar"));
            form = regular ? ValueCheck.Form.WRAPPED : form;
        } else if (!operand.cast
                || (elements.size() == 1 && elements.get(0).cast.equals("text"))) {
            boolean regular = elements.stream().noneMatch(element -> element.cast.endsWith(" text"));
            form = regular ? ValueCheck.Form.PLAIN : form;
        }
        List<String> values = elements.stream().map(Element::literal).toList();
        return new ValueCheck(operand.column, values, false, negated, false, form);
    }

    /** The elements up to the closing symbol; none where one of them is no literal. */
    private List<Element> elements(String closing) {
        List<Element> elements = new ArrayList<>();
        do {
            Element element = element();
            if (element == null) {
                return List.of();
            }
            elements.add(element);
        } while (reader.accept(","));
        return reader.accept(closing) ? elements : List.of();
    }

    /** {@code 'A'}, {@code 'A'::text}, {@code ('A'::character varying)::text}, {@code 7}, {@code '-7'::integer}, {@code (7)::bigint} */
    private @Nullable Element element() {
        if (reader.accept("(")) {
            Element inner = element();
            if (inner == null || !reader.accept(")", "::")) {
                return null;
            }
            String type = TypeName.read(reader, "").toString();
            if (inner.isText()) {
                return type.equals("text") ? new Element(inner.literal, inner.cast + " text") : null;
            }
            return type.equals("bigint") || type.equals("numeric") ? inner : null;
        }
        boolean negative = reader.accept("-");
        Token token = reader.next();
        if (token.kind() == Token.Kind.NUMBER && isInteger(token.text())) {
            return new Element((negative ? "-" : "") + token.text(), "number");
        }
        return negative || token.kind() != Token.Kind.STRING ? null : string(token.text());
    }

    private @Nullable Element string(String text) {
        if (!reader.accept("::")) {
            return new Element(Identifiers.literal(text), "");
        }
        String type = TypeName.read(reader, "").toString();
        if (TEXT_TYPES.contains(type)) {
            return new Element(Identifiers.literal(text), type);
        }
        boolean number = type.equals("integer") || type.equals("bigint");
        return number && isInteger(text.startsWith("-") ? text.substring(1) : text)
                ? new Element(text, "number")
                : null;
    }

    private static boolean isInteger(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code status}, {@code (status)::text} */
    private @Nullable Operand operand() {
        if (reader.peek().isName() && !isExpression(reader.peek())) {
            return reader.peek(1).is(".") || reader.peek(1).is("(")
                    ? null
                    : new Operand(reader.next().text(), false);
        }
        boolean cast = reader.peek(1).isName() && reader.accept("(");
        if (cast) {
            String column = reader.next().text();
            return reader.accept(")", "::", "text") ? new Operand(column, true) : null;
        }
        return null;
    }

    private static boolean isExpression(Token token) {
        return token.kind() == Token.Kind.WORD
                && (token.is("not") || token.is("null") || token.is("true") || token.is("false") || token.is("case"));
    }

    private record Operand(String column, boolean cast) {}

    private record Element(String literal, String cast) {

        boolean isText() {
            return !cast.equals("number");
        }
    }
}
