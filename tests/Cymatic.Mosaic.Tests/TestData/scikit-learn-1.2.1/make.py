#!/usr/bin/env python3
"""Makes seed-*.npy: for each frame of a target the nearest frame of a corpus, as the script of "Concatenative Synthesis Experiments" chooses.

  /usr/bin/python3 make.py ../../../data/golden/song40s_22k.wav     (Debian 12: matplotlib 3.6.3, scikit-learn 1.2.1, numpy 1.24.2)

The golden song at 22,050 Hz, each sample twice, is the left channel at 44.1 kHz; the right one is the same seven samples later. The corpus
is the first 12 s of it, the target 20 s to 26 s at 0.7 of the level."""
import os, sys
import numpy as np
from matplotlib import mlab
from scipy.io import wavfile
from sklearn.neighbors import NearestNeighbors

RATE, NEAR = 44100, 16000


def moviepy_frame(sound, duration, start, frame):
    """What MoviePy 1.0.3 gives for subclip(start, start + frame).to_soundarray(fps=16000), as one channel."""
    t = np.arange(0, start + frame - start, 1.0 / NEAR) + start
    inside = (t >= 0) & (t < duration)
    out = np.zeros((len(t), 2))
    at = np.minimum(np.round(RATE * t).astype(int)[inside], len(sound) - 1)
    out[inside] = sound[at]
    return np.mean(out, axis=1)


def spectra(sound, fps):
    frame, duration = 1.0 / fps, len(sound) / RATE
    rows = []
    for start in np.arange(0, duration - frame, frame):
        p, _, _ = mlab.specgram(moviepy_frame(sound, duration, start, frame), NFFT=512, Fs=NEAR, window=mlab.window_hanning,
                                noverlap=440, detrend="mean")
        rows.append(p.flatten())
    return np.array(rows)


if __name__ == "__main__":
    _, song = wavfile.read(sys.argv[1])
    left = np.repeat(song.astype(np.float64) / 32768, 2)
    both = np.stack([left, np.concatenate([np.zeros(7), left[:-7]])], axis=1)
    corpus, target = both[:12 * RATE], 0.7 * both[20 * RATE:26 * RATE]
    for name, fps in (("24", 24.0), ("25", 25.0), ("30", 30.0), ("29.97", 30 * (1000.0 / 1001.0))):
        found = NearestNeighbors(n_neighbors=1).fit(spectra(corpus, fps)).kneighbors(spectra(target, fps))[1][:, 0]
        np.save(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"seed-{name}.npy"), found.astype(np.int32))
        print(name, len(found), len(set(found)))
