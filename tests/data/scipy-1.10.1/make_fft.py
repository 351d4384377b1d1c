"""Makes the golden transforms beside this file: scipy.fft.rfft of the first n numbers of fft_x.npy."""
import os

import numpy as np
import scipy.fft

here = os.path.dirname(os.path.abspath(__file__))
x = np.random.default_rng(20).standard_normal(4093)
np.save(os.path.join(here, "fft_x.npy"), x)
for n in (1, 2, 3, 7, 12, 31, 97, 509, 1000, 1155, 2048, 4093):
    y = scipy.fft.rfft(x[:n])
    np.save(os.path.join(here, f"rfft_{n}.npy"), np.stack([y.real, y.imag]))
