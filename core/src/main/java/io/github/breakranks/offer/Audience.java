package io.github.breakranks.offer;

/** How word of the offer reaches soldiers, and so what each knows of what the others have heard. */
public enum Audience {
    /** Announced for all to hear, and all know that all have heard. */
    PUBLIC,
    /** Told to each alone: nobody knows whom else it reached. */
    PRIVATE
}
