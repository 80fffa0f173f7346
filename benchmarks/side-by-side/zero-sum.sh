#!/bin/sh
# The same zero-sum games by this library and by HiGHS (scipy: apt install python3-scipy). Usage: zero-sum.sh [SIZE]
# Build benchmarks/target/benchmarks.jar first. CPU seconds; each program on one thread.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
games=$(mktemp -d)
trap 'rm -r "$games"' EXIT
java -cp "$here/../target/benchmarks.jar" io.github.breakranks.benchmarks.ZeroSumCpu "$games" "${1:-500}"
OMP_NUM_THREADS=1 python3 "$here/zero-sum.py" "$games"
