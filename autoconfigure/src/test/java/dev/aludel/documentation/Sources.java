package dev.aludel.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sources of the engine, parsed: a page that is made from them says what their comments and texts say. */
final class Sources {

    private static final Path MAIN = Path.of("src/main/java");

    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final DocTrees comments;

    private Sources(JavacTask task) throws IOException {
        this.comments = DocTrees.instance(task);
        task.parse().forEach(units::add);
    }

    /** Parses the files whose name ends so. */
    static Sources endingWith(String end) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(MAIN);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> paths =
                    files.filter(file -> file.toString().endsWith(end)).sorted().toList();
            return new Sources((JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths)));
        }
    }

    /** Returns the outermost class of each file. */
    List<ClassTree> classes() {
        return units.stream()
                .flatMap(unit -> unit.getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /** Returns the comment of a class, as plain text. */
    String comment(ClassTree type) {
        return units.stream()
                .filter(unit -> unit.getTypeDecls().contains(type))
                .map(unit -> text(comments.getDocCommentTree(TreePath.getPath(unit, type))))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the comments of the constants of an enum, by name.
     *
     * @param type its binary name, such as {@code dev.aludel.autoconfigure.AludelProperties$Mode}
     */
    Map<String, String> constants(String type) {
        String file = type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        String enumeration = type.replaceFirst(".*[.$]", "");
        Map<String, String> found = new LinkedHashMap<>();
        for (CompilationUnitTree unit : units) {
            if (!unit.getSourceFile().toUri().getPath().endsWith(file)) {
                continue;
            }
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitClass(ClassTree declared, @Nullable Void nothing) {
                    if (declared.getSimpleName().contentEquals(enumeration)) {
                        declared.getMembers().stream()
                                .filter(member -> isConstant(member, enumeration))
                                .forEach(member -> found.put(
                                        ((VariableTree) member).getName().toString(),
                                        text(comments.getDocCommentTree(new TreePath(getCurrentPath(), member)))));
                    }
                    return super.visitClass(declared, null);
                }
            }.scan(unit, null);
        }
        return found;
    }

    private static boolean isConstant(Tree member, String enumeration) {
        return member instanceof VariableTree variable && enumeration.equals(String.valueOf(variable.getType()));
    }

    private static String text(@Nullable DocCommentTree comment) {
        return comment == null
                ? ""
                : String.join(
                                "",
                                comment.getFullBody().stream()
                                        .map(Object::toString)
                                        .toList())
                        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
