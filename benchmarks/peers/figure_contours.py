import numpy as np

from figure import plt, serve

rows, columns = np.mgrid[:500, :500]
figure, axes = plt.subplots(1, figsize=(4, 4), facecolor="white")
figure.subplots_adjust(left=0, right=1, bottom=0, top=1)

fields = [2 * np.sin(columns / 60 + n) * np.cos(rows / 45) + 0.3 * np.sin(rows * columns / 20_000) for n in range(3)]


def draw(n):
    axes.clear()
    axes.axis("off")
    axes.contourf(fields[n], cmap=plt.cm.bone, alpha=0.8, levels=np.linspace(-2, 2, 21))
    figure.canvas.draw()
    np.asarray(figure.canvas.buffer_rgba())


serve(3, draw)
