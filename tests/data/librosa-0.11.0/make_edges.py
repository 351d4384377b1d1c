"""Makes the numbers beside this file with librosa 0.11.0 of golden/signal5s_22k.wav: python3 make_edges.py"""
import os

import librosa
import numpy
from scipy.io import wavfile

here = os.path.dirname(os.path.abspath(__file__))
rate, samples = wavfile.read(os.path.join(here, "..", "golden", "signal5s_22k.wav"))
samples = (samples / 32768).astype(numpy.float32)


def save(name, frames):
    numpy.save(os.path.join(here, name + ".npy"), frames.astype(numpy.float32))


def ends(frames):
    return numpy.concatenate([frames[:, :4], frames[:, -4:]], axis=1)


for window in ("hann", "hamming", "blackman", "boxcar"):
    for mode in ("constant", "reflect", "edge"):
        spectrum = librosa.stft(samples, n_fft=512, hop_length=128, window=window, pad_mode=mode)
        save(f"stft_{window}_{mode}", ends(numpy.abs(spectrum)))
for mode in ("reflect", "edge"):
    save(f"cqt_{mode}", ends(numpy.abs(librosa.cqt(samples, sr=rate, pad_mode=mode))))
    save(f"rms_{mode}", librosa.feature.rms(y=samples, pad_mode=mode)[0])
    save(f"yin_{mode}", librosa.yin(samples, fmin=65.4064, fmax=2093.0045, sr=rate, pad_mode=mode))
