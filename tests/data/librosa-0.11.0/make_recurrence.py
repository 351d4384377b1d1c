"""Makes the similarity matrices beside this file with librosa 0.11.0 of golden/lap_Csync.npy: python3 make_recurrence.py"""
import os

import librosa
import numpy

here = os.path.dirname(os.path.abspath(__file__))
beats = numpy.load(os.path.join(here, "..", "golden", "lap_Csync.npy"))
even, odd = beats[:, ::2], beats[:, 1::2]


def save(name, matrix):
    numpy.save(os.path.join(here, name + ".npy"), numpy.asarray(matrix, dtype=numpy.float32))


for rule in ("med_k_scalar", "mean_k", "gmean_k", "mean_k_avg", "gmean_k_avg", "mean_k_avg_and_pair"):
    save(f"recurrence_{rule}", librosa.segment.recurrence_matrix(even, k=5, mode="affinity", bandwidth=rule))
save("recurrence_distance", librosa.segment.recurrence_matrix(even, width=3, mode="distance", sym=True))
save("recurrence_self", librosa.segment.recurrence_matrix(even, k=5, mode="affinity", bandwidth=20, self=True))
for mode in ("connectivity", "distance", "affinity"):
    save(f"cross_{mode}", librosa.segment.cross_similarity(odd, even, k=5, mode=mode))
