package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Those rows of the section pass-criteria that judge a profile. */
final class ProfileByHand {
    private ProfileByHand() {}

    /** @param adaptable whether the adjusted score of the panel's adaptability is 4 or more */
    static void judge(JsonNode profile, Sheet sheet, boolean adaptable, Findings findings) {
        BigDecimal years = Sheet.decimal(profile, "yearsOfExperience");
        if (years.compareTo(BigDecimal.valueOf(3)) < 0 || years.compareTo(BigDecimal.valueOf(7)) > 0) {
            findings.add("experience-outside-range", "NOTE", "candidate");
        }
        Set<String> accomplishments = Sheet.words(profile, "accomplishments");
        for (String strength :
                List.of("led-gtm-launch", "translated-technical-capability", "operated-with-sparse-data")) {
            if (accomplishments.contains(strength)) {
                findings.add("profile-strength", "SUPPORT", strength);
            }
        }
        Set<String> domains = Sheet.words(profile, "domains");
        if (!domains.contains("ai-ml-products")
                && !domains.contains("developer-platforms")
                && !domains.contains("consumer-ai")) {
            if (sheet.seenAnywhere("demonstrated-curiosity")) {
                findings.add("curiosity-bridges-domain-gap", "SUPPORT", "candidate");
            } else {
                findings.add("domain-gap", "REFER", "candidate");
            }
        }
        if (!domains.isEmpty()
                && Set.of("b2b-saas", "brand-marketing").containsAll(domains)
                && !accomplishments.contains("product-depth")
                && !adaptable
                && !sheet.answers().containsKey("recalibrated in time")) {
            findings.add("adaptability-unproven", "REFER", "candidate");
        }
    }
}
