package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the sender's type before anything is said: names, and the share of each, exactly.
 *
 * <p>Fractions must sum to exactly 1. Doubles are read as the decimals they show as and must sum to 1 within 1e-12; they are then divided by
 * their sum, so that 1/3 three times is a third each. A type of share 0 is no type: leave it out.
 *
 * @param types  their names, all different
 * @param shares by type: how likely it is, above 0, summing to exactly 1
 */
public record Prior(List<String> types, List<Fraction> shares) {
    private static final Fraction WITHIN = Fraction.parse("1e-12");

    public Prior {
        types = names("types", types);
        shares = List.copyOf(shares);
        checkShares(types, shares);
        final Fraction sum = sum(shares);
        if (!sum.equals(Fraction.ONE)) {
            throw Checks.refused("prior must sum to exactly 1 [share], but was %s; give fractions such as 1/3", sum);
        }
    }

    /** Types and their exact shares, which sum to exactly 1. */
    public static Prior of(List<String> types, Fraction... shares) {
        return new Prior(types, List.of(shares));
    }

    /** Types and their shares, which sum to 1 within 1e-12 and are then divided by their sum. */
    public static Prior of(List<String> types, double... shares) {
        final List<Fraction> read = new ArrayList<>();
        for (int type = 0; type < shares.length; type++) {
            Checks.finite("prior[" + type + "]", "share", shares[type]);
            read.add(Fraction.decimal(shares[type]));
        }
        checkShares(types, read);
        final Fraction sum = sum(read);
        final Fraction off = sum.minus(Fraction.ONE);
        if (off.compareTo(WITHIN) > 0 || off.times(-1).compareTo(WITHIN) > 0) {
            throw Checks.refused("prior must sum to 1 within 1e-12 [share], but was %s", sum.value());
        }
        return new Prior(types, read.stream().map(share -> share.over(sum)).toList());
    }

    /** Types and their shares as written, such as {@code "9/10"} or {@code "0.9"}; they sum to exactly 1. */
    public static Prior parse(List<String> types, String... shares) {
        return new Prior(types, Arrays.stream(shares).map(Fraction::parse).toList());
    }

    /** How many types there are. */
    public int size() {
        return types.size();
    }

    /** How likely a type is, a share. */
    public Fraction share(int type) {
        return shares.get(type);
    }

    private static void checkShares(List<String> types, List<Fraction> shares) {
        if (shares.size() != types.size()) {
            throw Checks.refused("prior must have %s shares [types], but was %s", types.size(), shares.size());
        }
        for (int type = 0; type < shares.size(); type++) {
            final Fraction share = shares.get(type);
            if (share.signum() <= 0) {
                throw Checks.refused(
                        "prior[%s] of type %s must be > 0 [share], but was %s%s",
                        type, types.get(type), share, share.signum() == 0 ? "; leave the type out" : "");
            }
        }
    }

    private static Fraction sum(List<Fraction> shares) {
        return shares.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** A copy of names that are all there and all different. */
    static List<String> names(String what, List<String> names) {
        final List<String> copy = List.copyOf(names);
        if (copy.isEmpty()) {
            throw Checks.refused("%s must have at least 1 name [count], but was empty", what);
        }
        final Set<String> seen = new HashSet<>();
        for (int k = 0; k < copy.size(); k++) {
            if (copy.get(k).isBlank()) {
                throw Checks.refused("%s[%s] must have a name, but was blank", what, k);
            }
            if (!seen.add(copy.get(k))) {
                throw Checks.refused("%s must have different names, but was %s twice", what, copy.get(k));
            }
        }
        return copy;
    }

    /** Such as {@code Prior[strong 9/10, weak 1/10]}; only the number of types where there are many. */
    @Override
    public String toString() {
        final List<String> parts = new ArrayList<>();
        for (int type = 0; type < size(); type++) {
            parts.add(types.get(type) + " " + shares.get(type));
        }
        final String all = "Prior[" + String.join(", ", parts) + "]";
        return all.length() < 80 ? all : "Prior[" + size() + " types]";
    }
}
