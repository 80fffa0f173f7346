#!/bin/sh
# All extreme equilibria of games of two players beside lrsnash (Avis, Rosenberg, Savani and von Stengel 2010; package lrslib of Debian), on
# the same games in the same run. First whether they agree, on random games and on games full of ties; then CPU seconds on random games of
# n against n with payoffs from 0 to 999. Both use one thread and whole numbers or bounds that cover every rounding. "first" is what the
# process spends on its first solution with everything that is compiled for it, "again" what the thread spends on the next; the first game
# of a size also pays for what the virtual machine learns.
#
#   mvn -q package -DskipTests -pl core,benchmarks
#   benchmarks/side-by-side/all-nash.sh [GAMES] [TIMED] [SIZES]
#
# GAMES: 1000 random and as many with ties; TIMED: 5 games a size; SIZES: "12 14". The files are made in a temporary folder and removed.
set -eu

games=${1:-1000}
timed=${2:-5}
sizes=${3:-12 14}
jar=$(dirname "$0")/../target/benchmarks.jar
if ! command -v lrsnash > /dev/null; then
    echo "lrsnash must be on the PATH, but was not found: apt install lrslib" >&2
    exit 2
fi
if [ ! -f "$jar" ]; then
    echo "benchmarks.jar must be built first: mvn -q package -DskipTests -pl core,benchmarks" >&2
    exit 2
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ours() {
    java -Xmx2g -XX:+UseSerialGC -cp "$jar" io.github.breakranks.benchmarks.AllNashBeside "$@" "$folder"
}

echo "date     $(date -u +%Y-%m-%d)"
echo "machine  $(awk -F': *' '/model name/ { print $2; exit }' /proc/cpuinfo), $(getconf _NPROCESSORS_ONLN) processors"
echo "java     $(java -version 2>&1 | awk 'NR == 2')"
echo "command  all-nash.sh $games $timed '$sizes'"
echo
ours agree "$games"
echo
printf '%4s %4s %12s %9s %9s %9s %9s %9s\n' n game equilibria lrsnash first again ratio ratio
for size in $sizes; do
    ours time "$size" "$timed"
done
