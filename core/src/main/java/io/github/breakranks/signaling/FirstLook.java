package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pooling first, then at pure separation: with each message that all types have, and each way to give every type a message of its own,
 * one support with equilibria if there is any. These are found again when all supports are looked at, so they are not counted; they are what has
 * been found should there be no time for that.
 */
final class FirstLook extends SupportSearch {
    private final int[] plan; // by type: its message

    /** What is settled after some messages. */
    private record Node(List<Option> chosen, ExactCone responses) {}

    FirstLook(WholeGame game, MessageOptions options, Watch watch) {
        super(game, options, watch);
        this.plan = new int[game.types()];
    }

    @Override
    void run() {
        try {
            for (int m = 0; m < game.messages(); m++) {
                options.unsent(m); // listing what was found asks for these even when time is up
            }
            for (int m = 0; m < game.messages(); m++) {
                if (game.access(m) == (1 << game.types()) - 1) {
                    Arrays.fill(plan, m);
                    look();
                }
            }
            if (game.types() > 1 && game.types() <= game.messages()) {
                separate(0, 0);
            }
        } catch (Halted early) {
            stop();
        }
    }

    private void separate(int type, int taken) {
        if (type == game.types()) {
            look();
            return;
        }
        for (int m = 0; m < game.messages(); m++) {
            if ((taken >>> m & 1) == 0 && game.game().available(type, m)) {
                plan[type] = m;
                separate(type + 1, taken | 1 << m);
            }
        }
    }

    private void look() {
        if (!goesOn()) {
            throw new Halted();
        }
        final List<Integer> order = new ArrayList<>(); // what is sent comes first
        for (int m = 0; m < game.messages(); m++) {
            order.add(senders(m) == 0 ? order.size() : 0, m);
        }
        settle(order, new Node(List.of(), noResponseYet()));
    }

    private int senders(int message) {
        int senders = 0;
        for (int t = 0; t < plan.length; t++) {
            senders |= plan[t] == message ? 1 << t : 0;
        }
        return senders;
    }

    /** Whether an equilibrium was found with what is settled. */
    private boolean settle(List<Integer> order, Node node) {
        if (node.chosen.size() == order.size()) {
            final List<Option> byMessage = new ArrayList<>(node.chosen);
            byMessage.sort(java.util.Comparator.comparingInt(Option::message));
            visit(byMessage, surelySent(), node.responses);
            return true;
        }
        if (order.subList(node.chosen.size(), order.size()).stream()
                .anyMatch(m -> senders(m) == 0 && open(node, m).isEmpty())) {
            return false; // that message deters nobody, whatever answers the others
        }
        return open(node, order.get(node.chosen.size())).stream().anyMatch(next -> settle(order, next));
    }

    private List<Node> open(Node node, int message) {
        final List<Node> open = new ArrayList<>();
        for (Option option : options.of(message, senders(message))) {
            final Node next = with(node, option);
            if (next != null) {
                open.add(next);
            }
        }
        return open;
    }

    private @Nullable Node with(Node node, Option option) {
        final int message = option.message();
        if (option.types() != 0 && !answers(option)) {
            return null;
        }
        ExactCone responses = answered(node.responses, message, option.actions());
        for (int t = 0; t < plan.length && !responses.isEmpty(); t++) {
            for (Option other : node.chosen) {
                final int compared = plan[t] == message ? other.message() : message;
                if ((plan[t] == message || plan[t] == other.message())
                        && game.game().available(t, compared)) {
                    responses = responses.cut(game.better(t, plan[t], compared));
                }
            }
        }
        if (responses.isEmpty()) {
            return null;
        }
        final List<Option> chosen = new ArrayList<>(node.chosen);
        chosen.add(option);
        return new Node(chosen, responses);
    }

    /** Whether the actions, and no others, are best after what is sent. */
    private boolean answers(Option option) {
        final ExactCone sent = surelySent();
        return !answersBest(sent, option).isEmpty() && !moreActions(sent, option);
    }

    private ExactCone surelySent() {
        final int[] messages = Arrays.stream(plan).distinct().toArray();
        ExactCone sent = ExactCone.ray(game.nothingSent()).watched(watch::mayGoOn);
        for (int m : messages) {
            sent = sent.map(row -> game.withRestSent(row, m, senders(m)));
        }
        return sent;
    }
}
