/**
 * Charts of a game, one call each: the best reply, the rest points over one term of the offer, those over two terms, and the cascade.
 *
 * <pre>{@code
 *   Chart.bestReply(game).show();
 *   Chart.manifold(game, Term.CASH).save("manifold.png");
 *   Chart.phases(game, Axis.over(Term.CASH, 0, .4, 60), Axis.over(Term.CREDIBILITY, .5, 1, 60)).save("phases.svg");
 *   Chart.cascade(game).titled("How it spreads").save("cascade.png");
 * }</pre>
 */
@NullMarked
package io.github.breakranks.examples.chart;

import org.jspecify.annotations.NullMarked;
