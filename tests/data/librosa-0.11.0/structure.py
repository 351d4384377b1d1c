"""Makes fishin-structure.json: the Laplacian segmentation of librosa's example, as numbers.

    PYTHONPATH=librosa-0.11.0 python3 structure.py ../songs/fishin.ogg fishin-structure.json

Edges are frames of 512 samples at 22,050 Hz: 0, the beats, and the number of frames. Labels are one letter for each stretch between
edges. The example itself takes beats[i] for the start of stretch i, a beat late; edges[i] is where util.sync begins it.
"""
import json
import sys

import librosa
import numpy as np
import scipy.linalg
import scipy.ndimage
import scipy.sparse.csgraph
import sklearn.cluster

y, sr = librosa.load(sys.argv[1])
tempo, beats = librosa.beat.beat_track(y=y, sr=sr, trim=False)
levels = librosa.amplitude_to_db(np.abs(librosa.cqt(y=y, sr=sr, bins_per_octave=36, n_bins=252)), ref=np.max)
recurrence = librosa.segment.recurrence_matrix(
    librosa.util.sync(levels, beats, aggregate=np.median), width=3, mode="affinity", sym=True)
filtered = librosa.segment.timelag_filter(scipy.ndimage.median_filter)(recurrence, size=(1, 7))
mfcc = librosa.util.sync(librosa.feature.mfcc(y=y, sr=sr), beats)
distance = np.sum(np.diff(mfcc, axis=1) ** 2, axis=0)
near = np.exp(-distance / np.median(distance))
path = np.diag(near, k=1) + np.diag(near, k=-1)
along, recurring = path.sum(axis=1), filtered.sum(axis=1)
mix = along.dot(along + recurring) / np.sum((along + recurring) ** 2)
values, vectors = scipy.linalg.eigh(scipy.sparse.csgraph.laplacian(mix * filtered + (1 - mix) * path, normed=True))
vectors = scipy.ndimage.median_filter(vectors, size=(9, 1))
norms = np.cumsum(vectors**2, axis=1) ** 0.5
result = {
    "tempo": float(np.atleast_1d(tempo)[0]),
    "edges": [int(edge) for edge in librosa.util.fix_frames(beats, x_min=0, x_max=levels.shape[1])],
    "mix": float(mix),
    "eigenvalues": [float(value) for value in values[:12]],
    "labels": {},
}
for k in (2, 3, 4, 5, 6, 8):
    points = vectors[:, :k] / norms[:, k - 1 : k]
    labels = sklearn.cluster.KMeans(n_clusters=k, n_init=20, random_state=0).fit_predict(points)
    result["labels"][k] = "".join(chr(ord("A") + label) for label in labels)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write(json.dumps(result) + "\n")
