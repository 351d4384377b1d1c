"""What the peers of figures share: matplotlib on memory, seconds of each frame."""
import json
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


def serve(frames, draw):
    draw(0)
    print(json.dumps({"ready": matplotlib.__version__}), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        for n in range(frames):
            draw(n)
        print(json.dumps({"seconds": (time.perf_counter() - start) / frames}), flush=True)
