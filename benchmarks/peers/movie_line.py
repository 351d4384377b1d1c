"""A line that moves, drawn by matplotlib and written by MoviePy: movie_line.py FILE. The whole process counts."""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import moviepy
import numpy as np

DURATION = 2
figure, axes = plt.subplots(1, figsize=(5, 3), facecolor="white")
x = np.linspace(-2, 2, 200)
axes.set_title("Elevation in y=0")
axes.set_ylim(-1.5, 2.5)
(line,) = axes.plot(x, np.sinc(x**2) + np.sin(x), lw=3)


def draw(t):
    line.set_ydata(np.sinc(x**2) + np.sin(x + 2 * np.pi * t / DURATION))
    figure.canvas.draw()
    return np.asarray(figure.canvas.buffer_rgba())[:, :, :3]


clip = moviepy.VideoClip(draw, duration=DURATION)
if sys.argv[1].endswith(".gif"):
    clip.write_gif(sys.argv[1], fps=20, logger=None)
else:
    clip.write_videofile(sys.argv[1], fps=20, logger=None)
