package org.offereligibility.dossier;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what is offered to the candidate. */
final class OfferReader {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final List<Fact> facts;

    OfferReader(List<Fact> facts) {
        this.facts = facts;
    }

    void offer(Form form) {
        fact(form.ask("currency"), this::currency, Fact.Offer::new);
        fact(form.ask("baseSalary"), value -> value.amount(false), Fact.BaseSalary::new);
        form.ask("equity").ifPresent(this::equity);
        fact(form.ask("vestingYears"), value -> value.whole(1, 20), Fact.Vesting::new);
        fact(form.ask("extendedAt").filter(value -> !value.isNull()), Value::instant, Fact.OfferExtended::new);
        form.ask("exception").ifPresent(this::exception);
    }

    private Optional<String> currency(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !CURRENCY.matcher(text.get()).matches()) {
            value.complain(Quoted.word(text.get())
                    + " is not a currency code (ISO 4217): expected three capital letters such as `USD`");
            return Optional.empty();
        }
        return text;
    }

    private void equity(Value value) {
        if (value.json() instanceof Json.Obj object && object.members().isEmpty()) {
            value.complain("the equity is empty: expected `annualValue`, `totalValue` or both");
        }
        value.form(Shape.EQUITY).ifPresent(form -> {
            fact(form.ask("annualValue"), amount -> amount.amount(true), Fact.AnnualEquityGiven::new);
            fact(form.ask("totalValue"), amount -> amount.amount(true), Fact.TotalEquityGiven::new);
        });
    }

    private void exception(Value value) {
        value.form(Shape.EXCEPTION).ifPresent(form -> {
            form.ask("approvedBy").ifPresent(Value::filledText);
            form.ask("reason").ifPresent(Value::filledText);
            facts.add(new Fact.OfferException(value.pointer()));
        });
    }

    private <T> void fact(Optional<Value> asked, Function<Value, Optional<T>> read, BiFunction<String, T, Fact> fact) {
        asked.ifPresent(value ->
                read.apply(value).ifPresent(content -> facts.add(fact.apply(value.pointer(), content))));
    }
}
