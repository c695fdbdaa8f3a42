package org.offereligibility.decision;

/** Facts without parts, for rules that are compiled past our own assembly. */
public final class DroolsFaultsTypes {
    private DroolsFaultsTypes() {}

    public record A() {}

    public record B() {}

    public record C() {}

    public record Result() {}
}
