package org.macroedge.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInput;
import java.time.Clock;
import java.util.Set;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.springframework.web.bind.annotation.RestController;

/// What the packages of the server may do, each with its reason. [ModularityTest] guards their dependencies.
@AnalyzeClasses(packages = "org.macroedge.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SERVER = "org.macroedge.server.";
    private static final Set<String> CLOCK_METHODS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .doNotHaveSimpleName("MacroEdgeApplication")
            .should()
            .callMethodWhere(describe("reads the system's clock", ArchitectureTest::readsTheClock))
            .because("an answer is computed for an instant that is given, and a test sets the clock");

    @ArchTest
    static final ArchRule theCommandLineKnowsAnswersAndNotTheirMaking = noClasses()
            .that()
            .resideInAPackage(SERVER + "cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.macroedge.engine.bias..",
                    "org.macroedge.engine.signal..",
                    "org.macroedge.engine.weight..",
                    "org.macroedge.engine.surprise..",
                    "org.macroedge.engine.run..",
                    "org.macroedge.engine.release..",
                    "org.springframework.jdbc..",
                    "java.sql..",
                    "javax.sql.."))
            .because("a command prints the shapes of the view packages, the same that a server sends");

    @ArchTest
    static final ArchRule queriesAreReadAsListsOrByCallbacks = noClasses()
            .should()
            .callMethodWhere(describe("reads a query as a stream", ArchitectureTest::streamsAQuery))
            .because("such a stream holds a connection until it is closed, and a few forgotten ones stop the server");

    @ArchTest
    static final ArchRule onlyTheCompositionStartsContexts = noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + "app..", "org.macroedge.server")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*(SpringApplication|SpringApplicationBuilder|AnnotationConfigApplicationContext)")
            .because("`app` joins the modules, and nothing else knows all of them");

    @ArchTest
    static final ArchRule modulesDoNotConstructEachOther = classes()
            .that()
            .resideOutsideOfPackages(SERVER + "app..", SERVER + "cli..")
            .should(constructNoServiceOfAnotherModule())
            .because("a module gets the services of others as beans; its own are made in its @Configuration");

    @ArchTest
    static final ArchRule nothingThatIsSentIsRunLookedUpOrDeserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..", "javax.naming..", "org.springframework.expression..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInput.class)
            .because("a text that becomes a program, a name or an object does what its sender wants");

    @ArchTest
    static final ArchRule controllersAreNoApiOfTheirModule = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Controller")
            .andShould()
            .beAnnotatedWith(InRole.class)
            .because("a controller is an entry point: no class calls it, and a server has it by its role");

    @ArchTest
    static final ArchRule nobodySeesAMessageThatIsNotDeclared = noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + "platform.error", SERVER + "cli.remote")
            .should()
            .callMethod(MacroEdgeException.class, "relayed", ProblemCode.class, String.class)
            .because("a failure is made from a declared message, or relayed from a server that made it from one");

    private static boolean streamsAQuery(JavaCall<? extends AccessTarget> call) {
        return call.getName().equals("stream")
                && call.getTargetOwner().getName().startsWith("org.springframework.jdbc.core.simple.");
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getFullName();
        boolean time = owner.startsWith("java.time.")
                || owner.equals("java.lang.System")
                || owner.equals(Clock.class.getName());
        return time && CLOCK_METHODS.contains(target.getName());
    }

    private static ArchCondition<JavaClass> constructNoServiceOfAnotherModule() {
        return new ArchCondition<>("construct no service of another module") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (JavaConstructorCall call : origin.getConstructorCallsFromSelf()) {
                    JavaClass made = call.getTargetOwner();
                    if (isService(made) && !module(made).equals(module(origin))) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    /// A class of a module that is neither a value nor an exception. Platform gives tools that anyone may make, and an
    /// abstract class is only extended.
    private static boolean isService(JavaClass made) {
        return made.getPackageName().startsWith(SERVER)
                && !made.isRecord()
                && !made.isEnum()
                && !made.getModifiers().contains(JavaModifier.ABSTRACT)
                && !made.isAssignableTo(Throwable.class)
                && !module(made).equals("platform");
    }

    private static String module(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(SERVER) ? name.substring(SERVER.length()).split("\\.")[0] : "";
    }
}
