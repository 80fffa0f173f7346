"""Solves the zero-sum games that ZeroSumCpu wrote with HiGHS, through scipy: value and CPU seconds, both forms of the program."""

import glob
import sys
import time

import numpy
from scipy.optimize import linprog

for file in sorted(glob.glob(sys.argv[1] + "/game*.f8")):
    payoffs = numpy.fromfile(file, dtype=">f8").astype(float)
    size = int(round(len(payoffs) ** 0.5))
    payoffs = payoffs.reshape(size, size)

    start = time.process_time()
    plain = linprog(
        numpy.append(numpy.zeros(size), -1.0),
        A_ub=numpy.hstack([-payoffs.T, numpy.ones((size, 1))]),
        b_ub=numpy.zeros(size),
        A_eq=numpy.append(numpy.ones(size), 0.0).reshape(1, -1),
        b_eq=[1.0],
        bounds=[(0, None)] * size + [(None, None)],
        method="highs",
    )
    middle = time.process_time()
    lift = 1 - payoffs.min()
    normal = linprog(-numpy.ones(size), A_ub=payoffs + lift, b_ub=numpy.ones(size), method="highs")
    end = time.process_time()
    name = file.rsplit("/", 1)[1][4:-3]
    print(f"HiGHS       game {name}  value {-plain.fun:.10f}  {middle - start:.3f} s"
          f"   normalised {1 / -normal.fun - lift:.10f}  {end - middle:.3f} s")
