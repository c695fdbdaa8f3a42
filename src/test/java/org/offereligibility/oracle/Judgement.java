package org.offereligibility.oracle;

import java.util.Map;
import java.util.SortedSet;

/**
 * What the policy page says of one dossier, as far as two readings of the page can be compared.
 *
 * @param verdict ELIGIBLE, REFER, INCOMPLETE or INELIGIBLE
 * @param sections the verdict of each of the four sections, in the page's order
 * @param findings each as {@code code EFFECT subject}
 */
public record Judgement(String verdict, Map<String, String> sections, SortedSet<String> findings) {}
