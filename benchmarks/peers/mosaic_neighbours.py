"""The nearest of a million units of 64 features for 1,800 targets, by scikit-learn's brute force."""
import sklearn
from sklearn.neighbors import NearestNeighbors

import peer

model = NearestNeighbors(n_neighbors=1, algorithm="brute").fit(peer.load("units.f32", 64))
targets = peer.load("targets.f32", 64)
peer.serve("scikit-learn " + sklearn.__version__, lambda: model.kneighbors(targets))
