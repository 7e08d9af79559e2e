build() {
    gradle=gradle
    for wrapper in "./gradlew" "${reactor:-.}/gradlew"; do
        [ ! -x "$wrapper" ] || gradle=$wrapper
    done
    command -v "$gradle" > /dev/null || fail "Gradle is not installed: put gradle on the PATH, or its wrapper into $PWD"
    cat > "$state/classpath.gradle" << 'END'
allprojects {
    plugins.withId('java') {
        def classpath = project.extensions.getByName('sourceSets').getByName('main').runtimeClasspath
        def file = new File(project.projectDir, 'build/aludel/classpath')
        tasks.register('aludelClasspath') {
            inputs.files(classpath)
            outputs.upToDateWhen { false }
            doLast {
                file.parentFile.mkdirs()
                file.text = classpath.asPath + '\n'
            }
        }
    }
}
END
    quietly "$gradle" -q --console=plain -p . --init-script "$state/classpath.gradle" aludelClasspath
    watched > "$state/watched"
}

# This project, the build files above it, and the siblings that the class path names.
watched() {
    printf '%s\n' "$self" src/main
    above=.
    while :; do
        for file in build.gradle build.gradle.kts settings.gradle settings.gradle.kts gradle.properties \
            gradle/libs.versions.toml buildSrc/src; do
            [ ! -e "$above/$file" ] || echo "$above/$file"
        done
        [ -n "$reactor" ] && [ "$above" != "$reactor" ] || break
        [ "$above" = . ] && above=.. || above=$above/..
    done
    tr : '\n' < "$state/classpath" | sed -n 's|/build/libs/[^/]*$||p' | while IFS= read -r sibling; do
        [ ! -d "$sibling/src/main" ] || echo "$sibling/src/main"
    done
}

