/**
 * The facts a rule may speak of: reading dossiers, and refusing them with every problem at once.
 *
 * <p>May use: no other room; Jackson for JSON text, snakeyaml-engine for YAML text.
 *
 * <p>Must never: know a word of a policy, read a clock, let a name or a note become part of a fact.
 */
@NullMarked
package org.offereligibility.dossier;

import org.jspecify.annotations.NullMarked;
