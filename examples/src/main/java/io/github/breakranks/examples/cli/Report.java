package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a verb answers: fields for {@code --json}, words for people, and why it stopped, if it did. Built field by field. */
final class Report {
    private static final int MOST_ROWS = 20;

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<Supplier<String>> paragraphs =
            new ArrayList<>(); // put into words only where somebody reads them
    private @Nullable String stopped;

    /** Adds a field; null for what does not exist. */
    Report with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a paragraph for people. */
    Report saying(String paragraph) {
        paragraphs.add(() -> paragraph);
        return this;
    }

    /** Adds a table for people, or its first rows where there are many. */
    Report showing(Table table) {
        paragraphs.add(() -> table.rows().size() <= MOST_ROWS
                ? table.text()
                : head(table).text() + "... (" + MOST_ROWS + " of "
                        + table.rows().size() + " rows)");
        return this;
    }

    private static Table head(Table table) {
        return Table.of(table.columns(), table.rows().subList(0, MOST_ROWS));
    }

    /** Adds how well an answer is founded, and why the work stopped, if it did. */
    Report founded(Answer<?> answer) {
        if (answer instanceof Answer.Stopped<?> early) {
            stopped = BadInput.withoutJava(early.why() + "; " + early.remedy());
        }
        return founded(answer.certificate());
    }

    /** Adds why work on a part of the answer stopped, if it did; before {@link #founded}. */
    Report cutShort(Answer<?> part) {
        if (part instanceof Answer.Stopped<?> early) {
            stopped = BadInput.withoutJava(early.why() + "; " + early.remedy());
        }
        return this;
    }

    /** Adds that there is no answer, why, and what would help. */
    Report unanswered(String why, String remedy) {
        stopped = why + "; " + remedy;
        return founded(new Certificate.Unproven(why));
    }

    /** Adds how well a mean over runs is founded: by its standard error, and by what is proven of the runs. */
    Report estimated(Answer<?> answer, double standardError, String unit) {
        if (!(answer.certificate() instanceof Certificate.Proven runs)) {
            return founded(answer);
        }
        founded(answer);
        final Map<String, @Nullable Object> how = new LinkedHashMap<>();
        final String words = "standard error " + standardError + " [" + unit + "]; " + runs.how();
        how.put("kind", "numeric");
        how.put("how", words);
        how.put("assuming", runs.assuming());
        fields.put("certificate", how);
        paragraphs.set(
                paragraphs.size() - 1,
                () -> "Certificate: checked: " + words + ", assuming " + String.join(", ", runs.assuming()) + ".");
        return this;
    }

    /** Adds how well an answer is founded. */
    Report founded(Certificate certificate) {
        with("certificate", certificateFields(certificate)).with("stopped", stopped);
        return saying("Certificate: " + certificate.sentence() + ".");
    }

    private static Map<String, @Nullable Object> certificateFields(Certificate certificate) {
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (certificate instanceof Certificate.Proven proven) {
            fields.put("kind", "proven");
            fields.put("how", proven.how());
            fields.put("assuming", proven.assuming());
        } else if (certificate instanceof Certificate.Numeric numeric) {
            fields.put("kind", "numeric");
            fields.put("how", "worst residual " + numeric.worst() + " [" + numeric.unit() + "]");
            fields.put("assuming", List.of());
        } else if (certificate instanceof Certificate.Unproven unproven) {
            fields.put("kind", "unproven");
            fields.put("how", unproven.why());
            fields.put("assuming", List.of());
        }
        return fields;
    }

    /** The fields, in the order in which they were added. */
    Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The words, a line or more. */
    String words() {
        return paragraphs.stream()
                .map(paragraph -> paragraph.get().stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Why the work stopped and what would help; null if it did not. */
    @Nullable
    String stopped() {
        return stopped;
    }
}
