import io.github.breakranks.*;
import io.github.breakranks.answer.*;
import io.github.breakranks.cascade.*;
import io.github.breakranks.equilibrium.*;
import io.github.breakranks.game.*;
import io.github.breakranks.network.*;
import io.github.breakranks.offer.*;
import io.github.breakranks.population.*;
import static io.github.breakranks.Breakranks.*;
