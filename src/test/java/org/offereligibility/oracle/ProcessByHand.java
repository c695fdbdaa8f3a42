package org.offereligibility.oracle;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/** The page's section process, in which nothing blocks. */
final class ProcessByHand {
    private static final Map<String, Integer> STANDARD_MINUTES = Map.of(
            "recruiter-screen", 30,
            "hiring-manager-interview", 45,
            "cross-functional-panel", 60,
            "case-presentation", 75,
            "executive-review", 30);

    private final Sheet sheet;
    private final Findings findings = new Findings();

    private ProcessByHand(Sheet sheet) {
        this.sheet = sheet;
    }

    static SortedSet<String> findings(Sheet sheet) {
        ProcessByHand section = new ProcessByHand(sheet);
        section.order();
        section.strays();
        section.durations();
        section.panel();
        section.preparation();
        section.wholeProcess();
        section.backgroundCheck();
        section.offer();
        return section.findings.written();
    }

    private void order() {
        for (int later = 1; later < Sheet.ROUNDS.size(); later++) {
            Sheet.Held round = sheet.held.get(Sheet.ROUNDS.get(later));
            for (String earlier : Sheet.ROUNDS.subList(0, later)) {
                Sheet.Held preceding = sheet.held.get(earlier);
                if (round != null && preceding != null && round.start().compareTo(preceding.start()) < 0) {
                    findings.add("rounds-out-of-order", "REFER", round.round());
                }
            }
        }
    }

    private void strays() {
        Set<String> spokenOf = new HashSet<>();
        for (String kind : List.of("scores", "observations", "challenges", "exercises")) {
            for (JsonNode fact : Sheet.list(sheet.dossier, kind)) {
                spokenOf.add(Sheet.text(fact, "round"));
            }
        }
        for (String round : spokenOf) {
            if (!sheet.held.containsKey(round)) {
                findings.add("fact-without-round", "NOTE", round);
            }
        }
    }

    private void durations() {
        for (Sheet.Held held : sheet.held.values()) {
            int standard = STANDARD_MINUTES.get(held.round());
            if (held.minutes() < standard - 10 || held.minutes() > standard + 10) {
                findings.add("round-duration-off", "NOTE", held.round());
            }
        }
    }

    private void panel() {
        Sheet.Held panel = sheet.held.get("cross-functional-panel");
        if (panel == null) {
            return;
        }
        Set<String> hiringTeam = Sheet.words(sheet.dossier, "hiringTeam");
        Set<String> functions = new HashSet<>();
        for (JsonNode interviewer : panel.interviewers()) {
            functions.add(Sheet.text(interviewer, "function"));
            if (hiringTeam.contains(Sheet.text(interviewer, "id"))) {
                findings.add("panel-not-independent", "REFER", Sheet.text(interviewer, "id"));
            }
        }
        for (String function : List.of("senior-product-manager", "machine-learning-lead", "growth-marketer")) {
            if (!functions.contains(function)) {
                findings.add("panel-function-missing", "REFER", function);
            }
        }
        if (hiringTeam.isEmpty()) {
            findings.add("hiring-team-unknown", "NOTE", "cross-functional-panel");
        }
    }

    private void preparation() {
        Sheet.Held presentation = sheet.held.get("case-presentation");
        JsonNode caseStudy = sheet.dossier.get("caseStudy");
        if (presentation == null || caseStudy == null) {
            return;
        }
        BigInteger preparation = presentation.start().subtract(Nanos.at(Sheet.text(caseStudy, "briefSentAt")));
        if (preparation.compareTo(Nanos.ofHours(48)) < 0) {
            findings.add("preparation-too-short", "REFER", "case-presentation");
        }
        if (preparation.compareTo(Nanos.ofHours(72)) > 0) {
            findings.add("preparation-too-long", "NOTE", "case-presentation");
        }
    }

    private void wholeProcess() {
        if (!sheet.allRoundsHeld()) {
            return;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Sheet.Held held : sheet.held.values()) {
            first = Math.min(first, Nanos.day(held.start()));
            last = Math.max(last, Nanos.day(held.start()));
        }
        if (last - first < 17 || last - first > 23) {
            findings.add("process-duration-off", "NOTE", "candidate");
        }
    }

    private void backgroundCheck() {
        switch (check()) {
            case "absent", "not-started" -> findings.add("background-check-missing", "MISSING", "candidate");
            case "pending" -> findings.add("background-check-pending", "MISSING", "candidate");
            case "adverse" -> findings.add("background-check-adverse", "REFER", "candidate");
            case "clear" -> {}
            default -> throw new IllegalArgumentException("not a state of a background check");
        }
    }

    private String check() {
        return sheet.dossier.has("backgroundCheck") ? Sheet.text(sheet.dossier, "backgroundCheck") : "absent";
    }

    private void offer() {
        JsonNode offer = sheet.dossier.get("offer");
        if (offer == null || sheet.held.isEmpty()) {
            return;
        }
        BigInteger end = sheet.held.values().stream()
                .map(Sheet.Held::end)
                .reduce(BigInteger::max)
                .orElseThrow();
        BigInteger due = end.add(Nanos.ofHours(48));
        boolean readyForAnOffer = sheet.allRoundsHeld() && check().equals("clear");
        if (offer.hasNonNull("extendedAt")) {
            BigInteger extended = Nanos.at(Sheet.text(offer, "extendedAt"));
            if (readyForAnOffer && extended.compareTo(due) > 0) {
                findings.add("offer-late", "NOTE", "offer");
            }
            if (extended.compareTo(end) < 0) {
                findings.add("offer-early", "REFER", "offer");
            }
        } else {
            boolean noneRejected = sheet.held.values().stream().noneMatch(Sheet.Held::rejected);
            if (readyForAnOffer && noneRejected && sheet.asOf.compareTo(due) > 0) {
                findings.add("offer-overdue", "NOTE", "offer");
            }
        }
    }
}
