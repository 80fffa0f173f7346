package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lattice with sides of so many agents, in any number of dimensions: everybody is tied to his neighbours.
 *
 * <pre>{@code
 *   nearest   2 d ties           one step along one side                     (von Neumann)
 *   Moore     (2 r + 1)^d - 1    at most r steps along every side at once    (maximum distance r)
 * }</pre>
 *
 * <p>At its border an agent has fewer ties, unless it is a {@link #torus}, where the end of a side meets its beginning. Agents are numbered
 * along the last side first. Immutable.
 *
 * @see <a href="https://doi.org/10.1111/1467-937X.00121">S. Morris (2000), "Contagion", Review of Economic Studies 67(1), 57-78</a>
 */
public final class Lattice {
    private final int[] sides;
    private final int radius; // 0: nearest neighbours
    private final boolean torus;

    private Lattice(int[] sides, int radius, boolean torus) {
        this.sides = sides;
        this.radius = radius;
        this.torus = torus;
        for (int d = 0; torus && d < sides.length; d++) {
            if (sides[d] <= 2 * Math.max(1, radius)) {
                throw Checks.refused(
                        "sides[%s] of a torus must be more than twice as long as ties reach, %s [agents], but was %s",
                        d, Math.max(1, radius), sides[d]);
            }
        }
    }

    /** Sides of so many agents [count], each at least 1; nearest neighbours are tied, and there is a border. */
    public static Lattice of(int... sides) {
        Checks.count(1, "sides", "dimensions", sides.length);
        final int[] copy = sides.clone();
        double agents = 1;
        for (int d = 0; d < copy.length; d++) {
            agents *= Checks.count(1, "sides[" + d + "]", "agents", copy[d]);
        }
        if (agents > PairList.MOST) {
            throw Checks.refused("sides must multiply to at most %s [agents], but was %s", PairList.MOST, agents);
        }
        return new Lattice(copy, 0, false);
    }

    /** The same, tied to all at most so many steps away along every side, corners included. */
    public Lattice moore(int newRadius) {
        return new Lattice(sides, Checks.count(1, "newRadius", "steps", newRadius), torus);
    }

    /** The same without a border: where a side ends it begins again. */
    public Lattice torus() {
        return new Lattice(sides, radius, true);
    }

    /** Agents in all [count]. */
    public int agents() {
        return Arrays.stream(sides).reduce(1, (a, b) -> a * b);
    }

    /** How many ties an agent has who is at no border [count]. */
    public long ties() {
        return radius == 0 ? 2L * sides.length : Math.round(Math.pow(2.0 * radius + 1, sides.length)) - 1;
    }

    /** The network. Cost: O(agents times ties of one). */
    public Network network() {
        final int agents = agents();
        final double most = agents * (ties() / 2.0);
        final NetworkBuilder builder = Networks.sized(agents, (long) Math.min(most, Long.MAX_VALUE / 4.0));
        final int[] at = new int[sides.length];
        final int[] step = new int[sides.length];
        for (int agent = 0; agent < agents; agent++) {
            addTies(builder, agent, at, step);
            for (int d = sides.length - 1; d >= 0 && ++at[d] == sides[d]; d--) {
                at[d] = 0;
            }
        }
        return builder.build();
    }

    /** Steps of which the first that is not 0 leads forward: each tie once. */
    private void addTies(NetworkBuilder builder, int agent, int[] at, int[] step) {
        if (radius == 0) {
            for (int d = 0; d < sides.length; d++) {
                step[d] = 1;
                add(builder, agent, at, step);
                step[d] = 0;
            }
            return;
        }
        while (next(step)) {
            add(builder, agent, at, step);
        }
    }

    /** Counts the steps up from all 0 to all at the radius, last first; false and all 0 again when there are no more. */
    private boolean next(int[] step) {
        for (int d = step.length - 1; d >= 0; d--) {
            if (step[d] < radius) {
                step[d]++;
                return true;
            }
            step[d] = -radius;
        }
        Arrays.fill(step, 0);
        return false;
    }

    private void add(NetworkBuilder builder, int agent, int[] at, int[] step) {
        int other = 0;
        for (int d = 0; d < sides.length; d++) {
            int place = at[d] + step[d];
            if (place < 0 || place >= sides[d]) {
                if (!torus) {
                    return;
                }
                place = Math.floorMod(place, sides[d]);
            }
            other = other * sides[d] + place;
        }
        builder.add(agent, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lattice that
                && Arrays.equals(sides, that.sides)
                && radius == that.radius
                && torus == that.torus;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sides) + 2 * radius + (torus ? 1 : 0);
    }

    @Override
    public String toString() {
        return "Lattice["
                + Arrays.stream(sides).mapToObj(String::valueOf).collect(java.util.stream.Collectors.joining(" x "))
                + (radius == 0 ? ", nearest" : ", Moore " + radius) + (torus ? ", torus]" : "]");
    }
}
