package org.offereligibility.trial;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;

/** Dossiers that show something; each was read and concluded before it is given out. */
final class Examples {
    private static final int WAYS = 12;
    private static final int ATTEMPTS = 40;

    private final RuleSet rules;
    private final Evaluator evaluator;
    private final Moment asOf;

    Examples(RuleSet rules) {
        this.rules = rules;
        this.evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
        String day = rules.version().matches("\\d{4}-\\d{2}-\\d{2}") ? rules.version() : "2025-01-01";
        this.asOf = Moment.parse(day + "T12:00:00Z").plusHours(org.offereligibility.dossier.Exact.of(24L * 60));
    }

    /** A dossier in which all these rules find something; small where it can be made, else one of a scenario. */
    Optional<Json> showing(Collection<Situation> ways, List<RuleSource> all) {
        return showing(
                ways,
                conclusion -> all.stream()
                        .allMatch(rule -> conclusion.findings().stream()
                                .anyMatch(point -> point.code().equals(rule.code()))));
    }

    Optional<Json> showing(Collection<Situation> ways, Predicate<Conclusion> shown) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int tried = 0;
            for (Situation way : ways) {
                if (tried++ == WAYS) {
                    break;
                }
                Json dossier = DossierDraft.of(rules, way, asOf, attempt);
                if (shows(dossier, shown)) {
                    return Optional.of(dossier);
                }
            }
        }
        return rules.scenarios().stream()
                .map(Scenario::dossier)
                .filter(dossier -> shows(dossier, shown))
                .findFirst();
    }

    boolean shows(Json dossier, Predicate<Conclusion> shown) {
        return DossierReader.read("example", dossier, (role, at) -> rules.vocabulary(), asOf)
                        instanceof Reading.Accepted accepted
                && accepted.dossier().role().equals(rules.role())
                && shown.test(evaluator.conclude(
                        accepted.dossier(), accepted.dossier().asOf().orElse(asOf)));
    }
}
