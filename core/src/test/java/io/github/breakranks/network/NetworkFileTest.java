package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    private static final Network RING = Networks.ring(5, 1);
    private static final int BYTES = 24 + 4 * 5 + 4 * 10 + 4;

    @TempDir
    Path directory;

    private Path written() {
        final Path file = directory.resolve("ring.net");
        RING.write(file);
        return file;
    }

    /** The file with bytes changed and the checksum made to fit. */
    private Path changed(Consumer<ByteBuffer> change) throws IOException {
        final Path file = written();
        final byte[] bytes = Files.readAllBytes(file);
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(buffer);
        final CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - 4);
        buffer.putInt(bytes.length - 4, (int) sum.getValue());
        return Files.write(file, bytes);
    }

    @Test
    void comesBack() throws IOException {
        final Path file = written();

        assertEquals(BYTES, Files.size(file));
        assertEquals(RING, Network.read(file));
    }

    /** More than fits into the buffer at once. */
    @Test
    void comesBackInManyPieces() {
        final Network network = Networks.uniform(100_000, 150_000, 1);
        final Path file = directory.resolve("many.net");
        network.write(file);

        assertEquals(network, Network.read(file));
    }

    @Test
    void saysHowMuchOfItIsMissing() throws IOException {
        final byte[] whole = Files.readAllBytes(written());
        for (int length = 24; length < BYTES; length++) {
            final Path cut = Files.write(directory.resolve("cut.net"), Arrays.copyOf(whole, length));
            refused(
                    "cut.net must hold the 88 bytes that its head says, but was " + length + " long; " + (88 - length)
                            + " bytes are missing",
                    () -> Network.read(cut));
        }
        final Path more = Files.write(directory.resolve("more.net"), Arrays.copyOf(whole, 90));
        refused(
                "more.net must hold the 88 bytes that its head says, but was 90 long; 2 bytes are too many",
                () -> Network.read(more));
        final Path stump = Files.write(directory.resolve("stump.net"), Arrays.copyOf(whole, 23));
        refused("stump.net must begin with a head of 24 bytes, but was 23 long", () -> Network.read(stump));
    }

    /** Each byte of rows and checksum, changed by one bit. */
    @Test
    void noticesAnyDamage() throws IOException {
        final byte[] whole = Files.readAllBytes(written());
        for (int at = 24; at < BYTES; at++) {
            final byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            final Path file = Files.write(directory.resolve("damaged.net"), damaged);

            final String message = assertThrows(IllegalArgumentException.class, () -> Network.read(file))
                    .getMessage();
            assertTrue(
                    message.matches(
                            "damaged\\.net must have the checksum [0-9a-f]{8} that stands at its end, but was [0-9a-f]{8}; it is damaged"),
                    message);
        }
    }

    @Test
    void refusesOtherFiles() throws IOException {
        final Path text = Files.writeString(directory.resolve("ties.txt"), "0 1\n".repeat(10));
        refused("ties.txt must begin with BREAKNET, but did not; text is read by EdgeList", () -> Network.read(text));
        final Path later = changed(buffer -> buffer.putInt(8, 2));
        refused(
                "ring.net must be of version 1, but was of 2; read it with the library that wrote it",
                () -> Network.read(later));
        final Path nobody = changed(buffer -> buffer.putInt(16, 0));
        refused(
                "ring.net must have a kind, agents and links in its head, but was 0, 0, 10",
                () -> Network.read(nobody));
        final Path nowhere = directory.resolve("nowhere");
        assertEquals(
                "cannot read " + nowhere + ": no such file",
                assertThrows(UncheckedIOException.class, () -> Network.read(nowhere))
                        .getMessage());
    }

    /** With a checksum that fits: the rows themselves are looked at. */
    @Test
    void refusesRowsThatAreNone() throws IOException {
        final Path negative = changed(buffer -> buffer.putInt(24, -1));
        refused("ring.net must hold rows of a network, but a row was of length -1", () -> Network.read(negative));
        final Path longer = changed(buffer -> buffer.putInt(24, 3));
        refused(
                "ring.net must hold rows of a network, but rows were of 11 links in all, not 10",
                () -> Network.read(longer));
        for (int watcher : new int[] {-1, 0, 4, 5}) { // of agent 0, whom 1 and 4 watch
            final Path row = changed(buffer -> buffer.putInt(44, watcher));
            refused(
                    "ring.net must hold rows of a network, but the row of agent 0 was not of other agents, ascending",
                    () -> Network.read(row));
        }
        final Path oneSided = changed(buffer -> buffer.putInt(44, 2));
        refused(
                "ring.net must hold rows of a network, but the tie of agents 0 and 2 was not mutual",
                () -> Network.read(oneSided));
    }

    @Test
    void looksAtWeights() {
        final int[] lengths = {1, 1};
        final int[] targets = {1, 0};

        assertNull(RowCheck.broken(lengths, targets, new double[] {0.5, 0.5}, false));
        assertEquals(
                "a weight in the row of agent 1 was NaN",
                RowCheck.broken(lengths, targets, new double[] {0.5, Double.NaN}, true));
        assertEquals(
                "the tie of agents 0 and 1 was not mutual",
                RowCheck.broken(lengths, targets, new double[] {0.5, 0.25}, false));
        assertEquals(
                "the tie of agents 0 and 1 was not mutual",
                RowCheck.broken(new int[] {1, 0}, new int[] {1}, null, false));
    }
}
