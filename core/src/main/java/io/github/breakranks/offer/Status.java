package io.github.breakranks.offer;

/**
 * The legal form of the refuge, from the one that binds the host least to the one that binds it most. It says what binds; how far
 * soldiers believe it is a number of its own, {@link Offer#credibility}.
 */
public enum Status {
    /** Nothing said about staying. */
    NONE("nothing is promised"),
    /** Admission at the discretion of the executive, such as humanitarian parole. */
    PAROLE("the executive's discretion, which it can take back"),
    /** Asylum: a right under refugee law for whom it covers. */
    ASYLUM("refugee law, before courts"),
    /** Permanent residence granted by an act of the legislature. */
    RESIDENCE("an act of the legislature, which can be amended"),
    /** Citizenship. */
    CITIZENSHIP("citizenship, which is hardest to take away");

    private final String binding;

    Status(String binding) {
        this.binding = binding;
    }

    /** What binds the host to it, in words. */
    public String binding() {
        return binding;
    }
}
