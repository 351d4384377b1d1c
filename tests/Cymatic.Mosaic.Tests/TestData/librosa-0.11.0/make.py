#!/usr/bin/env python3
"""Makes features.npy and nearest-*.npy: features of short units by librosa, and the units that scikit-learn finds nearest by them.

  PYTHONPATH=LIBROSA /usr/bin/python3 make.py ../../../data/golden/song40s_22k.wav   (librosa 0.11.0, scikit-learn 1.2.1, numpy 1.24.2)

The golden song's samples, rounded to 16-bit floats, are taken for samples at 24 kHz; a unit has 960 of them (25 a second). The corpus is two
sources, seconds 0 to 6 and 6 to 12; the target is seconds 20 to 26. A spectrum is that of the unit under a periodic Hann window, padded to
1,000 samples; of it the bins from 48 to 10,056 Hz, the strongest being 1."""
import os, sys
import numpy as np
import librosa
from scipy.io import wavfile
from scipy.signal import get_window
from sklearn.neighbors import NearestNeighbors

RATE, UNIT, NFFT = 24000, 960, 1000
LOW, HIGH = 2, 420
NAMES = [("mel", 40), ("mfcc", 12), ("chroma", 12), ("loudness", 1), ("centroid", 1), ("flatness", 1), ("f0", 1), ("onset", 1)]
RELATIVE = ("mel", "mfcc", "loudness")


def features(y):
    units = y[:len(y) // UNIT * UNIT].reshape(-1, UNIT)
    power = np.abs(np.fft.rfft(units * get_window("hann", UNIT), NFFT, axis=1)).T ** 2
    power[:LOW], power[HIGH:] = 0, 0
    power /= power.max(axis=0)
    bank = librosa.filters.mel(sr=RATE, n_fft=NFFT, n_mels=40, fmin=48, fmax=10056)
    mel = np.stack([librosa.power_to_db(column, ref=np.max, top_db=40) for column in (bank @ power).T], axis=1)
    magnitude, hz = np.sqrt(power[LOW:HIGH]), np.arange(LOW, HIGH) * RATE / NFFT
    level = 10 * np.log10(np.mean(units ** 2, axis=1))
    mels = bank @ (power / power.sum(axis=0) * 10 ** (level / 10))
    pairs = [librosa.power_to_db(mels[:, [max(0, i - 1), i]], amin=1e-20, top_db=40) for i in range(len(units))]
    onset = [librosa.onset.onset_strength(S=pair, lag=1, max_size=1, center=False)[1] for pair in pairs]
    f0 = [librosa.yin(u, fmin=65.4064, fmax=2093.0045, sr=RATE, frame_length=UNIT, hop_length=UNIT // 2, center=False)[0] for u in units]
    return dict(
        mel=(mel - mel.mean(axis=0)).T, mfcc=librosa.feature.mfcc(S=mel, n_mfcc=13)[1:].T,
        chroma=librosa.feature.chroma_stft(S=power, sr=RATE, n_fft=NFFT, tuning=0).T, loudness=level[:, None],
        centroid=np.log2(librosa.feature.spectral_centroid(S=magnitude, freq=hz)).T,
        flatness=10 * np.log10(librosa.feature.spectral_flatness(S=magnitude)).T, f0=np.log2(f0)[:, None],
        onset=np.array(onset)[:, None])


def space(parts, weights, reference=None):
    """Rows of the corpus (a list of sources), or of a target against the corpus."""
    columns = []
    for name, weight in weights.items():
        own = [part[name] for part in reference or parts]
        middle = np.concatenate(own).mean(axis=0)
        centred = np.concatenate([x - (x.mean(axis=0) if name in RELATIVE else middle) for x in own])
        deviation = np.sqrt(np.mean(np.sum(centred ** 2, axis=1)))
        rows = np.concatenate([x[name] - (x[name].mean(axis=0) if name in RELATIVE else middle) for x in parts])
        columns.append(rows * np.sqrt(weight) / deviation)
    return np.concatenate(columns, axis=1)


if __name__ == "__main__":
    _, song = wavfile.read(sys.argv[1])
    y = (song / np.float32(32768)).astype(np.float16).astype(np.float64)
    second = lambda a, b: features(y[a * RATE:b * RATE])
    corpus, target = [second(0, 6), second(6, 12)], [second(20, 26)]
    here = os.path.dirname(os.path.abspath(__file__))
    np.save(os.path.join(here, "features.npy"), np.concatenate([target[0][n] for n, _ in NAMES], axis=1).astype(np.float32))
    weights = dict(mel=1, chroma=0.5, f0=2)
    units, wanted = space(corpus, weights), space(target, weights, corpus)
    for metric in ("euclidean", "cosine"):
        distances, found = NearestNeighbors(n_neighbors=2, metric=metric, algorithm="brute").fit(units).kneighbors(wanted)
        tied = distances[:, 1] < 1.001 * distances[:, 0]  # rounded features may decide: -1
        np.save(os.path.join(here, f"nearest-{metric}.npy"), np.where(tied, -1, found[:, 0]).astype(np.int32))
        print(metric, len(set(found[:, 0])), "different,", np.sum(tied), "tied")
