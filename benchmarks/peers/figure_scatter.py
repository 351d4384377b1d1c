import numpy as np

from figure import plt, serve

random = np.random.default_rng(5)
x, y = random.uniform(0, 1, (2, 10_000))
figure, axes = plt.subplots(figsize=(10, 10))
axes.set_xlim(0, 1)
axes.set_ylim(0, 1)
scatter = axes.scatter(x, y, s=50, alpha=0.8)


def draw(n):
    diameter = 10 + 6 * np.sin(np.arange(10_000) + n / 20)
    scatter.set_sizes((diameter * 0.72) ** 2)
    scatter.set_array(diameter)
    figure.canvas.draw()
    np.asarray(figure.canvas.buffer_rgba())


serve(3, draw)
