@echo off
rem Aludel, the migrations of this application. Begin with: aludel --help
rem 'aludel init' wrote this file: check it in, change it as you like. See the script 'aludel' beside it.

setlocal
cd /d "%~dp0"
set "MAIN_CLASS=@MAIN_CLASS@"
set "REACTOR=@REACTOR@"
set "STATE=build\aludel"
set "JAVA_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspring.backgroundpreinitializer.ignore=true"
if "%REACTOR%"=="" set "REACTOR=."

rem Gradle itself knows best what has changed
if not exist "%STATE%\java" echo Building ... 1>&2
if not exist "%STATE%" mkdir "%STATE%"
set "GRADLE=gradle"
if exist "%REACTOR%\gradlew.bat" set "GRADLE=%REACTOR%\gradlew.bat"
if exist "gradlew.bat" set "GRADLE=gradlew.bat"
(
    echo allprojects {
    echo     plugins.withId^('java'^) {
    echo         def classpath = project.extensions.getByName^('sourceSets'^).getByName^('main'^).runtimeClasspath
    echo         def file = new File^(project.projectDir, 'build/aludel/java'^)
    echo         tasks.register^('aludelClasspath'^) {
    echo             inputs.files^(classpath^)
    echo             outputs.upToDateWhen { false }
    echo             doLast { file.text = '-cp "' + classpath.asPath.replace^('\\', '\\\\'^) + '"' }
    echo         }
    echo     }
    echo }
) > "%STATE%\classpath.gradle"
call "%GRADLE%" -q --console=plain -p . --init-script "%STATE%\classpath.gradle" aludelClasspath > "%STATE%\build.log" 2>&1 < nul
if errorlevel 1 (
    type "%STATE%\build.log" 1>&2
    echo aludel: the build failed, see above 1>&2
    exit /b 1
)

set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" %JAVA_OPTIONS% "@%STATE%\java" %MAIN_CLASS% aludel %*
exit /b %ERRORLEVEL%
