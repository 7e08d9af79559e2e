build() {
    maven=mvn
    for wrapper in "./mvnw" "${reactor:-.}/mvnw"; do
        [ ! -x "$wrapper" ] || maven=$wrapper
    done
    command -v "$maven" > /dev/null || fail "Maven is not installed: put mvn on the PATH, or a Maven wrapper into $PWD"
    quietly "$maven" -B -ntp -Dstyle.color=never -f "${reactor:-.}/pom.xml" ${module:+-pl "$module" -am} compile \
        org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -DincludeScope=runtime \
        "-Dmdep.outputFile=$PWD/$state/dependencies"
    { printf '%s' "$PWD/$classes:" && cat "$state/dependencies" && echo; } | sed '/^$/d' > "$state/classpath"
    watched > "$state/watched"
}

# This module, the folders above it that hold a pom.xml, and the siblings that the class path names.
watched() {
    printf '%s\n' "$self" pom.xml src/main
    above=${reactor:+..}
    while [ -n "$above" ] && [ -f "$above/pom.xml" ]; do
        echo "$above/pom.xml"
        above=$above/..
    done
    { cat "$state/dependencies" && echo; } | tr : '\n' | sed -n 's|/target/classes$||p' | while IFS= read -r sibling; do
        echo "$sibling/pom.xml"
        [ ! -d "$sibling/src/main" ] || echo "$sibling/src/main"
    done
}

