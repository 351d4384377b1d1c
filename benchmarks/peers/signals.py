"""What librosa, MNE, SciPy and scikit-learn take for the analysis of sounds and recordings: signals.py FOLDER CASE [NUMBER]."""
import sys
import warnings

from peer import load, serve

warnings.filterwarnings("ignore")
CASE = sys.argv[2]
NUMBER = int(sys.argv[3]) if len(sys.argv) > 3 else 0
FEATURES = (
    "melspectrogram", "mfcc", "chroma_stft", "spectral_centroid", "spectral_bandwidth", "spectral_rolloff", "spectral_contrast",
    "spectral_flatness", "rms", "zero_crossing_rate", "tonnetz", "chroma_cqt", "tempogram",
)


def rfft():
    import scipy
    import scipy.fft

    frames = load("frames.f32", NUMBER)
    return scipy.__version__, lambda: scipy.fft.rfft(frames, axis=1, workers=1)


def sounds():
    import librosa
    import numpy

    samples, rate = load("song.f32"), 22050

    def features():
        for name in FEATURES:
            options = {} if name in ("spectral_flatness", "rms", "zero_crossing_rate") else {"sr": rate}
            getattr(librosa.feature, name)(y=samples, **options)

    return librosa.__version__, {
        "stft": lambda: librosa.stft(samples),
        "mel": lambda: librosa.feature.melspectrogram(y=samples, sr=rate),
        "mfcc": lambda: librosa.feature.mfcc(y=samples, sr=rate),
        "cqt": lambda: numpy.abs(librosa.cqt(y=samples, sr=rate, bins_per_octave=36, n_bins=252)),
        "beats": lambda: librosa.beat.beat_track(y=samples, sr=rate),
        "features": features,
        "pyin": lambda: librosa.pyin(samples[: 30 * rate], fmin=65, fmax=2093, sr=rate),
    }[CASE]


def recurrence():
    import librosa
    import scipy.ndimage

    beats = load("beats.f32", NUMBER).T
    median = librosa.segment.timelag_filter(scipy.ndimage.median_filter)
    return librosa.__version__, lambda: median(
        librosa.segment.recurrence_matrix(beats, width=3, mode="affinity", sym=True), size=(1, 7))


def seed():
    import mne
    import numpy
    from mne.time_frequency.tfr import _compute_tfr

    mne.set_log_level("ERROR")
    samples = load("seed.f32").astype("f8")
    frequencies = numpy.logspace(numpy.log10(400), numpy.log10(6000), 10)[:9]
    return mne.__version__, {
        "resample": lambda: mne.filter.resample(samples, 11025, 44100, npad="auto"),
        "morlet": lambda: _compute_tfr(samples.reshape([1, 1, -1]), frequencies, sfreq=11025.0, decim=400),
    }[CASE[5:]]


def eeg():
    import mne
    import numpy

    mne.set_log_level("ERROR")
    channels, rate = load("eeg.f32").reshape(64, -1).astype("f8"), 256.0
    frequencies = numpy.linspace(4, 40, 20)
    return mne.__version__, {
        "band": lambda: mne.filter.filter_data(channels, rate, 1, 40),
        "notch": lambda: mne.filter.notch_filter(channels, rate, 50),
        "iir": lambda: mne.filter.filter_data(channels, rate, None, 40, method="iir"),
        "resample": lambda: mne.filter.resample(channels, 128, 256),
        "morlet": lambda: mne.time_frequency.tfr_array_morlet(
            channels[None, :8], rate, frequencies, n_cycles=7, decim=4, output="power"),
        "welch": lambda: mne.time_frequency.psd_array_welch(channels, rate, n_fft=512),
    }[CASE[4:]]


def eigen():
    import scipy
    import scipy.linalg

    matrix = load("matrix.f32", NUMBER).astype("f8")
    return scipy.__version__, lambda: scipy.linalg.eigh(matrix, subset_by_index=[0, 9])


whose = {"rfft": rfft, "recurrence": recurrence, "eigen": eigen, "seed": seed, "eeg": eeg}
serve(*whose.get(CASE.split("-")[0], sounds)())
