@echo off
rem Aludel, the migrations of this application. Begin with: aludel --help
rem 'aludel init' wrote this file: check it in, change it as you like. See the script 'aludel' beside it.

setlocal
cd /d "%~dp0"
set "MAIN_CLASS=@MAIN_CLASS@"
set "REACTOR=@REACTOR@"
set "MODULE=@MODULE@"
set "STATE=target\aludel"
set "JAVA_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspring.backgroundpreinitializer.ignore=true"
if "%REACTOR%"=="" set "REACTOR=."

if not exist "%STATE%\stamp" goto build
powershell -NoProfile -Command "$t = (Get-Item '%STATE%\stamp').LastWriteTimeUtc; $w = @('aludel.cmd', 'pom.xml', '%REACTOR%\pom.xml', 'src\main') + @(Get-Content '%STATE%\siblings'); $n = Get-Item $w; $n += Get-ChildItem -Recurse $w; if ($n | Where-Object { $_.LastWriteTimeUtc -gt $t -and $_.FullName -notlike '*\@REVISIONS_WINDOWS@*' } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
echo Building ... 1>&2
if not exist "%STATE%" mkdir "%STATE%"
del "%STATE%\stamp" 2>nul
type nul > "%STATE%\stamp.new"
set "MAVEN=mvn"
if exist "%REACTOR%\mvnw.cmd" set "MAVEN=%REACTOR%\mvnw.cmd"
if exist "mvnw.cmd" set "MAVEN=mvnw.cmd"
set "SELECT="
if not "%MODULE%"=="" set "SELECT=-pl %MODULE% -am"
call "%MAVEN%" -q -B -f "%REACTOR%\pom.xml" %SELECT% compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -DincludeScope=runtime "-Dmdep.outputFile=%CD%\%STATE%\dependencies" > "%STATE%\build.log" 2>&1 < nul
if errorlevel 1 (
    type "%STATE%\build.log" 1>&2
    echo aludel: the build failed, see above 1>&2
    exit /b 1
)
powershell -NoProfile -Command "$d = (Get-Content -Raw '%STATE%\dependencies').Trim(); $c = '%CD%\target\classes;' + $d; [IO.File]::WriteAllText('%CD%\%STATE%\java', '-cp \"' + $c.Replace('\', '\\') + '\"'); [IO.File]::WriteAllLines('%CD%\%STATE%\siblings', @($d.Split(';') | Where-Object { $_ -like '*\target\classes' } | ForEach-Object { $_.Replace('\target\classes', '\src\main') }))"
move /y "%STATE%\stamp.new" "%STATE%\stamp" > nul

:run
rem No start runs a revision that the sources lack, and no jar is to hold one
if exist "target\classes\@COPIES_WINDOWS@" powershell -NoProfile -Command "$c = (Get-Item 'target\classes\@COPIES_WINDOWS@').FullName; Get-ChildItem -Recurse $c -Filter *.sql | Where-Object { (Test-Path '@REVISIONS_WINDOWS@') -and -not (Test-Path ('@REVISIONS_WINDOWS@' + $_.FullName.Substring($c.Length))) } | Remove-Item"
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" %JAVA_OPTIONS% "@%STATE%\java" %MAIN_CLASS% aludel %*
exit /b %ERRORLEVEL%
