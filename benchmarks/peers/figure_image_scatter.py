import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from figure import plt, serve

random = np.random.default_rng(4)
x, y = random.uniform(60, 540, (2, 64))
rows, columns = np.mgrid[:600, :600] / 600.0
colors = LinearSegmentedColormap.from_list("rg", ["red", "white", "green"])
figure, axes = plt.subplots(figsize=(10, 10))
axes.imshow(np.dstack([rows, columns, np.full_like(rows, 0.5)]))
axes.set_axis_off()
scatter = axes.scatter(x, y, s=100)


def draw(n):
    level = np.abs(np.sin(n / 20 + np.arange(64)))
    scatter.set_sizes((level * 100) ** 2)
    scatter.set_color(colors(level))
    figure.canvas.draw()
    np.asarray(figure.canvas.buffer_rgba())


serve(5, draw)
