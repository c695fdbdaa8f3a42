package org.offereligibility.dossier;

/** Finds the vocabulary against which a dossier is read. */
@FunctionalInterface
public interface Vocabularies {
    /**
     * The vocabulary of the role's policy version that is in force at that instant.
     *
     * @throws NotInForce if there is no such role, or no version of it is in force then
     */
    Vocabulary inForce(String role, Moment asOf) throws NotInForce;

    /** No policy decides this dossier; {@code pointer} names the property of the dossier that asks for one. */
    final class NotInForce extends Exception {
        private static final long serialVersionUID = 1L;

        private final String pointer;

        public NotInForce(String pointer, String message) {
            super(message);
            this.pointer = pointer;
        }

        public String pointer() {
            return pointer;
        }
    }
}
