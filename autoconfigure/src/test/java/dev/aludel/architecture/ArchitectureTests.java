package dev.aludel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The shape of the code. What each package uses is held against the documentation by {@link PackagesTests}. */
@AnalyzeClasses(packages = "dev.aludel", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "dev.aludel";

    /** Each package counts by itself, however deep it stands. */
    @ArchTest
    static final ArchRule CYCLES = SlicesRuleDefinition.slices()
            .assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule A_DATABASE_IS_ENTERED_BY_ITS_DIALECT = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".dialect.*..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".dialect.*..").and(not(simpleNameEndingWith("Dialect"))));

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
                    ROOT + ".ddl..",
                    ROOT + ".hazard..",
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

    /** Takes each package as a slice. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
