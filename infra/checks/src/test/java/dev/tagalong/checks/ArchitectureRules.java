package dev.tagalong.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The rules of who may know what, below one root package. The fixtures break each in every way that it names. */
final class ArchitectureRules {
    private static final String HTTP_EVENT = "com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent";
    private static final Set<String> HIDDEN_INPUTS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis");

    private final String domain;
    private final String aws;
    private final String handlers;
    private final String local;
    private final String root;

    ArchitectureRules(String root) {
        this.root = root + "..";
        domain = root + ".domain..";
        aws = root + ".aws..";
        handlers = root + ".handlers";
        local = root + ".local..";
    }

    /** Every rule, by a name that says what holds. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the domain stands on the JDK alone", domainStandsAlone());
        rules.put("the adapters know no handler", adaptersKnowNoHandler());
        rules.put("only the wiring names an adapter", onlyWiringNamesAdapters());
        rules.put("event types stay at the edges", eventTypesStayAtEdges());
        rules.put("only the wiring reads the environment", onlyWiringReadsEnvironment());
        rules.put("no function takes an HTTP event past the edge", httpEventsComeThroughTheEdge());
        rules.put("no endpoint may replace the edge", endpointsCannotReplaceTheEdge());
        rules.put("the runner knows no function", runnerKnowsNoFunction());
        rules.put("time and chance are parameters", timeAndChanceAreParameters());
        rules.put("functions print nothing", functionsPrintNothing());
        rules.put("there are no drawers for everything", noDrawers());
        rules.put("every package says what it is", packagesAreDescribed());
        return rules;
    }

    private ArchRule domainStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(domain, "java..", "org.jspecify..");
    }

    private ArchRule adaptersKnowNoHandler() {
        return noClasses()
                .that()
                .resideInAPackage(aws)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(handlers + "..", local);
    }

    private ArchRule onlyWiringNamesAdapters() {
        return noClasses()
                .that()
                .resideInAPackage(handlers + "..")
                .and()
                .resideOutsideOfPackage(handlers + ".wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(aws);
    }

    private ArchRule eventTypesStayAtEdges() {
        var edges = new String[] {
            handlers + ".archive..",
            handlers + ".http..",
            handlers + ".stream..",
            handlers + ".live..",
            handlers + ".mail..",
            handlers + ".purge..",
            handlers + ".wiring.."
        };
        return noClasses()
                .that(areFunctions())
                .and()
                .resideOutsideOfPackages(edges)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws.services.lambda.runtime.events..");
    }

    private ArchRule onlyWiringReadsEnvironment() {
        return noClasses()
                .that(areFunctionsButNotTheWiring())
                .should()
                .callMethodWhere(targets("java.lang.System.getenv"));
    }

    private ArchRule httpEventsComeThroughTheEdge() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(handlers + ".http..")
                .and()
                .areDeclaredInClassesThat(areFunctions())
                .should()
                .haveRawParameterTypes(HTTP_EVENT, "com.amazonaws.services.lambda.runtime.Context");
    }

    private ArchRule endpointsCannotReplaceTheEdge() {
        return methods()
                .that()
                .haveName("handleRequest")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Endpoint")
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(handlers + ".http..")
                .and()
                .doNotHaveModifier(JavaModifier.BRIDGE)
                .should()
                .beFinal();
    }

    private ArchRule runnerKnowsNoFunction() {
        return noClasses()
                .that()
                .resideInAPackage(local)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(domain, aws, handlers + "..");
    }

    private ArchRule timeAndChanceAreParameters() {
        return noClasses()
                .that(areFunctionsButNotTheWiring())
                .should()
                .callMethodWhere(targets(HIDDEN_INPUTS))
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class);
    }

    private ArchRule functionsPrintNothing() {
        return noClasses()
                .that(areFunctions())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private ArchRule noDrawers() {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..common..")
                .orShould()
                .haveNameMatching(".*(Utils?|Helper|Manager|Common)");
    }

    private ArchRule packagesAreDescribed() {
        return classes().that().resideInAPackage(root).should(new LieInADescribedPackage());
    }

    private DescribedPredicate<JavaClass> areFunctions() {
        return resideInAnyPackage(domain, aws, handlers + "..");
    }

    private DescribedPredicate<JavaClass> areFunctionsButNotTheWiring() {
        return areFunctions().and(not(resideInAPackage(handlers + ".wiring..")));
    }

    private static DescribedPredicate<JavaAccess<?>> targets(String method) {
        return targets(Set.of(method));
    }

    private static DescribedPredicate<JavaAccess<?>> targets(Set<String> methods) {
        return DescribedPredicate.describe(
                "target one of " + methods, access -> methods.contains(name(access.getTarget())));
    }

    private static String name(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
