package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Offers at the ends of the band, and a ten-thousandth beside them. */
final class RandomOffers {
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final BigDecimal LEAST_STEP = new BigDecimal("0.0001");
    private static final String[] BASE_WITHIN = {
        "185000", "230000", "185000.0001", "229999.9999", "200000", "185000.0000", "2.3E+5", "207500.5"
    };
    private static final String[] BASE_OUTSIDE = {
        "184999.9999", "230000.0001", "184999", "230001", "0.0001", "1000000000", "180000", "240000"
    };
    private static final String[] EQUITY_WITHIN = {
        "45000", "60000", "45000.0001", "59999.9999", "50000", "45000.00", "6E+4", "52500.25", "46666.6666"
    };
    private static final String[] EQUITY_OUTSIDE = {
        "44999.9999", "60000.0001", "0", "44999", "60001", "33333.3333", "1000000000", "240000"
    };

    private final Dice dice;
    private final RandomInstants instants;

    RandomOffers(Dice dice, RandomInstants instants) {
        this.dice = dice;
        this.instants = instants;
    }

    /** @param lastEnd the end of the round that ended last */
    ObjectNode offer(Instant lastEnd) {
        int years = dice.mishap() ? dice.oneOf(1, 2, 3, 3, 5, 6, 7, 20) : 4;
        ObjectNode offer = JsonNodeFactory.instance
                .objectNode()
                .put("baseSalary", new BigDecimal(dice.mishap() ? dice.oneOf(BASE_OUTSIDE) : dice.oneOf(BASE_WITHIN)))
                .put("currency", dice.mishap() ? dice.oneOf("EUR", "GBP", "JPY", "USD", "USN") : "USD");
        offer.set("equity", equity(years));
        offer.put("vestingYears", years);
        extend(offer, lastEnd);
        if (dice.chance(0.3)) {
            offer.putObject("exception").put("approvedBy", "chief").put("reason", "Long sought; \"worth it\".");
        }
        return offer;
    }

    private ObjectNode equity(int years) {
        BigDecimal annual = new BigDecimal(dice.mishap() ? dice.oneOf(EQUITY_OUTSIDE) : dice.oneOf(EQUITY_WITHIN));
        BigDecimal total = annual.multiply(BigDecimal.valueOf(years)).min(MOST);
        ObjectNode equity = JsonNodeFactory.instance.objectNode();
        switch (dice.below(3)) {
            case 0 -> equity.put("annualValue", annual);
            case 1 -> equity.put("totalValue", dice.mishap() ? beside(total) : total);
            default ->
                equity.put("annualValue", annual)
                        .put("totalValue", dice.mishap() && dice.chance(0.5) ? beside(total) : total);
        }
        return equity;
    }

    /** A total off by so little, or by a part of a year's, that dividing it out in decimals could hide it. */
    private BigDecimal beside(BigDecimal total) {
        BigDecimal step = dice.oneOf(LEAST_STEP, LEAST_STEP.negate(), BigDecimal.ONE, BigDecimal.ONE.negate());
        return total.add(step).max(BigDecimal.ZERO).min(MOST);
    }

    private void extend(ObjectNode offer, Instant lastEnd) {
        if (dice.mishap()) {
            Instant early =
                    dice.oneOf(lastEnd.minusNanos(1), lastEnd.minusSeconds(3_600), lastEnd.minusSeconds(900_000));
            offer.put("extendedAt", instants.written(early));
            return;
        }
        switch (dice.below(5)) {
            case 0 -> offer.putNull("extendedAt");
            case 1 -> offer.put("extendedAt", instants.written(lastEnd.plusNanos(dice.below(2))));
            case 2, 3 -> offer.put("extendedAt", instants.written(instants.near(lastEnd.plus(Duration.ofHours(48)))));
            default -> {}
        }
    }
}
