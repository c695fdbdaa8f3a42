package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/** The page's section compensation. Its one band: pmm, mid, USD. */
final class CompensationByHand {
    private static final BigDecimal BASE_MINIMUM = new BigDecimal("185000");
    private static final BigDecimal BASE_MAXIMUM = new BigDecimal("230000");
    private static final BigDecimal EQUITY_MINIMUM = new BigDecimal("45000");
    private static final BigDecimal EQUITY_MAXIMUM = new BigDecimal("60000");
    private static final int BAND_VESTING_YEARS = 4;

    private CompensationByHand() {}

    static SortedSet<String> findings(Sheet sheet) {
        Findings findings = new Findings();
        JsonNode offer = sheet.dossier.get("offer");
        if (offer == null) {
            findings.add("offer-missing", "MISSING", "offer");
            return findings.written();
        }
        int vestingYears = offer.get("vestingYears").intValue();
        BigDecimal years = BigDecimal.valueOf(vestingYears);
        JsonNode equity = offer.get("equity");
        boolean bothGiven = equity.has("annualValue") && equity.has("totalValue");
        if (bothGiven
                && Sheet.decimal(equity, "annualValue").multiply(years).compareTo(Sheet.decimal(equity, "totalValue"))
                        != 0) {
            findings.add("equity-inconsistent", "REFER", "offer");
        }

        String role = Sheet.text(sheet.dossier, "role");
        String level = Sheet.text(sheet.dossier, "level");
        String currency = Sheet.text(offer, "currency");
        if (!(role.equals("pmm") && level.equals("mid") && currency.equals("USD"))) {
            findings.add("band-missing", "MISSING", role + "/" + level + "/" + currency);
            return findings.written();
        }

        String outside = offer.has("exception") ? "REFER" : "BLOCK";
        int base = place(Sheet.decimal(offer, "baseSalary"), BASE_MINIMUM, BASE_MAXIMUM);
        // The total is held against so many years of the band: a third of it need not have a decimal form.
        int annual = equity.has("annualValue")
                ? place(Sheet.decimal(equity, "annualValue"), EQUITY_MINIMUM, EQUITY_MAXIMUM)
                : place(
                        Sheet.decimal(equity, "totalValue"),
                        EQUITY_MINIMUM.multiply(years),
                        EQUITY_MAXIMUM.multiply(years));
        if (base != 0) {
            findings.add(base < 0 ? "base-salary-below-band" : "base-salary-above-band", outside, "offer");
        }
        if (annual != 0) {
            findings.add(annual < 0 ? "equity-below-band" : "equity-above-band", outside, "offer");
        }
        if (base == 0 && annual == 0) {
            findings.add("offer-within-band", "SUPPORT", "offer");
        }
        if (vestingYears != BAND_VESTING_YEARS) {
            findings.add("vesting-off-standard", "REFER", "offer");
        }
        return findings.written();
    }

    /** Under the minimum -1, over the maximum 1, from end to end 0. */
    private static int place(BigDecimal figure, BigDecimal minimum, BigDecimal maximum) {
        if (figure.compareTo(minimum) < 0) {
            return -1;
        }
        return figure.compareTo(maximum) > 0 ? 1 : 0;
    }
}
