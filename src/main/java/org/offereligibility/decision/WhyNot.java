package org.offereligibility.decision;

import java.util.List;
import java.util.Map;

/**
 * Why a rule does not hold.
 *
 * @param code of the finding that the rule would state, or empty for a rule that derives a fact
 * @param effect of that finding as the rule has it, which may name a variable such as <code>{$effect}</code>; or empty
 * @param section of that finding, or empty
 * @param given for which values of the rule's variables this was asked, by name; empty if for any
 * @param obstacles the first condition that fails, and after it every other that fails independently of those before it
 */
public record WhyNot(
        String code,
        String effect,
        String section,
        Finding.RuleReference rule,
        Map<String, Object> given,
        List<Obstacle> obstacles) {}
