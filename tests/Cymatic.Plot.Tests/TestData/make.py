"""Makes the arrays beside it with scikit-image 0.19.3 (BSD 3-clause) from a closed form: python3 make.py"""
import numpy as np
from skimage.measure import find_contours

rows, columns = np.mgrid[0:40, 0:50]
values = (np.sin(columns / 5.0) * np.cos(rows / 6.0) + 0.01 * columns).astype("<f4")
found = [find_contours(values.astype("f8"), level) for level in (-0.5, 0.2, 0.9)]
np.save("contour_values.npy", values)
np.save("contour_points.npy", np.array([(level, line, *point)
        for level, lines in enumerate(found) for line, points in enumerate(lines) for point in points]))
