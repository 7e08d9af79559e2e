package dev.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of packages in docs/architecture.md, held against the classes. */
class PackagesTests {

    private static final String ROOT = "dev.aludel";
    private static final Path DOCUMENT = Path.of("../docs/architecture.md");

    /** {@code | `diff` | holds | `schema`, `operation` |}. */
    private static final Pattern ROW = Pattern.compile("^\\| (`[a-z., `]+`) \\|.*\\| ([^|]*) \\|$", Pattern.MULTILINE);

    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    /** The root's exception and the one for texts are used by all. */
    private static final Set<String> EVERYWHERE = Set.of(ROOT, "text");

    /** Lists of like things, which a reader scans by name. */
    private static final Set<String> LISTS = Set.of("operation", "cli", "metamodel", "autoconfigure");

    private static final int ROOM = 45;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void useWhatTheDocumentationSays() throws IOException {
        assertThat(used()).isEqualTo(documented());
    }

    @Test
    void holdNoMoreThanAReaderCanKeepInMind() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        LISTS.forEach(list -> sizes.remove(ROOT + "." + list));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(ROOM));
    }

    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> others = used.computeIfAbsent(name(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)) {
                    others.add(name(target));
                }
            }
        }
        used.forEach((name, others) -> others.removeIf(other -> other.equals(name) || EVERYWHERE.contains(other)));
        return used;
    }

    /** The part of a package's name behind the root: {@code runner} of {@code dev.aludel.runner.version}. */
    private static String name(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(ROOT)) {
            return ROOT;
        }
        String below = name.substring(ROOT.length() + 1);
        return below.indexOf('.') < 0 ? below : below.substring(0, below.indexOf('.'));
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(row ->
                        names(row.group(1)).forEach(name -> documented.put(name, new TreeSet<>(names(row.group(2))))));
        return documented;
    }

    private static List<String> names(String cell) {
        return new ArrayList<>(NAME.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .toList());
    }
}
