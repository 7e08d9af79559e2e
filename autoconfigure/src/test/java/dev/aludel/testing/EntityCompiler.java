package dev.aludel.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles entity classes from their text, in memory, many texts at once: one call of the compiler costs far more than one
 * text. A text may leave out what every entity has, its package and the usual imports.
 */
final class EntityCompiler {

    /** Where Jakarta Persistence and Hibernate have a name in common, the standard's is meant. */
    private static final String IMPORTS = List.of(
                    "jakarta.persistence.*",
                    "jakarta.persistence.Cache",
                    "jakarta.persistence.CascadeType",
                    "jakarta.persistence.NamedQuery",
                    "jakarta.persistence.Temporal",
                    "jakarta.validation.constraints.*",
                    "org.hibernate.annotations.*",
                    "org.hibernate.type.SqlTypes",
                    "java.math.*",
                    "java.time.*",
                    "java.util.*")
            .stream()
            .map(name -> "import " + name + ";")
            .collect(Collectors.joining(" "));

    private EntityCompiler() {}

    /** The classes of each text, under the text's key. The texts know nothing of each other. */
    static Map<String, List<Class<?>>> compile(Map<String, String> texts) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, Output> outputs = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        texts.forEach((key, text) -> sources.add(new Source(key, "model" + sources.size(), text)));
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            JavaFileManager memory = new ForwardingJavaFileManager<>(standard) {
                @Override
                public JavaFileObject getJavaFileForOutput(
                        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                    return outputs.computeIfAbsent(className, Output::new);
                }
            };
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-Xlint:none", "-parameters", "-classpath", classPath());
            boolean compiled = compiler.getTask(null, memory, problems, options, null, sources)
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(problems.getDiagnostics().stream()
                        .map(EntityCompiler::describe)
                        .collect(Collectors.joining("\n")));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, List<Class<?>>> classes = new LinkedHashMap<>();
        sources.forEach(source -> classes.put(source.key, load(source.packageName, outputs)));
        return classes;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String describe(Diagnostic<? extends JavaFileObject> problem) {
        String place = problem.getSource() instanceof Source source
                ? source.key + ", line " + (problem.getLineNumber() - 1) + ": "
                : "";
        return place + problem.getMessage(Locale.ROOT);
    }

    private static List<Class<?>> load(String packageName, Map<String, Output> outputs) {
        Map<String, byte[]> code = new LinkedHashMap<>();
        outputs.forEach((name, output) -> {
            if (name.startsWith(packageName + ".")) {
                code.put(name, output.content.toByteArray());
            }
        });
        ModelLoader loader = new ModelLoader(code);
        return code.keySet().stream().<Class<?>>map(loader::named).toList();
    }

    /** Keeps the classes of one text apart from those of the same names in another. */
    private static final class ModelLoader extends ClassLoader {

        private final Map<String, byte[]> code;

        ModelLoader(Map<String, byte[]> code) {
            super(EntityCompiler.class.getClassLoader());
            this.code = Map.copyOf(code);
        }

        Class<?> named(String name) {
            try {
                return loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = code.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String key;
        private final String packageName;
        private final String content;

        Source(String key, String packageName, String text) {
            super(URI.create("string:///" + packageName + "/Model.java"), Kind.SOURCE);
            this.key = key;
            this.packageName = packageName;
            this.content = "package " + packageName + "; " + IMPORTS + hoisted(text) + "\n" + withoutImports(text);
        }

        private static String hoisted(String text) {
            return Arrays.stream(text.split("\n", -1))
                    .filter(line -> line.startsWith("import "))
                    .collect(Collectors.joining(" ", " ", ""));
        }

        private static String withoutImports(String text) {
            return Arrays.stream(text.split("\n", -1))
                    .map(line -> line.startsWith("import ") ? "" : line)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Output(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            content.reset();
            return content;
        }
    }
}
