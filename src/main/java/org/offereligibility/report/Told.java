package org.offereligibility.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.Words;

/** How numbers and lists are told in every reading. Rounding happens here and nowhere else. */
final class Told {
    static final String NOTHING = "–";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int P_DECIMALS = 6;
    private static final long ONE_IN_A_MILLION = 1_000_000;

    private Told() {}

    static String number(long count) {
        return Words.number(count);
    }

    /** {@code 33.3 %}, halves away from zero. */
    static String percent(Rate rate) {
        return rate.exact().map(Told::percent).orElse(NOTHING);
    }

    static String percent(Exact share) {
        return share.times(Exact.of(100)).rounded(1).toPlainString() + " %";
    }

    /** {@code 17.2 to 61.3}, in per cent. */
    static String interval(Rate rate) {
        return rate.wilson()
                .map(interval -> decimal(interval.low()) + " to " + decimal(interval.high()))
                .orElse(NOTHING);
    }

    /** In per cent to one decimal. */
    static String decimal(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code 0.797}. A ratio a hair under four fifths reads 0.800 like four fifths itself; the flag beside it tells. */
    static String ratio(Optional<Exact> ratio) {
        return ratio.map(Exact::toThreeDecimals).orElse(NOTHING);
    }

    static String probability(Fisher.Probability probability) {
        return probability.under(ONE_IN_A_MILLION)
                ? "under 0.000001"
                : probability.rounded(P_DECIMALS).toPlainString();
    }

    static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last < 0
                ? ""
                : last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
