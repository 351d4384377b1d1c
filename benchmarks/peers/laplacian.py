"""librosa's example of Laplacian segmentation, without its figures: in this process, or as a whole one of its own."""
import subprocess
import sys

from peer import load, serve


def segment(samples, rate, kinds=5):
    import librosa
    import numpy
    import scipy.linalg
    import scipy.ndimage
    import scipy.sparse.csgraph
    import sklearn.cluster

    levels = librosa.amplitude_to_db(numpy.abs(librosa.cqt(y=samples, sr=rate, bins_per_octave=36, n_bins=252)), ref=numpy.max)
    _, beats = librosa.beat.beat_track(y=samples, sr=rate, trim=False)
    median = librosa.util.sync(levels, beats, aggregate=numpy.median)
    recurrence = librosa.segment.recurrence_matrix(median, width=3, mode="affinity", sym=True)
    filtered = librosa.segment.timelag_filter(scipy.ndimage.median_filter)(recurrence, size=(1, 7))
    timbre = librosa.util.sync(librosa.feature.mfcc(y=samples, sr=rate), beats)
    distance = numpy.sum(numpy.diff(timbre, axis=1) ** 2, axis=0)
    near = numpy.exp(-distance / numpy.median(distance))
    path = numpy.diag(near, k=1) + numpy.diag(near, k=-1)
    along, recurring = path.sum(axis=1), filtered.sum(axis=1)
    mix = along.dot(along + recurring) / numpy.sum((along + recurring) ** 2)
    laplacian = scipy.sparse.csgraph.laplacian(mix * filtered + (1 - mix) * path, normed=True)
    vectors = scipy.ndimage.median_filter(scipy.linalg.eigh(laplacian)[1], size=(9, 1))
    norms = numpy.cumsum(vectors**2, axis=1) ** 0.5
    points = vectors[:, :kinds] / norms[:, kinds - 1 : kinds]
    return sklearn.cluster.KMeans(n_clusters=kinds, n_init=10, random_state=0).fit_predict(points)


if __name__ == "__main__":
    if sys.argv[2:3] == ["once"]:
        import librosa

        segment(*librosa.load(sys.argv[3]))
    elif sys.argv[2:3] == ["process"]:
        import librosa

        job = [sys.executable, __file__, sys.argv[1], "once", sys.argv[3]]
        serve(librosa.__version__, lambda: subprocess.run(job, check=True, stdout=subprocess.DEVNULL))
    else:
        import librosa

        samples = load("song.f32")
        serve(librosa.__version__, lambda: segment(samples, 22050))
