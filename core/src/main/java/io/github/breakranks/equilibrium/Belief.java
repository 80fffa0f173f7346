package io.github.breakranks.equilibrium;

import java.math.BigInteger;

/**
 * What a player may think that the others do, under which an action of his is a best one.
 *
 * @param cases   combinations of actions, his own being his first: indices in the game as given
 * @param weights of the cases, at least 0; chances once divided by their sum
 */
record Belief(int[] cases, BigInteger[] weights) {
    /** Sure of one case. */
    static Belief sure(int only) {
        return new Belief(new int[] {only}, new BigInteger[] {BigInteger.ONE});
    }

    BigInteger sum() {
        BigInteger sum = BigInteger.ZERO;
        for (final BigInteger weight : weights) {
            sum = sum.add(weight);
        }
        return sum;
    }
}
