package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Menu.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The menu where coming costs a more efficient type more, so that he may wish to pass for a worse one and a worse one for him.
 *
 * <p>The linear program over lotteries says what each type brings in expectation and what no menu earns more than. The menu brings that
 * for certain, or what is likeliest, at the least rents that keep the types apart ({@link Rents}), improved step by step ({@link
 * MenuImprover}): where the program leaves coming to chance, to round it is to lose much.
 */
final class CountervailingMenu {
    private final Screening screening;
    private final OptionalDouble budget;
    private final Watch watch;

    CountervailingMenu(Screening screening, OptionalDouble budget, Watch watch) {
        this.screening = screening;
        this.budget = budget;
        this.watch = watch;
    }

    Answer<Menu> answer() {
        final Answer<LotteryMenu> lotteries =
                new LotterySolver(LotterySolver.USUAL, LotterySolver.USUAL_ZOOMS, budget).solve(screening, watch);
        final LotteryMenu lottery = lotteries.value();
        if (lotteries instanceof Answer.Stopped<LotteryMenu> stopped) {
            return new Answer.Stopped<>(
                    Menu.unknown(screening, budget),
                    new Certificate.Unproven(stopped.why()),
                    stopped.why(),
                    stopped.remedy());
        }
        Menu best = nobody();
        for (double[] quantities : List.of(lottery.expected(), lottery.likeliest())) {
            final Menu menu = at(quantities, lottery.budgetPrice());
            best = menu != null && menu.surplus() > best.surplus() ? menu : best;
        }
        final double[] firstBest = new double[screening.types()];
        Arrays.setAll(firstBest, screening::best);
        final double most = budget.orElse(Double.POSITIVE_INFINITY);
        final double[] improved = new MenuImprover(screening, most, watch)
                .best(List.of(lottery.expected(), lottery.likeliest(), lottery.ifItComes(), firstBest));
        final Menu menu = improved == null ? null : at(improved, lottery.budgetPrice());
        best = menu != null && menu.surplus() > best.surplus() ? menu : best;
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    best, new Certificate.Unproven("not looked for to the end"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(best, MenuVerifier.certify(best, lottery.prices(), watch));
    }

    private Menu nobody() {
        return Menu.nobody(screening, terms(0));
    }

    private Terms terms(double price) {
        return new Terms(
                budget,
                price,
                "Coming costs a more efficient type more: incentives are countervailing, and a linear program over lotteries was solved.");
    }

    private @Nullable Menu at(double[] quantities, double price) {
        final double[] rents = Rents.least(screening, quantities);
        if (rents == null) {
            return null;
        }
        final Menu menu = new Menu(screening, quantities, rents, terms(price));
        final boolean affordable = budget.isEmpty() || menu.outlay() <= budget.getAsDouble() * (1 + Math.ulp(1.0) * 64);
        return affordable ? menu : null;
    }
}
