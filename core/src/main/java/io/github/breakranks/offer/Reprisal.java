package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the other side does to one who goes, and to his family, as it depends on the share of the others gone.
 *
 * <pre>{@code
 *   R(x) = detection(x) * ( punishment(x) + (1 - averted) * family(x) )      [unit of the game]
 *
 *   detection    chance that his going is found out and can be punished, a share
 *   punishment   what he loses then            [unit of the game]
 *   family       what his family loses then    [unit of the game]
 *   averted      how much of the family's loss the offer averts, a share (Term.FAMILY)
 * }</pre>
 *
 * <p>Where reprisal fades as more go, going is a matter of numbers: that is what makes cascades. A reprisal that grows with the number
 * gone (collective punishment) is legal; solvers notice and make no claims that need it to fade.
 */
public final class Reprisal {
    private static final Curve CERTAIN = Curve.constant(1);
    private static final Reprisal NONE = new Reprisal(CERTAIN, Curve.constant(0), null);

    private final Curve detection;
    private final Curve punishment;
    private final @Nullable Curve family;
    private final Curve onHim; // detection * punishment
    private final @Nullable Curve onThem; // detection * family

    private Reprisal(Curve detection, Curve punishment, @Nullable Curve family) {
        this.detection = detection;
        this.punishment = punishment;
        this.family = family;
        this.onHim = detection == CERTAIN ? punishment : detection.times(punishment);
        this.onThem = family == null || detection == CERTAIN ? family : detection.times(family);
    }

    /** No reprisal. */
    public static Reprisal none() {
        return NONE;
    }

    /** {@code amount * (1 - gone)}: certain when he is the first, none when all go [unit of the game]. */
    public static Reprisal fading(double amount) {
        return fading(amount, 1);
    }

    /** {@code amount * (1 - gone)^power} [unit of the game]; power above 0. */
    public static Reprisal fading(double amount, double power) {
        Checks.atLeast(0.0, "amount", "unit of the game", amount);
        return new Reprisal(CERTAIN, Curve.fading(amount, power), null);
    }

    /** The same however many have gone [unit of the game]. */
    public static Reprisal constant(double amount) {
        Checks.atLeast(0.0, "amount", "unit of the game", amount);
        return new Reprisal(CERTAIN, Curve.constant(amount), null);
    }

    /** A punishment [unit of the game] that follows with a chance of detection [share], both depending on the share gone. */
    public static Reprisal of(Curve detection, Curve punishment) {
        return new Reprisal(
                Objects.requireNonNull(detection, "detection"), Objects.requireNonNull(punishment, "punishment"), null);
    }

    /** This reprisal, falling on his family too [unit of the game]. */
    public Reprisal withFamily(Curve newFamily) {
        return new Reprisal(detection, punishment, Objects.requireNonNull(newFamily, "newFamily"));
    }

    /** This reprisal, found out with another chance [share]. */
    public Reprisal withDetection(Curve newDetection) {
        return new Reprisal(Objects.requireNonNull(newDetection, "newDetection"), punishment, family);
    }

    /** What one who goes must expect to lose when such a share of the others has gone and the offer averts so much for the family. */
    public double loss(double gone, double averted) {
        final double his = onHim.at(gone);
        return onThem == null ? his : his + (1 - averted) * onThem.at(gone);
    }

    /** How fast {@link #loss} rises with the share gone; negative where reprisal fades. */
    public double slope(double gone, double averted) {
        final double his = onHim.slope(gone);
        return onThem == null ? his : his + (1 - averted) * onThem.slope(gone);
    }

    /** Bounds on {@link #slope} between two shares; {@link Range#anything} if not known. */
    public Range slopeOver(double from, double to, double averted) {
        final Range his = onHim.slopeOver(from, to);
        return onThem == null ? his : his.plus(Range.of(1 - averted).times(onThem.slopeOver(from, to)));
    }

    @Override
    public String toString() {
        return "Reprisal[" + onHim + (onThem == null ? "]" : ", family " + onThem + "]");
    }
}
