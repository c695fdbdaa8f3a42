package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

/**
 * What {@code funnel:} in {@code policy.yaml} says of many candidates together. Reports show it beside what they count; no
 * decision depends on it.
 *
 * @param range of the candidates that each round is to eliminate
 * @param years what is known of single years, earliest first
 */
public record FunnelFigures(Optional<Range> range, List<Year> years) {
    /** Where nothing is declared. */
    public static final FunnelFigures NONE = new FunnelFigures(Optional.empty(), List.of());

    static final String PROPERTY = "funnel";
    private static final String YEAR = "[0-9]{4}";
    private static final int MOST = 1_000_000_000;

    /** Both ends belong to it; in per cent, from 0 to 100. */
    public record Range(Exact atLeast, Exact atMost) {}

    /** How many candidates reached the final round in a year, and how many received offers, at most as many. */
    public record Year(int year, long reached, long offers) {}

    public FunnelFigures {
        years = List.copyOf(years);
    }

    static FunnelFigures read(Json.Obj header, BiConsumer<Json.Position, String> problems) {
        return HeaderPart.of(header, PROPERTY, List.of("eliminated", "years"), problems)
                .map(part -> new FunnelFigures(range(part), years(part)))
                .orElse(NONE);
    }

    private static Optional<Range> range(HeaderPart funnel) {
        return HeaderPart.of(funnel.declared(), "eliminated", List.of("atLeast", "atMost"), funnel.problems())
                .flatMap(part -> {
                    part.require("atLeast", "the least that a round is expected to eliminate, in per cent");
                    part.require("atMost", "the most that a round is expected to eliminate, in per cent");
                    Optional<Exact> least = part.percent("atLeast");
                    Optional<Exact> most = part.percent("atMost");
                    if (least.isEmpty() || most.isEmpty()) {
                        return Optional.empty();
                    }
                    if (least.get().compareTo(most.get()) > 0) {
                        part.problems().accept(part.declared().at(), "`atLeast:` is over `atMost:`");
                        return Optional.empty();
                    }
                    return Optional.of(new Range(least.get(), most.get()));
                });
    }

    private static List<Year> years(HeaderPart funnel) {
        List<Year> years = new ArrayList<>();
        Optional<Json> given = funnel.get("years");
        if (given.orElse(null) instanceof Json.Obj list) {
            for (Json.Member member : list.members()) {
                if (member.name().matches(YEAR)) {
                    HeaderPart.of(list, member.name(), List.of("finalRound", "offers"), funnel.problems())
                            .flatMap(part -> year(Integer.parseInt(member.name()), part))
                            .ifPresent(years::add);
                } else {
                    funnel.problems()
                            .accept(member.at(), VisibleText.shown(member.name()) + " is not a year such as `2025`");
                }
            }
        } else {
            given.ifPresent(other -> funnel.problems()
                    .accept(other.at(), "expected years after `years:`, such as `2025: {finalRound: 12, offers: 6}`"));
        }
        years.sort(java.util.Comparator.comparingInt(Year::year));
        return years;
    }

    private static Optional<Year> year(int year, HeaderPart part) {
        part.require("finalRound", "how many candidates reached the final round");
        part.require("offers", "how many of them received offers");
        Optional<Integer> reached = part.whole("finalRound", 0, MOST, "which means so many candidates");
        Optional<Integer> offers = part.whole("offers", 0, MOST, "which means so many candidates");
        if (reached.isEmpty() || offers.isEmpty()) {
            return Optional.empty();
        }
        if (offers.get() > reached.get()) {
            part.problems()
                    .accept(part.declared().at(), "more candidates received offers than reached the final round");
            return Optional.empty();
        }
        return Optional.of(new Year(year, reached.get(), offers.get()));
    }
}
