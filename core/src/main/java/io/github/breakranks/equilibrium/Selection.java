package io.github.breakranks.equilibrium;

/** Which of several rest points an argument relies on. */
public enum Selection {
    /** The one reached from nobody: what an offer brings about where all start in the ranks. */
    LEAST,
    /** The one reached from everybody: what is left when an offer is taken back after all had gone. */
    GREATEST,
    /** The one of greatest potential, which slightly noisy private news about the worth of the offer selects; see {@link Potential}. */
    POTENTIAL
}
