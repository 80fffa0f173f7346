package io.github.breakranks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.github.breakranks";

    private static final String FRONT_DOOR = "front door";

    /** Each step may use the steps before it; the packages of one step never import each other. */
    private static final List<Set<String>> STEPS = List.of(
            Set.of("internal"),
            Set.of("answer"),
            Set.of("population"),
            Set.of("network"),
            Set.of("offer"),
            Set.of("game"),
            Set.of("equilibrium", "cascade"),
            Set.of("regime", "signaling", "timing"),
            Set.of("design", "response", "hosts"),
            Set.of("calibration"),
            Set.of(FRONT_DOOR));

    private static final List<String> HIDDEN = List.of("org.apache.commons.math3.", "org.ojalgo.", ROOT + ".internal.");

    @ArchTest
    static final ArchRule dataFlowsOneWay = oneWay();

    @ArchTest
    static final ArchRule everyPackageHasItsStep = classes()
            .should()
            .resideInAnyPackage(STEPS.stream()
                    .flatMap(Set::stream)
                    .map(ArchitectureTest::packagesOf)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule noJavaUtilLogging =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule printsNothing = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noPublicUtil = noClasses().that().arePublic().should().haveSimpleNameContaining("Util");

    @ArchTest
    static final ArchRule signaturesAreOurOwn = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage(ROOT + ".internal..")
            .should(nameNoHiddenType())
            .allowEmptyShould(true);

    private static LayeredArchitecture oneWay() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : (Iterable<String>) STEPS.stream().flatMap(Set::stream)::iterator) {
            layers = layers.layer(name).definedBy(packagesOf(name));
        }
        for (int i = 0; i < STEPS.size(); i++) {
            String[] later = STEPS.subList(i + 1, STEPS.size()).stream()
                    .flatMap(Set::stream)
                    .toArray(String[]::new);
            for (String name : STEPS.get(i)) {
                layers = later.length == 0
                        ? layers.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(name).mayOnlyBeAccessedByLayers(later);
            }
        }
        return layers;
    }

    private static String packagesOf(String name) {
        return name.equals(FRONT_DOOR) ? ROOT : ROOT + "." + name + "..";
    }

    private static ArchCondition<JavaClass> nameNoHiddenType() {
        return new ArchCondition<>("name no hidden type in what users see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                report(type, type.getFullName(), inheritedBy(type), events);
                type.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .forEach(member -> report(type, member.getFullName(), namedBy(member), events));
            }
        };
    }

    private static void report(JavaClass type, String where, Stream<JavaType> named, ConditionEvents events) {
        named.flatMap(seen -> seen.getAllInvolvedRawTypes().stream())
                .map(seen -> seen.getBaseComponentType().getName())
                .filter(name -> HIDDEN.stream().anyMatch(name::startsWith))
                .distinct()
                .forEach(name -> events.add(SimpleConditionEvent.violated(type, where + " names " + name)));
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<JavaType> inheritedBy(JavaClass type) {
        List<JavaType> types = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(types::add);
        type.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        return types.stream();
    }

    private static Stream<JavaType> namedBy(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaCodeUnit unit) {
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
            unit.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        } else if (member instanceof JavaField field) {
            types.add(field.getType());
        }
        return types.stream();
    }
}
