package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Mark;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Versions;

/**
 * How what happens at the desk is written into the ledger: the kinds of records, what stands in them openly, what is sealed,
 * and under which words they are found. Nothing of a candidate stands openly.
 */
public final class Records {
    public static final String DECISION = "decision";
    public static final String RULING = "ruling";
    public static final String OVERRIDE = "override";
    public static final String WITHDRAWAL = "withdrawal";

    /** Nothing of a candidate may be erased, until the release. */
    public static final String HOLD = "hold";

    public static final String RELEASE = "release";

    /** Every kind of record that there is. */
    public static final List<String> KINDS =
            List.of(DECISION, RULING, OVERRIDE, WITHDRAWAL, HOLD, RELEASE, org.offereligibility.ledger.Entry.TOMBSTONE);

    /** The id of whom it is about, sealed. */
    public static final String CANDIDATE = "candidate";
    /** The canonical bytes (RFC 8785), sealed. */
    public static final String DOSSIER = "dossier";
    /** The decision's JSON with its full trace, sealed. */
    public static final String TRACE = "decision";
    /** Verdict and findings without the person, sealed: what can outlive the dossier. */
    public static final String OUTCOME = "outcome";
    /** What people wrote, sealed. */
    public static final String NOTE = "note";

    /** Marks: the verdict of a decision, or the one that people put in its place. */
    public static final String VERDICT = "verdict";
    /** Marks: the code of a finding. */
    public static final String CODE = "code";
    /** Marks: the name of a rule that found something. */
    public static final String RULE = "rule";

    /** Fields: the hash of the rule set, its role and its version; the ledger knows them too. */
    public static final String RULES = "rules";

    public static final String ROLE = "role";
    public static final String VERSION = "version";
    /** Fields: the instant at which the dossier was judged. */
    public static final String AS_OF = "asOf";

    public static final String ENGINE = "engine";
    public static final String PROGRAM = "program";
    /** Fields of an override: the reason's code, the second person, and the instant from which it no longer holds. */
    public static final String REASON = "reason";

    public static final String SECOND = "second";
    public static final String EXPIRES = "expires";

    private static final Json.Position HERE = new Json.Position(1, 1);

    private Records() {}

    /** The bytes under which a dossier is recorded. */
    static byte[] canonical(Dossier dossier) {
        return CanonicalJson.bytes(dossier.json());
    }

    static RuleArchive archive(PolicyFolder folder) {
        return new RuleArchive(folder.hash(), PolicyArchive.of(folder));
    }

    /** Whether an archive holds the very rules that its hash names. */
    public static boolean holds(RuleArchive archive) {
        return PolicyArchive.open(archive.bytes(), "", "")
                .filter(folder -> folder.hash().equals(archive.hash()))
                .isPresent();
    }

    static Draft decision(String requestId, String by, byte[] dossier, Decision decision, RuleArchive rules) {
        SortedMap<String, byte[]> parts = new TreeMap<>();
        parts.put(CANDIDATE, bytes(decision.candidateId()));
        parts.put(DOSSIER, dossier);
        parts.put(TRACE, bytes(DecisionJson.text(decision)));
        parts.put(OUTCOME, outcome(decision));
        return new Draft(
                DECISION,
                requestId,
                by,
                "",
                Map.of(
                        RULES, decision.policy().hash(),
                        ROLE, decision.role(),
                        VERSION, decision.policy().version(),
                        AS_OF, decision.asOf().toString(),
                        ENGINE, Versions.engine(),
                        PROGRAM, Versions.program()),
                parts,
                marks(DECISION, parts.get(OUTCOME)),
                Optional.of(rules));
    }

    private static byte[] outcome(Decision decision) {
        List<Json> findings = new ArrayList<>();
        for (Finding finding : decision.findings()) {
            findings.add(object(
                    CODE,
                    finding.code(),
                    "effect",
                    finding.effect().name(),
                    RULE,
                    finding.rule().name(),
                    "section",
                    finding.section()));
        }
        Json.Obj verdict = object(VERDICT, decision.verdict().name());
        return CanonicalJson.bytes(new Json.Obj(
                HERE,
                List.of(verdict.members().get(0), new Json.Member(HERE, "findings", new Json.Arr(HERE, findings)))));
    }

    /** The outcome of something that people did: the verdict that they put in the decision's place. */
    static byte[] outcome(String verdict) {
        return CanonicalJson.bytes(object(VERDICT, verdict));
    }

    /**
     * The words under which a record of this kind and this outcome is found.
     *
     * @param outcome as sealed; of one that is no outcome, none
     */
    public static Set<Mark> marks(String kind, byte[] outcome) {
        Set<Mark> marks = new TreeSet<>(Comparator.comparing(Mark::name).thenComparing(Mark::value));
        if (json(outcome).orElse(null) instanceof Json.Obj said) {
            text(said, VERDICT).ifPresent(verdict -> marks.add(new Mark(VERDICT, verdict)));
            if (kind.equals(DECISION) && said.get("findings").orElse(null) instanceof Json.Arr findings) {
                for (Json finding : findings.items()) {
                    if (finding instanceof Json.Obj found) {
                        text(found, CODE).ifPresent(code -> marks.add(new Mark(CODE, code)));
                        text(found, RULE).ifPresent(rule -> marks.add(new Mark(RULE, rule)));
                    }
                }
            }
        }
        return marks;
    }

    /** What stands in these bytes, if it is JSON. */
    static Optional<Json> json(byte[] bytes) {
        return JsonText.parse(new Entry("", 1, bytes)) instanceof JsonText.Parsed.Tree tree
                ? Optional.of(tree.json())
                : Optional.empty();
    }

    /** Whether these bytes are one JSON document. */
    public static boolean isJson(byte[] bytes) {
        return json(bytes).isPresent();
    }

    static Optional<String> text(Json.Obj object, String name) {
        return object.get(name).filter(Json.Str.class::isInstance).map(text -> ((Json.Str) text).value());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Json.Obj object(String... namesAndTexts) {
        List<Json.Member> members = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.add(new Json.Member(HERE, namesAndTexts[i], new Json.Str(HERE, namesAndTexts[i + 1])));
        }
        return new Json.Obj(HERE, members);
    }
}
