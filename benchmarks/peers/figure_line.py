import numpy as np

from figure import plt, serve

figure, axes = plt.subplots(1, figsize=(5, 3), facecolor="white")
x = np.linspace(-2, 2, 200)
axes.set_title("Elevation in y=0")
axes.set_ylim(-1.5, 2.5)
(line,) = axes.plot(x, np.sinc(x**2) + np.sin(x), lw=3)


def draw(n):
    line.set_ydata(np.sinc(x**2) + np.sin(x + np.pi * n / 20))
    figure.canvas.draw()
    np.asarray(figure.canvas.buffer_rgba())


serve(40, draw)
