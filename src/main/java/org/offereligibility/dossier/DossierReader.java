package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a dossier after {@code dossier.schema.json} and the policy's vocabulary, or refuses it with all that is wrong. */
public final class DossierReader {
    private static final int SHOWN = 100;

    private final Vocabularies vocabularies;
    private final Moment evaluationTime;

    /** @param evaluationTime the instant at which to judge a dossier that names none */
    public DossierReader(Vocabularies vocabularies, Moment evaluationTime) {
        this.vocabularies = vocabularies;
        this.evaluationTime = evaluationTime;
    }

    /**
     * @param file as the user named it
     * @param line of the file at which the text begins, from 1
     * @param bytes UTF-8
     */
    public record Entry(String file, int line, byte[] bytes) {}

    /** What became of an entry. */
    public sealed interface Reading {
        record Accepted(Dossier dossier) implements Reading {}

        /** @param problems in the order of their places, at most a hundred and how many more there are */
        record Refused(List<Problem> problems) implements Reading {}
    }

    public Reading read(Entry entry) {
        Sheet sheet = new Sheet(entry.file());
        Optional<Json> json = JsonText.read(entry.file(), entry.line(), entry.bytes(), sheet.problems::add);
        Optional<Dossier> dossier = Optional.empty();
        if (json.isPresent()) {
            if (json.get() instanceof Json.Obj object) {
                dossier = sheet.dossier(object);
            } else {
                sheet.problem(
                        json.get().at(),
                        "",
                        "expected a dossier, `{ ... }`, found " + Form.kind(json.get())
                                + (json.get() instanceof Json.Arr
                                        ? ": put one dossier a line into a `.jsonl` file"
                                        : ""));
            }
        }
        if (sheet.problems.isEmpty() && dossier.isPresent()) {
            return new Reading.Accepted(dossier.get());
        }
        List<Problem> problems =
                sheet.problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
        if (problems.size() > SHOWN) {
            List<Problem> first = new ArrayList<>(problems.subList(0, SHOWN));
            Problem last = first.get(SHOWN - 1);
            first.add(new Problem(
                    last.file(), last.line(), 0, "", "and " + (problems.size() - SHOWN) + " problems more"));
            problems = first;
        }
        return new Reading.Refused(problems);
    }

    /** One dossier while it is read. */
    private final class Sheet implements Form.Report {
        private final String file;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private Optional<Vocabulary> vocabulary = Optional.empty();

        private Sheet(String file) {
            this.file = file;
        }

        @Override
        public void problem(Json.Position at, String pointer, String message) {
            problems.add(new Problem(file, at.line(), at.column(), pointer, message));
        }

        @Override
        public Optional<Vocabulary> vocabulary() {
            return vocabulary;
        }

        private Optional<Dossier> dossier(Json.Obj object) {
            names(object, "");
            Form form = new Form(object, "", this);
            form.text("schemaVersion", false, 0, Integer.MAX_VALUE)
                    .filter(version -> !version.equals("1"))
                    .ifPresent(version -> problem(form.at("schemaVersion"), "/schemaVersion", "expected \"1\""));
            Optional<String> candidateId = form.text("candidateId", true, 1, 128);
            Optional<String> candidateName = form.text("candidateName", false, 0, Integer.MAX_VALUE);
            Optional<String> role = form.text("role", true, 0, Integer.MAX_VALUE);
            Optional<String> level = form.text("level", true, 0, Integer.MAX_VALUE);
            Optional<Moment> asOf = form.instant("asOf", false, false);
            role.ifPresent(name -> policy(name, asOf, form));
            role.ifPresent(name -> facts.add(new Fact.Role("/role", name)));
            level.ifPresent(name -> facts.add(new Fact.Level("/level", name)));
            team(form);
            form.object("profile", false).ifPresent(this::profile);
            rounds(form);
            scores(form);
            observations(form);
            challenges(form);
            form.object("caseStudy", false).ifPresent(this::caseStudy);
            exercises(form);
            form.word("backgroundCheck", false, "background-check")
                    .ifPresent(status -> facts.add(new Fact.BackgroundCheck("/backgroundCheck", status)));
            form.object("offer", false).ifPresent(this::offer);
            form.object("metadata", false);
            form.nothingElse();
            if (!problems.isEmpty() || candidateId.isEmpty() || role.isEmpty() || level.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Dossier(
                    candidateId.get(),
                    candidateName,
                    role.get(),
                    level.get(),
                    asOf,
                    List.copyOf(facts),
                    object,
                    CanonicalJson.hash(object)));
        }

        private void policy(String role, Optional<Moment> asOf, Form form) {
            try {
                vocabulary = Optional.of(vocabularies.inForce(role, asOf.orElse(evaluationTime)));
            } catch (Vocabularies.NotInForce none) {
                problem(form.at(none.pointer().substring(1)), none.pointer(), String.valueOf(none.getMessage()));
            }
        }

        /** Names that stand twice, and names that have no place here, at any depth. */
        private void names(Json json, String pointer) {
            if (json instanceof Json.Obj object) {
                Set<String> seen = new HashSet<>();
                for (Json.Member member : object.members()) {
                    String here = pointer + "/" + Json.escape(member.name());
                    if (!seen.add(member.name())) {
                        problem(member.at(), here, "this property stands here twice");
                    }
                    ProtectedAttributes.spokenOf(member.name())
                            .ifPresent(what -> problem(
                                    member.at(),
                                    here,
                                    "`" + member.name() + "` speaks of " + what
                                            + ", a protected attribute, which has no place in a dossier: remove it"));
                    names(member.value(), here);
                }
            } else if (json instanceof Json.Arr array) {
                for (int i = 0; i < array.items().size(); i++) {
                    names(array.items().get(i), pointer + "/" + i);
                }
            }
        }

        private void once(Map<String, String> seen, Form form, String key, String what) {
            String before = seen.putIfAbsent(key, form.pointer());
            if (before != null) {
                problem(form.at(), form.pointer(), what + " stands at " + before + " already");
            }
        }

        private void team(Form form) {
            for (Form.Item item : form.list("hiringTeam", false)) {
                if (item.value() instanceof Json.Str id) {
                    facts.add(new Fact.HiringTeamMember(item.pointer(), id.value()));
                } else {
                    problem(
                            item.value().at(),
                            item.pointer(),
                            "expected the id of a person, found " + Form.kind(item.value()));
                }
            }
        }

        private void profile(Form form) {
            form.number("yearsOfExperience", 0, 70)
                    .ifPresent(years -> facts.add(new Fact.Profile(form.pointer("yearsOfExperience"), years)));
            for (Form.Item item : form.list("domains", true)) {
                Form.word(item.value(), item.pointer(), "domain", this)
                        .ifPresent(domain -> facts.add(new Fact.Domain(item.pointer(), domain)));
            }
            for (Form.Item item : form.list("accomplishments", false)) {
                Form.word(item.value(), item.pointer(), "accomplishment", this)
                        .ifPresent(done -> facts.add(new Fact.Accomplishment(item.pointer(), done)));
            }
            form.nothingElse();
        }

        private void rounds(Form dossier) {
            Map<String, String> seen = new HashMap<>();
            for (Form form : dossier.objects("rounds", false)) {
                Optional<String> round = form.word("round", true, "round");
                Optional<Moment> started = form.instant("startedAt", true, false);
                Optional<Exact> minutes = form.whole("minutes", 1, 1440);
                Optional<String> outcome = form.word("outcome", true, "outcome");
                round.ifPresent(name -> once(seen, form, name, "the round `" + name + "`"));
                if (round.isPresent() && started.isPresent() && minutes.isPresent() && outcome.isPresent()) {
                    facts.add(new Fact.RoundHeld(
                            form.pointer(),
                            round.get(),
                            started.get(),
                            started.get().plusMinutes(minutes.get().numerator().longValueExact()),
                            minutes.get(),
                            outcome.get()));
                }
                interviewers(form, round);
                form.nothingElse();
            }
        }

        private void interviewers(Form round, Optional<String> name) {
            Map<String, String> seen = new HashMap<>();
            for (Form form : round.objects("interviewers", false)) {
                Optional<String> id = form.requiredText("id");
                Optional<String> function = form.word("function", true, "function");
                form.nothingElse();
                id.ifPresent(known -> once(seen, form, known, "this interviewer's id"));
                if (name.isPresent() && id.isPresent() && function.isPresent()) {
                    facts.add(new Fact.Interviewer(form.pointer(), name.get(), id.get(), function.get()));
                }
            }
        }

        private void scores(Form dossier) {
            Map<String, String> seen = new HashMap<>();
            for (Form form : dossier.objects("scores", false)) {
                Optional<String> round = form.word("round", true, "round");
                Optional<String> criterion = form.word("criterion", true, "criterion");
                Optional<Exact> score = form.whole("score", 1, 5);
                Optional<String> interviewer = form.requiredText("interviewer");
                form.prose("evidence");
                form.nothingElse();
                if (round.isPresent() && criterion.isPresent()) {
                    ofItsRound(form, round.get(), criterion.get());
                    interviewer.ifPresent(id -> once(
                            seen,
                            form,
                            round.get() + "|" + criterion.get() + "|" + id,
                            "a score of this interviewer for `" + criterion.get() + "` in `" + round.get() + "`"));
                }
                if (round.isPresent() && criterion.isPresent() && score.isPresent() && interviewer.isPresent()) {
                    facts.add(new Fact.Score(
                            form.pointer(), round.get(), criterion.get(), score.get(), interviewer.get()));
                }
            }
        }

        private void ofItsRound(Form form, String round, String criterion) {
            vocabulary
                    .filter(words -> !words.has("criterion", criterion, round))
                    .ifPresent(words -> problem(
                            form.at("criterion"),
                            form.pointer("criterion"),
                            "`" + criterion + "` is not a criterion of " + round + ", which has "
                                    + String.join(", ", words.wordsOf("criterion", round))));
        }

        private void observations(Form dossier) {
            for (Form form : dossier.objects("observations", false)) {
                Optional<String> round = form.word("round", true, "round");
                Optional<String> signal = form.word("signal", true, "signal");
                Optional<String> observer = form.requiredText("observer");
                form.prose("note");
                form.nothingElse();
                if (round.isPresent() && signal.isPresent() && observer.isPresent()) {
                    facts.add(new Fact.Observation(form.pointer(), round.get(), signal.get(), observer.get()));
                }
            }
        }

        private void challenges(Form dossier) {
            Map<String, String> seen = new HashMap<>();
            for (Form form : dossier.objects("challenges", false)) {
                Optional<String> id = form.requiredText("id");
                Optional<String> round = form.word("round", true, "round");
                Optional<String> topic = form.word("topic", true, "topic");
                Optional<String> response = form.word("response", true, "response");
                Optional<Exact> seconds = form.whole("responseSeconds", 0, 86_400);
                form.prose("constraint");
                form.prose("raisedBy");
                form.nothingElse();
                id.ifPresent(known -> once(seen, form, known, "a challenge of this id"));
                if (id.isPresent()
                        && round.isPresent()
                        && topic.isPresent()
                        && response.isPresent()
                        && seconds.isPresent()) {
                    facts.add(new Fact.Challenge(
                            form.pointer(), id.get(), round.get(), topic.get(), response.get(), seconds.get()));
                }
            }
        }

        private void caseStudy(Form form) {
            form.text("feature", true, 0, Integer.MAX_VALUE);
            form.instant("briefSentAt", true, false)
                    .ifPresent(sent -> facts.add(new Fact.CaseBrief(form.pointer("briefSentAt"), sent)));
            for (Form.Item item : form.list("deliverables", true)) {
                Form.word(item.value(), item.pointer(), "deliverable", this)
                        .ifPresent(done -> facts.add(new Fact.Deliverable(item.pointer(), done)));
            }
            form.nothingElse();
        }

        private void exercises(Form dossier) {
            Map<String, String> seen = new HashMap<>();
            for (Form form : dossier.objects("exercises", false)) {
                Optional<String> round = form.word("round", true, "round");
                Optional<String> topic = form.requiredText("topic");
                Optional<String> text = form.requiredText("text");
                form.prose("audience");
                form.nothingElse();
                topic.ifPresent(known -> once(seen, form, known, "an exercise of this topic"));
                if (round.isPresent() && topic.isPresent() && text.isPresent()) {
                    facts.add(new Fact.Exercise(form.pointer(), round.get(), topic.get(), new PlainText(text.get())));
                }
            }
        }

        private void offer(Form form) {
            form.amount("baseSalary", true, false)
                    .ifPresent(base -> facts.add(new Fact.BaseSalary(form.pointer("baseSalary"), base)));
            form.text("currency", true, 0, Integer.MAX_VALUE).ifPresent(currency -> {
                if (currency.matches("[A-Z]{3}")) {
                    facts.add(new Fact.Offer(form.pointer("currency"), currency));
                } else {
                    problem(
                            form.at("currency"),
                            form.pointer("currency"),
                            "expected three capital letters such as USD (ISO 4217)");
                }
            });
            form.object("equity", true).ifPresent(this::equity);
            form.whole("vestingYears", 1, 20)
                    .ifPresent(years -> facts.add(new Fact.Vesting(form.pointer("vestingYears"), years)));
            form.instant("extendedAt", false, true)
                    .ifPresent(at -> facts.add(new Fact.OfferExtended(form.pointer("extendedAt"), at)));
            form.object("exception", false).ifPresent(exception -> {
                exception.requiredText("approvedBy");
                exception.requiredText("reason");
                exception.nothingElse();
                facts.add(new Fact.OfferException(exception.pointer()));
            });
            form.nothingElse();
        }

        private void equity(Form form) {
            Optional<Exact> annual = form.amount("annualValue", false, true);
            Optional<Exact> total = form.amount("totalValue", false, true);
            annual.ifPresent(value -> facts.add(new Fact.AnnualEquityGiven(form.pointer("annualValue"), value)));
            total.ifPresent(value -> facts.add(new Fact.TotalEquityGiven(form.pointer("totalValue"), value)));
            form.nothingElse();
            if (form.isEmpty()) {
                problem(form.at(), form.pointer(), "expected `annualValue`, `totalValue` or both");
            }
        }
    }
}
