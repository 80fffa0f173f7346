package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;

/**
 * Where a Lemke-Howson path led.
 *
 * @param label       the action whose label was dropped, from 0: the first player's actions, then the second's
 * @param pivots      edges followed, of both players' polytopes together [count]
 * @param equilibrium at the end of the path; of a path that was stopped, what it had reached
 */
public record LemkeHowsonPath(int label, int pivots, NashEquilibrium equilibrium) {

    /** Who does what at its end, as a row for each action. */
    public Table table() {
        return equilibrium.table();
    }

    /** In a paragraph: where it began, how long it was and what is at its end. */
    public String explain() {
        final int rows = equilibrium.game().actions(0);
        final int player = label < rows ? 0 : 1;
        final String action = equilibrium.game().action(player, player == 0 ? label : label - rows);
        return "Dropping the label of action " + action + " of player "
                + equilibrium.game().player(player) + ", the path of Lemke and Howson took " + pivots
                + " pivots. At its end is: "
                + equilibrium + ".";
    }

    /** In a line: {@code Lemke-Howson path of 4 pivots, label 0 dropped}. */
    @Override
    public String toString() {
        return "Lemke-Howson path of " + pivots + " pivots, label " + label + " dropped";
    }
}
