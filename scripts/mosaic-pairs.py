#!/usr/bin/env python3
"""Makes pairs whose answer is known: a corpus of shuffled frames of a sound, and the sound itself degraded in several ways.

  python3 scripts/mosaic-pairs.py OUT NAME=FILE[@START] ...     (needs numpy, scipy and ffmpeg)

Of each file at most 10 s (240 frames of 24 a second, one channel at 48 kHz) become OUT/NAME/corpus.wav, truth.json and a WAV file for each
degradation. truth.json has "name", "fps", "n_frames", "target_to_corpus", "corpus_to_target"."""
import json, os, subprocess, sys
import numpy as np
from scipy import signal
from scipy.io import wavfile

RATE, FPS, FRAME, MOST = 48000, 24, 2000, 240


def read(path, start):
    raw = subprocess.run(["ffmpeg", "-v", "error", "-ss", str(start), "-i", path, "-vn", "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-"],
                         stdout=subprocess.PIPE, check=True).stdout
    return np.frombuffer(raw, np.float32).astype(np.float64)


def noise(y, snr_db, rng):
    return y + rng.standard_normal(len(y)) * np.sqrt(np.mean(y ** 2)) * 10 ** (-snr_db / 20)


def tilt(y, db_per_octave=3):
    f = np.fft.rfftfreq(len(y), 1 / RATE)
    gain = 10 ** (db_per_octave * np.log2(np.maximum(f, 20) / 1000) / 20)
    return np.fft.irfft(np.fft.rfft(y) * np.clip(gain, 0.03, 30), len(y))


def codec(y, folder, *arguments, rate=RATE, ext="mp3"):
    a, b = os.path.join(folder, "tmp.wav"), os.path.join(folder, "tmp." + ext)
    wavfile.write(a, RATE, y.astype(np.float32))
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", a, "-ar", str(rate), *arguments, b], check=True)
    out = read(b, 0)
    os.remove(a), os.remove(b)
    return np.pad(out, (0, max(0, len(y) - len(out))))[:len(y)]


def reverb(y, rng, seconds=0.6, wet=0.5):
    n = int(seconds * RATE)
    h = rng.standard_normal(n) * np.exp(-6.9 * np.arange(n) / n)
    h /= np.sqrt(np.sum(h ** 2))
    return y + wet * signal.fftconvolve(y, h)[:len(y)]


def shift(y, samples):
    return np.concatenate([np.zeros(samples), y])[:len(y)] if samples >= 0 else np.concatenate([y[-samples:], np.zeros(-samples)])


def phone(y):
    sos = signal.butter(4, [300, 3400], "bandpass", fs=RATE, output="sos")
    z = signal.sosfilt(sos, y)
    m = np.max(np.abs(z)) + 1e-9
    u = np.sign(z) * np.log1p(255 * np.abs(z) / m) / np.log(256)
    u = np.round(u * 127) / 127
    return np.sign(u) * np.expm1(np.abs(u) * np.log(256)) / 255 * m


def targets(y, folder, seed):
    rng = np.random.default_rng(seed)
    low = signal.resample_poly(signal.resample_poly(y, 147, 320), 320, 147)[:len(y)]
    return {
        "clean": y, "quiet": 0.1 * y, "hard": noise(0.5 * low, 20, rng), "noise10": noise(y, 10, rng), "noise0": noise(y, 0, rng),
        "tilt": tilt(y), "bass": tilt(y, -3), "phone": phone(y), "mp3": codec(y, folder, "-b:a", "64k"),
        "mp3low": codec(y, folder, "-b:a", "32k"), "shift10": shift(y, 480), "half": shift(y, FRAME // 2), "early": shift(y, -700),
        "reverb": reverb(y, rng), "combo": codec(noise(tilt(y), 15, rng), folder, "-b:a", "64k"),
    }


def make(out, name, path, start):
    folder = os.path.join(out, name)
    os.makedirs(folder, exist_ok=True)
    y = read(path, start)
    n = min(MOST, len(y) // FRAME)
    y = y[:n * FRAME]
    seed = sum(map(ord, name))
    order = np.random.default_rng(seed).permutation(n)  # corpus frame i is frame order[i] of the target
    corpus = y.reshape(n, FRAME)[order].ravel()
    wavfile.write(os.path.join(folder, "corpus.wav"), RATE, corpus.astype(np.float32))
    back = np.argsort(order)
    truth = dict(name=name, fps=FPS, n_frames=n, target_to_corpus=back.tolist(), corpus_to_target=order.tolist())
    json.dump(truth, open(os.path.join(folder, "truth.json"), "w"))
    for kind, t in targets(y, folder, seed).items():
        wavfile.write(os.path.join(folder, kind + ".wav"), RATE, t.astype(np.float32))
    print(name, n)


if __name__ == "__main__":
    for word in sys.argv[2:]:
        name, _, path = word.partition("=")
        path, _, start = path.partition("@")
        make(sys.argv[1], name, path, float(start or 0))
