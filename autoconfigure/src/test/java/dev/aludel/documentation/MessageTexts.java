package dev.aludel.documentation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts that a class composes for a message, with an ellipsis for what only a run can tell. */
final class MessageTexts {

    private static final String UNKNOWN = "…";
    private static final int MOST = 4;

    private final ClassTree type;
    private final Map<String, ExpressionTree> constants = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    MessageTexts(ClassTree type) {
        this.type = type;
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree variable && variable.getInitializer() != null) {
                constants.put(variable.getName().toString(), variable.getInitializer());
            }
        }
    }

    /** Returns the texts that the constructors of the class hand to their superclass. */
    List<String> ofConstructors() {
        Set<String> texts = new LinkedHashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                String name = call.getMethodSelect().toString();
                if (name.equals("super") || name.equals("this")) {
                    texts.addAll(sayings(call.getArguments()));
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(type, null);
        return List.copyOf(texts);
    }

    /**
     * Returns the texts that the class hands to an exception which it creates, by the exception's name. What is wrong in a script
     * is collected as findings first.
     */
    Map<String, List<String>> ofCreations() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void nothing) {
                List<String> said = sayings(creation.getArguments());
                if (!said.isEmpty()) {
                    texts.computeIfAbsent(creation.getIdentifier().toString(), name -> new ArrayList<>())
                            .addAll(said);
                }
                return super.visitNewClass(creation, null);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                if (call.getMethodSelect().toString().equals("findings.add")) {
                    texts.computeIfAbsent("InvalidScriptException", name -> new ArrayList<>())
                            .addAll(sayings(call.getArguments()));
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(type, null);
        return texts;
    }

    /** Returns what is a sentence among the arguments of a call. */
    private List<String> sayings(List<? extends ExpressionTree> arguments) {
        return arguments.stream()
                .flatMap(argument -> of(argument).stream())
                .map(text -> text.replaceAll("\\s+", " ")
                        .replaceAll("(…\\s?){2,}", "… ")
                        .strip())
                .filter(text -> text.matches(".*\\p{L}+ \\p{L}+.*"))
                .toList();
    }

    private List<String> of(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return List.of(literal.getValue() instanceof String text ? text : UNKNOWN);
        }
        if (expression instanceof ParenthesizedTree parentheses) {
            return of(parentheses.getExpression());
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return joined(of(sum.getLeftOperand()), of(sum.getRightOperand()));
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return Stream.concat(of(choice.getTrueExpression()).stream(), of(choice.getFalseExpression()).stream())
                    .toList();
        }
        if (expression instanceof IdentifierTree name) {
            ExpressionTree constant = constants.get(name.toString());
            return constant == null ? List.of(UNKNOWN) : of(constant);
        }
        return expression instanceof MethodInvocationTree call ? ofCall(call) : List.of(UNKNOWN);
    }

    private static List<String> joined(List<String> left, List<String> right) {
        return left.size() * right.size() > MOST
                ? List.of(only(left) + only(right))
                : left.stream()
                        .flatMap(first -> right.stream().map(second -> first + second))
                        .toList();
    }

    private static String only(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : UNKNOWN;
    }

    private List<String> ofCall(MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree selected
                && selected.getIdentifier().contentEquals("formatted")) {
            List<String> values = call.getArguments().stream()
                    .map(argument -> only(of(argument)))
                    .toList();
            return of(selected.getExpression()).stream()
                    .map(text -> filled(text, values))
                    .toList();
        }
        String name = call.getMethodSelect().toString();
        if (!open.add(name)) {
            return List.of(UNKNOWN);
        }
        List<String> returned = type.getMembers().stream()
                .filter(member ->
                        member instanceof MethodTree method && method.getName().contentEquals(name))
                .flatMap(member -> returned((MethodTree) member).stream())
                .distinct()
                .toList();
        open.remove(name);
        return returned.isEmpty() ? List.of(UNKNOWN) : returned;
    }

    private static String filled(String format, List<String> values) {
        String text = format;
        for (String value : values) {
            text = text.replaceFirst("%[-\\d.]*[sd]", Matcher.quoteReplacement(value));
        }
        return text.replace("%%", "%").replace("%n", " ");
    }

    private List<String> returned(MethodTree method) {
        List<String> texts = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void nothing) {
                if (statement.getExpression() != null) {
                    texts.addAll(of(statement.getExpression()));
                }
                return null;
            }
        }.scan(method.getBody(), null);
        return texts;
    }
}
