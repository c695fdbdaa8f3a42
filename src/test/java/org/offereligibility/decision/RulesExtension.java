package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabularies.NotInForce;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/**
 * Runs rules like this: given these facts, these codes fire and those do not. The rules are compiled once for all tests;
 * every {@code given} begins anew, and both engines must find the same.
 */
public final class RulesExtension implements BeforeAllCallback {
    private static final Map<String, RuleSet> COMPILED = new ConcurrentHashMap<>();

    private final String directory;
    private final String role;
    private final Moment asOf;

    public RulesExtension(String directory, String role, String asOf) {
        this.directory = directory;
        this.role = role;
        this.asOf = Moment.parse(asOf);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws RulesUnusable, NotInForce {
        rules();
    }

    /** The rule set in force, as HR wrote it. */
    public RuleSet rules() throws RulesUnusable, NotInForce {
        RuleSet known = COMPILED.get(directory + role + asOf);
        if (known == null) {
            known = Policies.read(Path.of(directory), Optional.of(Path.of("target/rules-cache")))
                    .rules(role, asOf);
            COMPILED.put(directory + role + asOf, known);
        }
        return known;
    }

    CrossCheck check() throws RulesUnusable, NotInForce {
        return new CrossCheck(rules().rules(), new Discreet(rules().vocabulary(), rules().rows()));
    }

    public Found given(Fact... facts) throws RulesUnusable, NotInForce {
        return given(List.of(facts));
    }

    public Found given(List<Fact> facts) throws RulesUnusable, NotInForce {
        Matcher.Result result = new Matcher(rules()).run(facts);
        CrossCheck check = check();
        check.check(result, check.network(rules()), facts);
        return new Found(rules(), result);
    }

    /** What the rules found. */
    public record Found(RuleSet rules, Matcher.Result result) {
        private TreeSet<String> codes() {
            TreeSet<String> codes = new TreeSet<>();
            result.matches().stream()
                    .filter(match -> match.rule().findsSomething())
                    .forEach(match -> codes.add(match.rule().code()));
            return codes;
        }

        public Found fires(String... codes) {
            known(codes);
            assertThat(codes()).contains(codes);
            return this;
        }

        public Found doesNotFire(String... codes) {
            known(codes);
            assertThat(codes()).doesNotContain(codes);
            return this;
        }

        /** The facts of that type that were derived, as text. */
        public List<String> derived(String type) {
            return result.matches().stream()
                    .map(Match::stated)
                    .distinct()
                    .filter(stated -> stated.getClass().getSimpleName().equals(type))
                    .map(String::valueOf)
                    .toList();
        }

        private void known(String... codes) {
            assertThat(rules.rules()).extracting(rule -> rule.code()).contains(codes);
        }
    }
}
