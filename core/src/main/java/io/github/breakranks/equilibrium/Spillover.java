package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Positive;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one group's going carries the others, near a stable rest point.
 *
 * <pre>{@code
 *   J_gh  = f_g(G_g) G_g'(s_g) W_gh        how far group g follows what it sees of group h
 *   S     = (I - J)^-1 = I + J + J^2 + ...  spillover: more of group g in the end, for one more of group h at first
 *   dx/db = S diag(f_g)                     more of group g, for a little more offered to group h   [share per unit of the game]
 * }</pre>
 *
 * <p>Exact derivatives at the rest point; they say nothing of what lies beyond a fold. The rest point is stable just if the spectral radius
 * of J is below one.
 */
public final class Spillover {
    private final List<String> names;
    private final double[][] spillover;
    private final double[][] response;
    private final double radius;

    private Spillover(List<String> names, double[][] spillover, double[][] response, double radius) {
        this.names = names;
        this.spillover = spillover;
        this.response = response;
        this.radius = radius;
    }

    /**
     * The spillovers at a rest point of groups of laws.
     *
     * @throws IllegalArgumentException if the rest point is not stable: nothing comes back to it
     */
    public static Spillover of(DefectionGame game, RestPoint at) {
        if (game.population().listed()) {
            throw Checks.refused("population must be laws, but was %s", game.population());
        }
        final GroupReply reply = new GroupReply(game);
        final double[] shares = new double[reply.groups()];
        Arrays.setAll(shares, at::shareOf);
        final double[][] jacobian = reply.jacobian(shares);
        final double[][] inverse = Positive.shrunk(jacobian) == null ? null : Positive.inverse(jacobian);
        if (inverse == null) {
            throw Checks.refused("at must be a stable rest point, but was %s", at);
        }
        final double[][] response = new double[shares.length][shares.length];
        for (int g = 0; g < shares.length; g++) {
            for (int h = 0; h < shares.length; h++) {
                response[g][h] = inverse[g][h] * reply.heardDensity(h, reply.seen(h, shares));
            }
        }
        final List<String> names =
                game.population().groups().stream().map(group -> group.name()).toList();
        return new Spillover(names, inverse, response, Positive.spectralRadius(jacobian));
    }

    /** How many more of one group go in the end, as a share of it, for each share of another that goes at first: {@code S}. */
    public double of(int group, int source) {
        return spillover[group][source];
    }

    /** How fast a group's share rises with the worth of the offer to another [share per unit of the game]: {@code dx/db}. */
    public double response(int group, int source) {
        return response[group][source];
    }

    /** The spectral radius of J: below one, as the rest point is stable; the nearer to one, the nearer to a fold. */
    public double spectralRadius() {
        return radius;
    }

    /** A row for each pair: whose going, whom it carries, spillover and response. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int h = 0; h < names.size(); h++) {
            for (int g = 0; g < names.size(); g++) {
                rows.add(List.of(names.get(h), names.get(g), spillover[g][h], response[g][h]));
            }
        }
        return Table.of(
                List.of(
                        Column.of("source"),
                        Column.of("group"),
                        Column.of("spillover", "share per share"),
                        Column.of("response", "share per unit of the game")),
                rows);
    }

    @Override
    public String toString() {
        return "Spillover[" + names.size() + " groups, spectral radius " + TableText.number(radius, 4) + "]";
    }
}
