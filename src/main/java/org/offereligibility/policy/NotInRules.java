package org.offereligibility.policy;

import java.util.Map;
import java.util.Set;

/** Words of DRL that have no use in these rules, and what to write instead. */
final class NotInRules {
    private static final String NO_LISTS =
            "no fact holds a list, since each of its parts is a fact of its own; write a pattern of those facts, or"
                    + " `accumulate` to compute over them";

    /** Words where a condition or what follows a pattern is expected. */
    static final Map<String, String> CONDITIONS = Map.of(
            "from", NO_LISTS,
            "collect", NO_LISTS,
            "over", "facts have no time window; compare their dates",
            "acc", "write `accumulate`",
            "groupby", "write `accumulate` beside a pattern that names the group");

    /** Operators. */
    static final Set<String> OPERATORS = Set.of(
            "contains",
            "excludes",
            "memberOf",
            "soundslike",
            "str",
            "before",
            "after",
            "coincides",
            "during",
            "includes",
            "instanceof");

    private NotInRules() {}
}
