"""A classifier that learns two moons, by scikit-learn, matplotlib and MoviePy: movie_moons.py FILE. The whole process counts."""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import moviepy
import numpy as np
from sklearn import svm
from sklearn.datasets import make_moons

points, classes = make_moons(50, noise=0.1, random_state=2)
figure, axes = plt.subplots(1, figsize=(4, 4), facecolor="white")
figure.subplots_adjust(left=0, right=1, bottom=0)
columns, rows = np.meshgrid(np.linspace(-2, 3, 500), np.linspace(-1, 2, 500))


def draw(t):
    axes.clear()
    axes.axis("off")
    axes.set_title("SVC classification", fontsize=16)
    weights = np.minimum(1, np.maximum(0, t**2 + 10 - np.arange(50)))
    classifier = svm.SVC(gamma=2, C=1).fit(points, classes, sample_weight=weights)
    decision = classifier.decision_function(np.c_[columns.ravel(), rows.ravel()]).reshape(columns.shape)
    axes.contourf(columns, rows, decision, cmap=plt.cm.bone, alpha=0.8, vmin=-2.5, vmax=2.5, levels=np.linspace(-2, 2, 20))
    axes.scatter(points[:, 0], points[:, 1], c=classes, s=50 * weights, cmap=plt.cm.bone)
    figure.canvas.draw()
    return np.asarray(figure.canvas.buffer_rgba())[:, :, :3]


moviepy.VideoClip(draw, duration=7).write_gif(sys.argv[1], fps=15, logger=None)
