#!/bin/sh
# One equilibrium of the same games by this library (exact, proven) and by QuantEcon (doubles; on numba, apt install python3-numba), whose
# package must be importable. Usage: one-nash.sh [GAMES] [SIZES]
# Build benchmarks/target/benchmarks.jar first. CPU seconds; each program on one thread. PYTHON names the interpreter, python3 if not set.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
games=$(mktemp -d)
trap 'rm -r "$games"' EXIT
# shellcheck disable=SC2086
java -cp "$here/../target/benchmarks.jar" io.github.breakranks.benchmarks.OneNashBeside "$games" "${1:-10}" ${2:-100 200 500 1000}
OMP_NUM_THREADS=1 "${PYTHON:-python3}" "$here/one-nash.py" "$games"
