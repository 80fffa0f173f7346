/**
 * The main job: a case of history taken end to end, from sourced figures to rest points, cascades, tipping values and better offers, over
 * every set of assumptions that agrees with the record.
 *
 * <p>Start with {@link io.github.breakranks.examples.job.MainJob}. The built-in case is that of the Hessian auxiliaries of 1776 to 1783;
 * its CSV file is the pattern for a case of one's own:
 *
 * <pre>{@code
 *   kind,item,low,high,unit,certainty,source,note
 *   force,heads,29875,29875,men,confirmed,...          who decides; one row
 *   force,gone,3000,5008,men,uncertain,...             how many of them left, an interval; one row
 *   offer,base,50,50,acres,confirmed,...               the offer to an ordinary soldier, which is the unit; one row
 *   assumed,reprisal,1,1,50 acres,assumed,,            a row a value, as also credibility, reach and spread
 * }</pre>
 *
 * <p>Rows of other kinds (sent, returned, not returned, loss, rank, bonus, context) are printed with their certainty and source and
 * enter no formula. Blank lines and lines that begin with {@code #} are skipped.
 */
@NullMarked
package io.github.breakranks.examples.job;

import org.jspecify.annotations.NullMarked;
