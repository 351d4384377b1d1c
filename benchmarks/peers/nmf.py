"""nmf.py FOLDER [loss]: scikit-learn's factorisation; with "loss" its error instead of its time."""
import sys
import warnings

import sklearn
import sklearn.decomposition

from peer import load, serve

warnings.filterwarnings("ignore")
mel = load("mel.f32", 128)
solver = sklearn.decomposition.NMF(16, random_state=0)


def loss():
    solver.fit(mel)
    return float(solver.reconstruction_err_)


if "loss" in sys.argv:
    serve(sklearn.__version__, loss, measures=True)
else:
    serve(sklearn.__version__, lambda: solver.fit_transform(mel))
