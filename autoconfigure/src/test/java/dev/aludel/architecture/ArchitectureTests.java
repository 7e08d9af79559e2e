package dev.aludel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The shape of the code: what each package may use. */
@AnalyzeClasses(packages = "dev.aludel", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "dev.aludel";

    @ArchTest
    static final ArchRule THE_ROOT_USES_SCHEMA_AND_OPERATIONS = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage(ROOT, ROOT + ".schema..", ROOT + ".operation..", ROOT + ".text.."))));

    @ArchTest
    static final ArchRule SCHEMA_USES_NOTHING = uses("schema");

    @ArchTest
    static final ArchRule TEXT_USES_NOTHING = uses("text");

    @ArchTest
    static final ArchRule REVISION_USES_NOTHING = uses("revision");

    @ArchTest
    static final ArchRule OPERATION_USES_THE_SCHEMA = uses("operation", "schema");

    @ArchTest
    static final ArchRule DIFF_USES_SCHEMA_AND_OPERATIONS = uses("diff", "schema", "operation");

    @ArchTest
    static final ArchRule METAMODEL_USES_THE_SCHEMA = uses("metamodel", "schema");

    @ArchTest
    static final ArchRule DIALECT_USES_SCHEMA_AND_OPERATIONS = uses("dialect", "schema", "operation");

    @ArchTest
    static final ArchRule SCRIPT_USES_REVISIONS_AND_THE_SCHEMA = uses("script", "revision", "operation", "schema");

    @ArchTest
    static final ArchRule RUNNER_USES_NO_HIBERNATE =
            uses("runner", "revision", "script", "dialect", "diff", "operation", "schema");

    @ArchTest
    static final ArchRule COMMAND_USES_THE_RUNNER =
            uses("command", "runner", "revision", "script", "dialect", "diff", "operation", "schema");

    @ArchTest
    static final ArchRule CYCLES =
            SlicesRuleDefinition.slices().matching("dev.aludel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SPRING_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".actuate..", ROOT + ".autoconfigure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule HIBERNATE_STAYS_IN_THE_METAMODEL = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".metamodel..", ROOT + ".autoconfigure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hibernate..");

    @ArchTest
    static final ArchRule JDBC_STAYS_IN_DIALECT_AND_RUNNER = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".schema..",
                    ROOT + ".operation..",
                    ROOT + ".diff..",
                    ROOT + ".metamodel..",
                    ROOT + ".revision..",
                    ROOT + ".script..",
                    ROOT + ".command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule EXCEPTIONS_HAVE_ONE_ROOT =
            classes().that().areAssignableTo(Exception.class).should().beAssignableTo("dev.aludel.AludelException");

    /** A package uses itself, the root's exception, the one for texts, and those named; besides what is not Aludel's. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = new String[others.length + 2];
        allowed[0] = ROOT + "." + name + "..";
        allowed[1] = ROOT + ".text..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 2] = ROOT + "." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(ROOT)))
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(allowed))))
                .as("package " + name + " uses " + (others.length == 0 ? "no other" : String.join(", ", others)));
    }
}
