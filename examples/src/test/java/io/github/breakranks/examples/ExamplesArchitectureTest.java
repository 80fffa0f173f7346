package io.github.breakranks.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.breakranks.examples")
class ExamplesArchitectureTest {

    @ArchTest
    static final ArchRule useOnlyWhatUsersMay =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.breakranks.internal..");
}
