package io.github.breakranks.design;

/** Four ways of paying for everybody's going, the cheapest first: each is a special case of the one before where gains rise with the coalition. */
public enum Rung {
    /** Everybody goes in the best equilibrium: each is paid what he needs once all others go, and must trust that they do. */
    PARTIAL("partial"),
    /** Everybody goes in every equilibrium; offers are private and nobody knows his rank in the order in which they bind. */
    PRIVATE("private"),
    /** Everybody goes in every equilibrium; offers are public and differ from agent to agent: divide and conquer. */
    PUBLIC("public"),
    /** Everybody goes in every equilibrium; one public offer is made to all. */
    UNIFORM("uniform");

    private final String label;

    Rung(String label) {
        this.label = label;
    }

    /** In a word, as tables have it. */
    public String label() {
        return label;
    }
}
