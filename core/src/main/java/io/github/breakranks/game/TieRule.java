package io.github.breakranks.game;

/** What one does who gains exactly nothing by going. */
public enum TieRule {
    /** He goes: {@code G(x) - c >= 0}. */
    GOES,
    /** He stays: only {@code G(x) - c > 0} makes him go. */
    STAYS
}
