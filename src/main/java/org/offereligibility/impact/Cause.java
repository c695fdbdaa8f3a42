package org.offereligibility.impact;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.WhyNot;

/**
 * One of the findings that turned a verdict, and why the other rules do not find it.
 *
 * @param appears whether only the new rules find it; else only the old ones do
 * @param finding by the rules that find it
 * @param known whether the other rules have a rule of that code at all
 * @param otherwise the other rules' finding of the same code about the same, which has another effect
 * @param whyNot why the other rules do not find it; none if they do not know it or find it with another effect
 */
public record Cause(
        boolean appears, Finding finding, boolean known, Optional<Finding> otherwise, List<WhyNot> whyNot) {}
