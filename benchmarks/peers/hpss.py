import librosa

from peer import load, serve

samples = load("song.f32")


def job():
    harmonic, percussive = librosa.decompose.hpss(librosa.stft(samples))
    librosa.istft(harmonic, length=len(samples))
    librosa.istft(percussive, length=len(samples))


serve(librosa.__version__, job)
