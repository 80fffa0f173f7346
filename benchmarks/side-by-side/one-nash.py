"""Solves the games that OneNashBeside wrote by QuantEcon's Lemke-Howson, restarted every ten pivots: CPU seconds, and the regret in doubles."""

import glob
import sys
import time

import numpy
from quantecon.game_theory import NormalFormGame, Player, lemke_howson


def order(file):
    size, number = file.rsplit("/", 1)[1][:-3].split("-")
    return int(size), int(number)


def solved(file):
    size, number = order(file)
    payoffs = numpy.fromfile(file, dtype=">f8").astype(float).reshape(2, size, size)
    game = NormalFormGame((Player(payoffs[0].copy()), Player(payoffs[1].T.copy())))
    start = time.process_time()
    (row, column), result = lemke_howson(game, max_iter=10**6, capping=10, full_output=True)
    spent = time.process_time() - start
    first, second = payoffs[0] @ column, row @ payoffs[1]
    regret = max(first.max() - row @ first, second.max() - second @ column)
    return size, number, spent, result, regret


files = sorted(glob.glob(sys.argv[1] + "/*.f8"), key=order)
solved(files[0])  # what numba compiles is not counted
for file in files:
    size, number, spent, result, regret = solved(file)
    print(f"QuantEcon   n {size:4d}  game {number:2d}  {spent:.4f} s  {result.num_iter} pivots"
          f"  converged {result.converged}  regret {regret:.1e}")
