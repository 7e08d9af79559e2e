#!/bin/sh
# Aludel, the migrations of this application. Begin with: ./aludel --help
#
# 'aludel init' wrote this file: check it in, change it as you like. It builds with @TOOL@ what has changed since its last
# run, then becomes the application's JVM itself, so that output, exit code and signals are the command's own.

# The class with the main method.
main_class='@MAIN_CLASS@'

# Revisions are read where they are written: a change in there needs no build.
revisions='@REVISIONS@'

# For a quick start.
java_options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspring.backgroundpreinitializer.ignore=true'

# The JVM starts in half the time with an archive of the libraries' classes, about 80 MB, which is made in the background after a command
# and kept in the build folder. 'off' makes and uses none; so does the environment variable ALUDEL_ARCHIVE=off.
archive=on

@SETTINGS@
set -eu
# Follows links to the file itself, whose path is in 'file' then.
follow() {
    file=$1
    while [ -h "$file" ]; do
        folder=$(dirname -- "$file")
        file=$(readlink -- "$file")
        case $file in /*) ;; *) file=$folder/$file ;; esac
    done
}

# A link to this file stands anywhere; the project is where the file itself is.
follow "$0"
script=$file
self=${script##*/}
case $script in */*) CDPATH='' cd -- "${script%/*}" ;; esac

fail() {
    echo "aludel: $*" >&2
    exit 1
}

# Whether a file or a folder that the last build depended on is newer than it, or gone.
changed() {
    [ -f "$state/stamp" ] && [ -d "$classes" ] || return 0
    set --
    while IFS= read -r path; do
        set -- "$@" "$path"
    done < "$state/watched"
    [ -n "$(find "$@" -path "$revisions" -prune -o -newer "$state/stamp" -print 2>&1)" ]
}

# Runs a build quietly: its errors and warnings matter when it fails, up to the advice on how to debug the tool itself.
quietly() {
    (sleep 1 > /dev/null 2>&1 && echo 'Building ...' >&2) &
    notice=$!
    built=0
    "$@" > "$state/build.log" 2>&1 < /dev/null || built=$?
    kill "$notice" 2> /dev/null || :
    [ "$built" -ne 0 ] || return 0
    escape=$(printf '\033')
    sed -e "s/$escape\\[[0-9;]*m//g" -e '/-> \[Help 1\]/,$d' -e '/^\[INFO\]/d' "$state/build.log" >&2
    fail "the build failed: see above, or all of it in '$PWD/$state/build.log'"
}

# A build leaves what came from a deleted source where it is.
forget_deleted_sources() {
    [ -f "$state/sources" ] || return 0
    while IFS= read -r source; do
        name=${source#src/main/*/}
        case $source in
        src/main/resources/*) [ -e "$source" ] || rm -f "$resources/$name" ;;
        *.java | *.kt)
            [ -e "$source" ] ||
                rm -f "$classes/${name%.*}.class" "$classes/${name%.*}Kt.class" "$classes/${name%.*}"\$*.class
            ;;
        esac
    done < "$state/sources"
}

# No start runs a revision that the sources lack, and no jar is to hold one: that needs no build.
forget_deleted_revisions() {
    copies=$resources/${revisions#src/main/resources/}
    [ "$copies" != "$resources/$revisions" ] && [ -d "$revisions" ] && [ -d "$copies" ] || return 0
    find "$copies" -name '*.sql' -type f | while IFS= read -r copy; do
        [ -e "$revisions/${copy#"$copies"/}" ] || rm -f "$copy"
    done
}

@BUILD@
# The main class as it is written above; if it was renamed, the only one that takes its place.
find_main_class() {
    if [ -f "$classes/$(echo "$main_class" | tr . /).class" ]; then
        echo "$main_class"
        return
    fi
    found=$(cd "$classes" && find . -name '*.class' -exec \
        grep -l 'Lorg/springframework/boot/autoconfigure/SpringBootApplication;' {} + | sed 's|^\./||; s|\.class$||')
    [ -n "$found" ] && [ "$(echo "$found" | wc -l)" -eq 1 ] ||
        fail "the class '$main_class' is not in '$classes': write the main class into 'main_class' in '$PWD/$self'"
    [ ! -f "$classes/${found}Kt.class" ] || found=${found}Kt
    echo "$found" | tr / .
}

# Takes the class path apart, since an archive is of jars alone: 'jars' has those that no build changes, and where all else is.
take_apart() {
    jars=''
    folders=''
    tr : '\n' < "$state/classpath" > "$state/entries"
    : > "$state/libraries"
    while IFS= read -r entry; do
        case $entry in
        */build/libs/*.jar | */target/*.jar) folders=$folders${folders:+:}$entry ;;
        *.jar) jars=$jars${jars:+:}$entry && echo "$entry" >> "$state/libraries" ;;
        *) [ ! -d "$entry" ] || folders=$folders${folders:+:}$entry ;;
        esac
    done < "$state/entries"
    rm -f "$state/entries"
    case $jars in */aludel-spring-boot-autoconfigure-*) ;; *) jars='' ;; esac
    printf '%s\n%s\n' "-cp $jars" "-Daludel.class-folders=$folders" |
        sed -e 's/[\\"]/\\&/g' -e 's/^-cp \(.*\)/-cp "\1"/' -e 's/^-D.*/"&"/' > "$state/jars.new"
    cmp -s "$state/jars.new" "$state/jars" || rm -rf "$state"/archive-*
    rm -rf "$state"/archive-*.failed
    mv -f "$state/jars.new" "$state/jars"
    [ -n "$jars" ] || rm -f "$state/jars"
}

# Writes what a start needs: the class path, the main class, what to watch.
prepare() {
    mkdir -p "$state"
    : > "$state/stamp.new"
    forget_deleted_sources
    build
    [ -d "$classes" ] || fail "the build made no '$PWD/$classes'"
    sed -e 's/[\\"]/\\&/g' -e 's/^/-cp "/' -e 's/$/"/' "$state/classpath" > "$state/java"
    main=$(find_main_class) || exit 1
    echo "$main" > "$state/main"
    find src/main -type f > "$state/sources"
    take_apart
    mv -f "$state/stamp.new" "$state/stamp"
}

if changed; then
    rm -f "$state/stamp"
    prepare
fi
forget_deleted_revisions
read -r main < "$state/main"

# The words once more, for a main method that drops its arguments.
ALUDEL_COMMAND=aludel
for word; do
    case $word in *\'*) word=$(printf '%s.' "$word" | sed "s/'/'\\\\''/g") && word=${word%.} ;; esac
    ALUDEL_COMMAND="$ALUDEL_COMMAND '$word'"
done
export ALUDEL_COMMAND

# Without a locale the JVM takes letters beyond ASCII in arguments and file names for question marks.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_ALL=C.UTF-8

java=java
[ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/java" ] || java=$JAVA_HOME/bin/java

# The name of this JVM's archive, and how it is made and used; fails where there can be none.
know_archive() {
    [ "${ALUDEL_ARCHIVE:-$archive}" = on ] && [ -f "$state/jars" ] && command -v "$java" > /dev/null || return 1
    follow "$(command -v "$java")"
    release=${file%/bin/java}/release
    [ -f "$release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
    [ "${version:-0}" -ge 17 ] || return 1
    # shellcheck disable=SC2012 # a checksum of it is all that is wanted
    kept=$state/archive-$(ls -ln "$release" | cksum | cut -d ' ' -f 1)
    if [ "$version" -ge 25 ]; then
        making=-XX:AOTCacheOutput
        using=-XX:AOTCache
    else
        making=-XX:ArchiveClassesAtExit
        using=-XX:SharedArchiveFile
    fi
}

# Whether a jar is newer than the archive: the JVM would not take any class from there.
stale() {
    set --
    while IFS= read -r entry; do
        set -- "$@" "$entry"
    done < "$state/libraries"
    [ -n "$(find "$@" -newer "$kept" -print 2>&1)" ]
}

# Makes the archive once the command has ended: all that commands load, without connecting to a database.
make_archive() {
    mkdir "$kept.making" || return 0
    while kill -0 $$ 2> /dev/null; do
        sleep 1
    done
    nowhere=jdbc:postgresql://localhost:1/none
    # shellcheck disable=SC2086 # options are words
    ALUDEL_COMMAND=train nice "$java" $java_options "$making=$kept.new" -Daludel.training=true "@$state/jars" \
        dev.aludel.cli.Launcher "$main" aludel train \
        --spring.datasource.url=$nowhere --aludel.datasource.url=$nowhere \
        --spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
        --spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false || :
    if [ -s "$kept.new" ]; then mv -f "$kept.new" "$kept"; else : > "$kept.failed"; fi
    rmdir "$kept.making"
}

if know_archive; then
    if [ -f "$kept" ] && stale; then rm -f "$kept"; fi
    if [ -f "$kept" ]; then
        # what the JVM has to say of an archive it says on standard output
        # shellcheck disable=SC2086 # options are words
        exec "$java" $java_options "$using=$kept" -Xlog:disable "@$state/jars" dev.aludel.cli.Launcher "$main" aludel "$@"
    fi
    [ -n "${CI:-}" ] || [ -f "$kept.failed" ] || (make_archive &) < /dev/null > "$state/archive.log" 2>&1
fi
# shellcheck disable=SC2086 # options are words
exec "$java" $java_options "@$state/java" "$main" aludel "$@"
