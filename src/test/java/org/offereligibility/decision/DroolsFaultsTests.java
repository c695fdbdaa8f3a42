package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/**
 * Known faults of Drools 10.2, made to happen: the second engine notices each. None can happen under rules that are loaded
 * as they should be; when a later Drools has mended one, its test fails and says so.
 */
class DroolsFaultsTests {
    private static final Token NOWHERE = new Token(Token.Kind.NAME, "", 0, 7, 1);

    /** Rules compiled by Drools as the texts stand, past our own grammar and assembly. */
    private record Compiled(KieBase base, Map<String, Rule> rules) {
        static Compiled of(String... texts) throws Exception {
            KieServices services = KieServices.get();
            KieFileSystem files = services.newKieFileSystem();
            var release = services.newReleaseId(
                    "faults", "faults", String.valueOf(List.of(texts).hashCode()));
            files.generateAndWritePomXML(release);
            var module = services.newKieModuleModel();
            module.newKieBaseModel("faults")
                    .setDefault(true)
                    .addPackage("*")
                    .newKieSessionModel("faults-session")
                    .setDefault(true);
            files.writeKModuleXML(module.toXML());
            for (String text : texts) {
                String name = text.substring("package ".length(), text.indexOf(';'));
                files.write("src/main/resources/" + name.replace('.', '/') + "/rules.drl", text);
            }
            var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
            var container = services.newKieContainer(release);
            var project = ((KieContainerImpl) container).getKieProject();
            var canonical = (CanonicalKieModule) project.getKieModuleForKBase("faults");
            KieBase base = container.getKieBase("faults");
            Map<String, Rule> rules = new HashMap<>();
            for (Model model : canonical.getModelForKBase((KieBaseModelImpl) project.getKieBaseModel("faults"))) {
                model.getRules().forEach(rule -> rules.put(rule.getName(), rule));
            }
            return new Compiled(base, rules);
        }

        Object seed() throws Exception {
            return base.getFactType("faults.types", "Seed").newInstance();
        }
    }

    /** @param conditions as far as the matcher needs them beside what Drools compiled */
    private static RuleSource rule(String name, String states, Condition... conditions) {
        return new RuleSource(
                "faults.drl",
                name,
                NOWHERE,
                Map.of(),
                NOWHERE,
                List.of(conditions),
                new RuleSource.Statement(NOWHERE, states, List.of()),
                "");
    }

    private static Condition both(Condition one, Condition other) {
        return new Condition.And(NOWHERE, List.of(one, other), "");
    }

    private static Condition not(Condition condition) {
        return new Condition.Not(NOWHERE, condition, "");
    }

    private static Condition pattern(String type) {
        return new Condition.Pattern(NOWHERE, Optional.empty(), type, List.of(), "");
    }

    private static void decide(Compiled compiled, List<RuleSource> rules, List<?> facts, List<Class<?>> derived) {
        List<RulePlan> plans = new ArrayList<>();
        Map<String, List<String>> variables = new HashMap<>();
        for (RuleSource rule : rules) {
            plans.add(new RulePlan(rule, compiled.rules().get(rule.name())));
            variables.put(rule.name(), List.of());
        }
        CrossCheck check = new CrossCheck(rules, new Discreet(new Vocabulary(List.of()), Map.of()));
        Network network = new Network(compiled.base(), List.of(), derived, variables);
        check.check(new Matcher(plans, List.of()).run(facts), network, facts);
    }

    private static final String TYPES = "package faults.types; declare Seed end";
    private static final String IMPORT = " import faults.types.*; import " + DroolsFaultsTypes.class.getName() + ".*; ";
    private static final List<Class<?>> DERIVED = List.of(DroolsFaultsTypes.A.class, DroolsFaultsTypes.Result.class);
    private static final String DERIVES = "rule derives when Seed() then insert(new A()); end ";
    private static final String SUBJECT = "rule subject when exists (A() and not B()) then insert(new Result()); end ";
    private static final String SIBLING = "rule sibling when exists (A() and C()) then insert(new Result()); end ";
    private static final List<RuleSource> RULES = List.of(
            rule("derives", "A", pattern("Seed")),
            rule("subject", "Finding", new Condition.Exists(NOWHERE, both(pattern("A"), not(pattern("B"))), "")),
            rule("sibling", "Finding", new Condition.Exists(NOWHERE, both(pattern("A"), pattern("C")), "")));

    /** Apache incubator-kie issue 7115. */
    @Test
    void aRuleThatSleepsBecauseOfARuleInAnotherPackageIsNoticed() throws Exception {
        Compiled apart = Compiled.of(
                TYPES,
                "package faults.a;" + IMPORT + DERIVES,
                "package faults.b;" + IMPORT + SUBJECT,
                "package faults.c;" + IMPORT + SIBLING);
        assertThatThrownBy(() -> decide(apart, RULES, List.of(apart.seed()), DERIVED))
                .isInstanceOf(EnginesDisagree.class)
                .hasMessageEndingWith(": only the matcher finds \"subject\" (faults.drl, line 7)");
    }

    @Test
    void theSameRulesInOnePackageFireAsTheyShould() throws Exception {
        Compiled together = Compiled.of(TYPES, "package faults.rules;" + IMPORT + DERIVES + SUBJECT + SIBLING);
        decide(together, RULES, List.of(together.seed()), DERIVED);
    }

    /** The reason why an {@code accumulate} runs over one pattern. */
    @Test
    void anAccumulateOverPatternsThatAnotherRuleDeniesBreaksDroolsAndThatIsNoticed() throws Exception {
        Compiled shared = Compiled.of(
                TYPES,
                "package faults.rules;" + IMPORT
                        + "rule denies when Seed() not (A() and B()) then insert(new Result()); end "
                        + "rule counts when Seed() accumulate(A() and $b : B(); $n : count($b)) then insert(new Result()); end ");
        List<RuleSource> rules =
                List.of(rule("denies", "Finding", pattern("Seed"), not(both(pattern("A"), pattern("B")))));
        assertThatThrownBy(() -> decide(
                        shared,
                        rules,
                        List.of(shared.seed(), new DroolsFaultsTypes.A(), new DroolsFaultsTypes.B()),
                        DERIVED))
                .isInstanceOf(EnginesDisagree.class)
                .hasMessageEndingWith(": the matcher came to an end, and Drools broke off")
                .hasCauseInstanceOf(ClassCastException.class);
    }
}
