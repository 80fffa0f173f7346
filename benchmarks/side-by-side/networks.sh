#!/bin/sh
# Full cascades on a network beside the breadth-first search of the GAP benchmark suite (Beamer, Asanovic and Patterson 2015), on the same
# graph files in the same run. A cascade must count over every link, so the fair peer goes top-down only: its direction-optimising switch
# compiled out.
#
#   mvn -q package -DskipTests -pl core,benchmarks
#   benchmarks/side-by-side/networks.sh PEER [AGENTS] [TRIALS]
#
# PEER: its binary; AGENTS: 1000000; TRIALS: best of so many, 16. The files are made in a temporary folder and removed.
set -eu

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
    echo "PEER must be a program that can be run, but was '${1:-}'; usage: $0 PEER [AGENTS] [TRIALS]" >&2
    exit 2
fi
peer=$1
agents=${2:-1000000}
trials=${3:-16}
jar=$(dirname "$0")/../target/benchmarks.jar
if [ ! -f "$jar" ]; then
    echo "benchmarks.jar must be built first: mvn -q package -DskipTests -pl core,benchmarks" >&2
    exit 2
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ours() {
    java -Xmx4g -XX:+UseParallelGC -cp "$jar" io.github.breakranks.benchmarks.NetworkCpu "$@"
}

# best time of the peer's trials, all from agent 0 [ns a link of those reached]
theirs() {
    OMP_NUM_THREADS=$2 "$peer" -f "$folder/$1.sg" -n "$trials" -r 0 -a |
        awk '/Trial Time/ { if (!best || $3 < best) best = $3 }
            /BFS Tree has/ { links = $7 }
            END { printf "%.2f", best * 1e9 / links }'
}

echo "date     $(date -u +%Y-%m-%d)"
echo "machine  $(awk -F': *' '/model name/ { print $2; exit }' /proc/cpuinfo), $(getconf _NPROCESSORS_ONLN) processors"
echo "java     $(java -version 2>&1 | awk 'NR == 2')"
echo "command  networks.sh $(basename "$peer") $agents $trials"
echo
echo "ns a link, best of $trials trials, wall clock; cascade: 1% at the start, a tenth of those watched needed"
printf '%-9s %8s %10s %10s %7s %8s %8s %7s %10s\n' graph threads links peer cascade ratio 'cpu' checked 'ratio'
for graph in ba uniform army; do
    links=$(ours write "$graph" "$agents" "$folder/$graph.sg")
    for threads in 1 2; do
        peers=$(theirs "$graph" "$threads")
        ours run "$folder/$graph.sg" "$threads" "$trials" |
            awk -v graph="$graph" -v threads="$threads" -v links="$links" -v peer="$peers" '{
                printf "%-9s %8d %10d %10.2f %7.2f %8.2f %8.2f %7.2f %10.2f\n",
                    graph, threads, links, peer, $1, $1 / peer, $2, $3, $3 / peer }'
    done
done
