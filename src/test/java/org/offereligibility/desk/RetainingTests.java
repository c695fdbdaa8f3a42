package org.offereligibility.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Place;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;

/** What was recorded is kept for as long as the policy says that decided it. */
class RetainingTests {
    @TempDir
    Path folder;

    private Instant now = Instant.EPOCH;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(Place.in(folder), () -> now, new SecureRandom());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void eachPolicySaysHowLongItsDecisionsAreKept() throws Exception {
        Entry one = decision("2020-03-01T10:00:00Z", "ada", "retention: {years: 1}");
        Entry usual = decision("2020-03-01T10:00:00Z", "bob", "title: T");
        Entry seven = decision("2020-03-01T10:00:00Z", "eve", "retention: {years: 7}");
        assertThat(due("2021-03-01T09:59:59Z")).isEmpty();
        assertThat(due("2021-03-01T10:00:00Z")).containsExactly(one.id());
        assertThat(due("2024-03-01T09:59:59Z")).containsExactly(one.id());
        assertThat(due("2024-03-01T10:00:00Z")).containsExactly(one.id(), usual.id());
        assertThat(due("2030-01-01T00:00:00Z")).containsExactly(one.id(), usual.id(), seven.id());
    }

    @Test
    void aLeapDayIsOverOnTheFirstOfMarch() {
        assertThat(Retaining.end(Instant.parse("2024-02-29T12:00:00Z"), 1))
                .isEqualTo(Instant.parse("2025-03-01T12:00:00Z"));
        assertThat(Retaining.end(Instant.parse("2024-02-29T12:00:00Z"), 4))
                .isEqualTo(Instant.parse("2028-02-29T12:00:00Z"));
        assertThat(Retaining.end(Instant.parse("2023-02-28T12:00:00Z"), 1))
                .isEqualTo(Instant.parse("2024-02-28T12:00:00Z"));
    }

    @Test
    void whatPeopleDidIsKeptAsLongAsTheDecisionsPolicySaysFromItsOwnTime() throws Exception {
        Entry decision = decision("2020-03-01T10:00:00Z", "ada", "retention: {years: 1}");
        Entry ruling = about("2020-06-01T10:00:00Z", Records.RULING, decision);
        Entry withdrawal = about("2020-07-01T10:00:00Z", Records.WITHDRAWAL, ruling);
        assertThat(due("2021-05-01T10:00:00Z")).containsExactly(decision.id());
        assertThat(due("2021-07-01T10:00:00Z")).containsExactly(decision.id(), ruling.id(), withdrawal.id());
    }

    @Test
    void whatWasErasedIsNotErasedAgain() throws Exception {
        decision("2020-03-01T10:00:00Z", "ada", "title: T");
        erase("2025-01-01T00:00:00Z", Erasing.Extent.PERSON);
        assertThat(due("2025-01-01T00:00:00Z")).isEmpty();
        assertThat(ledger.sealed(List.of(0L))).isEqualTo(Map.of(0L, Set.of(Records.OUTCOME)));
        erase("2025-01-01T00:00:00Z", Erasing.Extent.EVERYTHING);
        assertThat(ledger.sealed(List.of(0L))).isEmpty();
        // the reasons of the tombstones stay
        assertThat(due("2035-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void whoIsHeldIsKeptUntilTheReleaseAndThenTheHoldGoesToo() throws Exception {
        Entry ada = decision("2020-03-01T10:00:00Z", "ada", "title: T");
        Entry bob = decision("2020-03-01T10:00:00Z", "bob", "title: T");
        Entry hold = new Holds(ledger).hold("ada", word("h"));
        now = Instant.parse("2025-01-01T00:00:00Z");
        Retaining.Plan plan = new Retaining(ledger).plan(now, Erasing.Extent.PERSON);
        assertThat(plan.going().stream().map(due -> due.item().entry().id())).containsExactly(bob.id());
        assertThat(plan.held().stream().map(due -> due.item().entry().id())).containsExactly(ada.id());
        assertThat(plan.held().get(0).hold().orElseThrow().id()).isEqualTo(hold.id());
        Entry release = new Holds(ledger).release("ada", word("r")).get(0);
        assertThat(due("2025-01-01T00:00:00Z")).containsExactly(ada.id(), bob.id(), hold.id());
        assertThat(due("2030-01-01T00:00:00Z")).containsExactly(ada.id(), bob.id(), hold.id(), release.id());
    }

    @Test
    void whoIsHeldWhileItIsPlannedIsNotErased() throws Exception {
        decision("2020-03-01T10:00:00Z", "ada", "title: T");
        now = Instant.parse("2025-01-01T00:00:00Z");
        Retaining retaining = new Retaining(ledger);
        Retaining.Plan plan = retaining.plan(now, Erasing.Extent.PERSON);
        new Holds(ledger).hold("ada", word("h"));
        assertThatThrownBy(() -> retaining.erase(plan, word("e"))).isInstanceOf(LedgerUnusable.Conflict.class);
        assertThat(ledger.part(0, Records.DOSSIER)).isPresent();
    }

    private void erase(String at, Erasing.Extent extent) throws Exception {
        now = Instant.parse(at);
        Retaining retaining = new Retaining(ledger);
        retaining.erase(retaining.plan(now, extent), word("e" + extent));
    }

    private List<String> due(String at) throws Exception {
        return new Retaining(ledger)
                .plan(Instant.parse(at), Erasing.Extent.PERSON).going().stream()
                        .map(due -> due.item().entry().id())
                        .toList();
    }

    private static Deeds.Word word(String request) {
        return new Deeds.Word(request, "hr", "as planned");
    }

    private Entry decision(String at, String candidate, String yaml) throws Exception {
        now = Instant.parse(at);
        PolicyFolder policy = new PolicyFolder(
                Path.of("r", "v"), "r", "v", new TreeMap<>(Map.of("policy.yaml", yaml.getBytes(UTF_8))));
        return ledger.append(new Draft(
                Records.DECISION,
                candidate.hashCode() + at,
                "hr",
                "",
                Map.of(Records.RULES, policy.hash()),
                new TreeMap<>(Map.of(
                        Records.CANDIDATE, candidate.getBytes(UTF_8),
                        Records.DOSSIER, "{}".getBytes(UTF_8),
                        Records.OUTCOME, "{\"verdict\":\"REFER\"}".getBytes(UTF_8))),
                Set.of(),
                Optional.of(new RuleArchive(policy.hash(), PolicyArchive.of(policy)))));
    }

    private Entry about(String at, String kind, Entry about) throws Exception {
        now = Instant.parse(at);
        return ledger.append(new Draft(
                kind,
                at,
                "hr",
                about.id(),
                Map.of(),
                new TreeMap<>(Map.of(Records.NOTE, "why".getBytes(UTF_8))),
                Set.of(),
                Optional.empty()));
    }
}
