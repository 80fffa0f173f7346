package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every set of components with the cash that is best beside it, and what comes of letting each soldier pick at cost. */
public final class BundleChoice {
    private final Bundle bundle;
    private final double worth;
    private final List<Option> options;

    /**
     * What may be offered to all.
     *
     * @param components what all are offered beside cash; empty at cost
     * @param atCost     whether each may pick components instead of as much cash as they cost the host
     * @param hostCost   what the components cost the host for each who comes [unit of the game]; 0 at cost, where cash pays for them
     * @param offer      the best cash beside them, who comes and what is gained
     */
    public record Option(List<String> components, boolean atCost, double hostCost, SingleOffer offer) {
        public Option {
            components = List.copyOf(components);
        }

        /** In words: "cash only", "cash, refuge", "picked at cost". */
        public String label() {
            return atCost ? "picked at cost" : components.isEmpty() ? "cash only" : String.join(", ", components);
        }
    }

    BundleChoice(Bundle bundle, double worth, List<Option> options) {
        this.bundle = bundle;
        this.worth = worth;
        this.options = List.copyOf(options);
    }

    /** All that were compared: each set of components in turn, cash only first, all of them last; then picked at cost. */
    public List<Option> options() {
        return options;
    }

    /** The best set to offer to all; of several alike the one with fewer components. */
    public Option best() {
        Option best = options.get(0);
        for (Option option : options) {
            final double more = option.offer.surplus() - best.offer.surplus();
            final boolean fewer = option.components.size() < best.components.size();
            if (!option.atCost && (more > 1e-12 * worth || more >= -1e-12 * worth && fewer)) {
                best = option;
            }
        }
        return best;
    }

    /** Cash and nothing else. */
    public Option cashOnly() {
        return options.get(0);
    }

    /** All components offered to all. */
    public Option all() {
        return options.get(Math.max(0, options.size() - 2));
    }

    /** Each picks components instead of as much cash as they cost the host. */
    public Option pickedAtCost() {
        return options.get(options.size() - 1);
    }

    /** A row for all that were compared: cash, share that comes, what one who comes costs, what the host gains per soldier. */
    public Table table() {
        final String unit = cashOnly().offer.game().unit();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Option option : options) {
            final SingleOffer offer = option.offer;
            rows.add(List.of(
                    option.label(),
                    offer.cash(),
                    option.hostCost + offer.paid(),
                    offer.share(),
                    offer.surplus(),
                    offer.attained()));
        }
        return Table.of(
                List.of(
                        Column.of("offered"),
                        Column.of("cash", unit),
                        Column.of("perHead", unit),
                        Column.of("comes", "share"),
                        Column.of("surplus", unit),
                        Column.of("attained")),
                rows);
    }

    /** In a few sentences. */
    public String explain() {
        if (!complete()) {
            final long compared = options.stream()
                    .filter(option -> option.offer.kind() != SingleOffer.Kind.UNKNOWN)
                    .count();
            return "Not looked for to the end: " + compared + " of " + ways()
                    + " ways to offer the components were compared, so that the best is not known.";
        }
        final Option best = best();
        final StringBuilder out = new StringBuilder();
        if (best.offer.kind() == SingleOffer.Kind.NONE) {
            out.append("Nothing is worth offering to all. ");
        } else {
            out.append("Best for all is ").append(best.label()).append(best.components.isEmpty() ? ": " : " and cash ");
            out.append(shown(best.offer.cash())).append(", which gains ").append(shown(best.offer.surplus()));
            out.append(" per soldier; cash only gains ")
                    .append(shown(cashOnly().offer.surplus()))
                    .append(". ");
        }
        for (String name : bundle.names()) {
            if (bundle.replacesCash(name)) {
                out.append("That ").append(name).append(" costs less than the least it is worth to anybody, ");
                out.append(shown(bundle.leastWorth(name))).append(", so it replaces cash for all. ");
            }
        }
        final SingleOffer picked = pickedAtCost().offer;
        out.append("Picked at cost, ").append(shown(picked.surplus())).append(" is gained");
        out.append(bundle.mostPicked() > picked.cash() ? "; some would have to pay for what they pick." : ".");
        return out.toString();
    }

    private int ways() {
        return (1 << bundle.names().size()) + 1;
    }

    /** Whether all ways were compared. */
    private boolean complete() {
        return options.size() == ways() && options.get(options.size() - 1).offer.kind() != SingleOffer.Kind.UNKNOWN;
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        if (!complete()) {
            return "BundleChoice[not looked for to the end]";
        }
        return "BundleChoice[" + best().label() + ", cash " + shown(best().offer.cash()) + ", surplus "
                + shown(best().offer.surplus()) + "]";
    }
}
