"""Makes the clustering numbers beside this file with scipy 1.10.1: python3 make.py"""
import os
import numpy as np
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(5)
centres = rng.normal(0, 4, (9, 6))
points = np.concatenate([centres[rng.integers(0, 9, 61)] + rng.normal(0, 1, (61, 6)), rng.normal(0, 3, (12, 6))])
distances = pdist(points).astype(np.float32)
save = lambda name, a: np.save(os.path.join(here, name + ".npy"), a)
save("distances", distances)
for method in ("single", "complete", "average", "ward", "weighted", "centroid", "median"):
    tree = hierarchy.linkage(distances.astype(np.float64), method)
    save(method + "_heights", tree[:, 2])
    cuts = [np.quantile(tree[:, 2], q) for q in (.2, .5, .8, .95)]
    save(method + "_cut_heights", np.array(cuts))
    save(method + "_cuts", np.stack([hierarchy.fcluster(tree, c, "distance") for c in cuts]).astype(np.int32))
    order = hierarchy.leaves_list(hierarchy.optimal_leaf_ordering(tree, distances.astype(np.float64)))
    full = hierarchy.distance.squareform(distances)
    save(method + "_optimal_cost", np.array([full[order[:-1], order[1:]].astype(np.float64).sum()]))
