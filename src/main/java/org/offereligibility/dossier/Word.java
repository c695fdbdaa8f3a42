package org.offereligibility.dossier;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a part of a fact whose text is a word of the policy's vocabulary, and says of which kind. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Word {
    /** The kind, as the vocabulary names it: {@code round}, {@code signal}, ... */
    String value();
}
