package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is one sentence, and this one. */
class RefusalsTest {
    private static final String LAWS =
            "normal:MEAN,SD, logistic:MEAN,SCALE, uniform:LOW,HIGH, beta:A,B, lognormal:MU,SIGMA or file:COSTS.txt";
    private static final String GAME = "solve --agents 10 --law normal:0,1 --reprisal fading:1 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense:1,2      | --law must be " + LAWS + ", but was nonsense:1,2",
                "Normal:1,2        | --law must be " + LAWS + ", but was Normal:1,2",
                "normal            | --law must be " + LAWS + ", but was normal",
                "normal:0.25       | --law must be normal:MEAN,SD, but was normal:0.25",
                "beta:1,2,3        | --law must be beta:A,B, but was beta:1,2,3",
                "normal:,1         | --law MEAN must be a finite number [unit of the game], but was empty",
                "normal:NaN,1      | --law MEAN must be a finite number [unit of the game], but was NaN",
                "normal:0,Infinity | --law SD must be a finite number [unit of the game], but was Infinity",
                "logistic:0,1e999  | --law SCALE must be a finite number [unit of the game], but was 1e999",
                "uniform:0x1,2     | --law LOW must be a finite number [unit of the game], but was 0x1",
                "uniform:0,1/0     | --law HIGH must be a finite number [unit of the game], but was 1/0",
                "beta:1d,2         | --law A must be a finite number [shape], but was 1d",
                "lognormal:0,one   | --law SIGMA must be a finite number [log of the unit of the game], but was one",
                "normal:0,0        | --law deviation must be finite and > 0.0 [unit of the game], but was 0.0",
                "logistic:0,-1     | --law scale must be finite and > 0.0 [unit of the game], but was -1.0",
                "uniform:2,1       | --law high must be finite and > 2.0 [unit of the game], but was 1.0",
                "uniform:1,1       | --law high must be finite and > 1.0 [unit of the game], but was 1.0",
                "beta:0,1          | --law a must be finite and > 0.0 [shape], but was 0.0",
                "lognormal:0,0     | --law sigma must be finite and > 0.0 [log of the unit of the game], but was 0.0",
                "file:no/such.txt  | --law file must be a file that can be read, but was no/such.txt",
                "file:             | --law file must be a file that can be read, but was empty"
            })
    void ofALaw(String law, String sentence) {
        assertEquals(
                sentence, Run.of("equilibria", "--law", law, "--gain", "0,1").refusal());
        assertEquals(
                sentence,
                Run.of("tipping", "--law=" + law, "--slope=1", "--json").refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "equilibria --gain 0,1                     | --law must be given a value LAW, but was left out",
                "equilibria --law                          | --law must be given a value LAW, but was left out",
                "equilibria --law normal:0,1               | --gain must be given a value B,A, but was left out",
                "equilibria --law normal:0,1 --gain 0      | --gain must be B,A, but was 0",
                "equilibria --law normal:0,1 --gain 0,1,2  | --gain must be B,A, but was 0,1,2",
                "equilibria --law normal:0,1 --gain x,1    |"
                        + " --gain B must be a finite number [unit of the game], but was x",
                "equilibria --law normal:0,1 --gain 0,inf  |"
                        + " --gain A must be a finite number [unit of the game], but was inf",
                "equilibria --law normal:0,1 --gain 1e308,1e308 |"
                        + " net gain must be finite [unit of the game], but was Infinity at share gone 1.0",
                "equilibria --law a --law b --gain 0,1     | --law must be given once [count], but was given again",
                "equilibria --lwa normal:0,1 --gain 0,1    |"
                        + " option of equilibria must be one of --law, --gain, --json, --limit, --help, but was --lwa",
                "equilibria --law normal:0,1 --gain 0,1 7  | argument of equilibria must be an option, but was 7",
                "equilibria --law normal:0,1 --gain 0,1 --json=yes | --json must be without a value, but was yes",
                "equilibria --law normal:0,1 --gain 0,1 --limit 30 |"
                        + " --limit must be a time such as 500ms, 30s, 2m or 1h, but was 30",
                "equilibria --law normal:0,1 --gain 0,1 --limit 0s | --limit must be > 0 [duration], but was 0s",
                "equilibria --law normal:0,1 --gain 0,1 --limit -1s |"
                        + " --limit must be a time such as 500ms, 30s, 2m or 1h, but was -1s",
                "tipping --law normal:0,1 --slope -1       |"
                        + " --slope must be finite and >= 0 [unit of the game], but was -1",
                "tipping --law normal:0,1 --slope steep    |"
                        + " --slope must be a finite number [unit of the game], but was steep",
                "thresholds                                | FILE must be given, but was left out",
                "thresholds a b                            |"
                        + " argument of thresholds must be an option, after FILE, but was b",
                "offer                                     | FILE.csv must be given, but was left out",
                "offer no/such.csv                         | FILE.csv must be a file that can be read, but was no/such.csv",
                "dance                                     |"
                        + " verb must be one of offer, shell, solve, tip, cheapest, ladder, thresholds, equilibria, tipping, expiry,"
                        + " deadline, network, spread, reach, window, meanfield, game, signaling, regime, help, but was dance",
                "help dance                                |"
                        + " verb must be one of offer, shell, solve, tip, cheapest, ladder, thresholds, equilibria, tipping, expiry,"
                        + " deadline, network, spread, reach, window, meanfield, game, signaling, regime, help, but was dance"
            })
    void ofALine(String line, String sentence) {
        assertEquals(sentence, Run.line(line).refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cash -3           | --cash must be finite and >= 0.0 [unit of the game], but was -3.0",
                "--cash much         | --cash must be a finite number [unit of the game], but was much",
                "--escrow -2         | --escrow must be finite and >= 0.0 [unit of the game], but was -2.0",
                "--escrow held       | --escrow must be a finite number [unit of the game], but was held",
                "--refuge=-1         | --refuge must be finite and >= 0.0 [unit of the game], but was -1.0",
                "--credibility 1.5   | --credibility must be a share in [0, 1], but was 1.5",
                "--credibility NaN   | --credibility must be a share in [0, 1], but was NaN",
                "--reach -0.1        | --reach must be a share in [0, 1], but was -0.1",
                "--reach 3/2         | --reach must be a share in [0, 1], but was 3/2",
                "--solidarity x      | --solidarity must be a finite number [unit of the game], but was x",
                "--cash 1e308 --refuge 1e308 |"
                        + " net gain must be finite [unit of the game], but was Infinity at share gone 0.0",
                "--draw 1.5          | --draw must be an integer from -2^63 to 2^63 - 1 [seed], but was 1.5",
                "--draw              | --draw must be given a value SEED, but was left out"
            })
    void ofATermOfTheGame(String term, String sentence) {
        assertEquals(sentence, Run.line(GAME + term).refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant:1    | --reprisal must be fading:R or fading:R,POWER, but was constant:1",
                "fading:1,2,3  | --reprisal must be fading:R or fading:R,POWER, but was fading:1,2,3",
                "fading:       | --reprisal R must be a finite number [unit of the game], but was empty",
                "fading:a      | --reprisal R must be a finite number [unit of the game], but was a",
                "fading:-0.40  | --reprisal R must be finite and >= 0 [unit of the game], but was -0.40",
                "fading:-1,2   | --reprisal R must be finite and >= 0 [unit of the game], but was -1",
                "fading:1,b    | --reprisal POWER must be a finite number [exponent], but was b",
                "fading:0,0    | --reprisal POWER must be finite and > 0 [exponent], but was 0",
                "fading:1,-2   | --reprisal POWER must be finite and > 0 [exponent], but was -2"
            })
    void ofAReprisal(String reprisal, String sentence) {
        assertEquals(
                sentence,
                Run.of("tip", "--agents", "10", "--law", "normal:0,1", "--reprisal", reprisal, "--term", "cash")
                        .refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expiry --hazard 1                | --waiting must be given a value G, but was left out",
                "expiry --waiting 1               | --hazard must be given a value H, but was left out",
                "deadline --waiting 1             | --date must be given a value T, but was left out",
                "expiry --waiting -1 --hazard 1   | --waiting must be finite and >= 0 [per unit of time], but was -1",
                "expiry --waiting x --hazard 1    | --waiting must be a finite number [per unit of time], but was x",
                "expiry --waiting NaN --hazard 1  | --waiting must be a finite number [per unit of time], but was NaN",
                "expiry --waiting 1 --hazard -0.5 | --hazard must be finite and >= 0 [per unit of time], but was -0.5",
                "expiry --waiting 1 --hazard 1 --believed=-1 |"
                        + " --believed must be finite and >= 0 [per unit of time], but was -1",
                "expiry --waiting 0 --hazard 0    |"
                        + " --waiting and --hazard together must be finite and > 0 [per unit of time], but was 0.0",
                "expiry --waiting 0 --hazard 1 --believed 0 |"
                        + " --waiting and --believed together must be finite and > 0 [per unit of time], but was 0.0",
                "expiry --waiting 1e308 --hazard 1e308 |"
                        + " --waiting and --hazard together must be finite and > 0 [per unit of time],"
                        + " but was Infinity",
                "expiry --waiting 1 --hazard 1 --at -2 | --at must be finite and >= 0 [unit of time], but was -2",
                "expiry --waiting 1 --hazard 1 --at soon |"
                        + " --at must be a finite number [unit of time], but was soon",
                "deadline --waiting 0 --date 1    | --waiting must be finite and > 0 [per unit of time], but was 0",
                "deadline --waiting 1 --date 0    | --date must be finite and > 0 [unit of time], but was 0",
                "deadline --waiting 1 --date -3   | --date must be finite and > 0 [unit of time], but was -3",
                "deadline --waiting 1 --date inf  | --date must be a finite number [unit of time], but was inf"
            })
    void ofATime(String line, String sentence) {
        assertEquals(
                sentence,
                Run.line(line + " --law uniform:0,1 --benefit 0.6 --reprisal 0.3")
                        .refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.6  | fading:1 | --reprisal R must be a finite number [unit of the game], but was fading:1",
                "0.6  | 1,2,3    | --reprisal must be R or R,POWER, but was 1,2,3",
                "0.6  | -0.3     | --reprisal R must be finite and >= 0 [unit of the game], but was -0.3",
                "0.6  | 0.3,0    | --reprisal POWER must be finite and > 0 [exponent], but was 0",
                "0.6  | 0.3,     | --reprisal POWER must be a finite number [exponent], but was empty",
                "much | 0.3      | --benefit must be a finite number [unit of the game], but was much"
            })
    void ofABenefitOrAReprisal(String benefit, String reprisal, String sentence) {
        String[] game = {"--law=uniform:0,1", "--benefit=" + benefit, "--reprisal=" + reprisal, "--waiting=1"};
        assertEquals(
                sentence,
                Run.of("expiry", game[0], game[1], game[2], game[3], "--hazard=1")
                        .refusal());
        assertEquals(
                sentence,
                Run.of("deadline", game[0], game[1], game[2], game[3], "--date=1")
                        .refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "2.5", "many", "3000000000", "1e99", "1e999999999", "NaN", "1/2"})
    void ofANumberOfAgents(String agents) {
        assertEquals(
                "--agents must be an integer from 1 to 2147483647 [soldiers], but was " + agents,
                Run.of("solve", "--agents", agents, "--law", "normal:0,1", "--reprisal", "fading:1")
                        .refusal());
    }

    @Test
    void ofATerm() {
        assertEquals(
                "--term must be cash, refuge, credibility, reach or escrow, but was bonus",
                Run.line("tip --agents 10 --law normal:0,1 --reprisal fading:1 --term bonus")
                        .refusal());
    }

    @Test
    void ofACostInAFile(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("costs.txt");
        String[][] cases = {
            {"0.1\nNaN\n", "line 2, column 1", "NaN"},
            {"0.1\n\n#\n  0.2x\n", "line 4, column 6", "0.2x"},
            {"1/0", "line 1, column 1", "1/0"},
            {"1 2", "line 1, column 1", "1 2"}
        };
        for (String[] one : cases) {
            Files.writeString(file, one[0]);
            assertEquals(
                    "cost at " + one[1] + " of " + file + " must be a finite number [unit of the game], but was "
                            + one[2],
                    Run.of("tipping", "--law", "file:" + file, "--slope", "1").refusal());
        }
        Files.writeString(file, "# none\n");
        assertEquals(
                file + " must hold at least 1 cost [count], but was without data",
                Run.of("tipping", "--law", "file:" + file, "--slope", "1").refusal());
    }

    @Test
    void staysOnOneLineWhateverItQuotes() {
        assertEquals(
                "--law must be " + LAWS + ", but was a\\u000ab\\u001b\\u2028" + "c".repeat(75) + "...",
                Run.of("equilibria", "--law", "a\nb\u001b\u2028" + "c".repeat(1000), "--gain", "0,1")
                        .refusal());
    }
}
