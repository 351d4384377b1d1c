using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>A target as a mixture of units of the corpus.</summary>
/// <remarks>Windows of two units, the root of a Hann window. The target is taken in stretches, each with templates of its own.</remarks>
internal sealed class BeeChoice
{
    private const int Stretch = 600, Context = 12, MostTemplates = 1500;
    private const double LeastPart = 0.01;

    private readonly Corpus _corpus;
    private readonly TargetMatch _match;
    private readonly SelectionOptions _options;
    private readonly float[] _window;

    public BeeChoice(Corpus corpus, TargetMatch match, SelectionOptions options)
    {
        (_corpus, _match, _options) = (corpus, match, options);
        int length = match.Target.Sound.Length
            ?? throw new SelectionException("The method bee mixes units that are all as long as each other: frames or grains.");
        _window = Windows.Hann(2 * length);
        TensorPrimitives.Sqrt<float>(_window, _window);
    }

    /// <summary>What sounds, in every unit of the target.</summary>
    public IReadOnlyList<Activation> Choose(CancellationToken cancel)
    {
        List<Activation> all = [];
        for (int start = 0; start < _match.Target.Count; start += Stretch)
        {
            int end = Math.Min(_match.Target.Count, start + Stretch);
            int from = Math.Max(0, start - Context), to = Math.Min(_match.Target.Count, end + Context);
            all.AddRange(Mixture(from, to, cancel).Where(part => part.Target >= start && part.Target < end));
        }

        return all;
    }

    private List<Activation> Mixture(int from, int to, CancellationToken cancel)
    {
        int[] units = Templates(from, to);
        float[] templates = new float[units.Length * Analysis.Bands], lengths = new float[units.Length];
        Parallel.For(0, units.Length, k =>
        {
            CorpusSource source = _corpus.Sources[_corpus.SourceOf(units[k])];
            Span<float> row = templates.AsSpan(k * Analysis.Bands, Analysis.Bands);
            Magnitudes(source.Sound, units[k] - source.FirstUnit, row);
            lengths[k] = BandSpectrum.Normalise(row);
        });
        var spectra = new float[(to - from) * Analysis.Bands];
        Parallel.For(from, to, t => Magnitudes(_match.Target.Sound, t, spectra.AsSpan((t - from) * Analysis.Bands, Analysis.Bands)));
        float[] h = new BeeFactors(units, templates, _corpus.SourceOf, _options.Bee).Run(spectra, _options.Seed, cancel);
        return Strongest(h, units, lengths, from);
    }

    private List<Activation> Strongest(float[] h, int[] units, float[] lengths, int from)
    {
        List<Activation> parts = [];
        for (int t = 0; t < h.Length / units.Length; t++)
        {
            ReadOnlySpan<float> own = h.AsSpan(t * units.Length, units.Length);
            var best = new BestList(Math.Min(_options.Bee.Polyphony, units.Length));
            best.Offer(own, 0);
            float least = (float)(LeastPart * TensorPrimitives.Max(own));
            foreach (int k in best.Units)
            {
                if (own[k] > least && own[k] > 1e-7f && lengths[k] > 1e-7f)
                    parts.Add(new(from + t, units[k], own[k] / lengths[k], own[k]));
            }
        }

        return parts;
    }

    /// <summary>The units that may sound in a stretch: its best candidates, and what lies around them in their sources.</summary>
    private int[] Templates(int from, int to)
    {
        HashSet<int> units = [];
        int[][] ranked = [.. Enumerable.Range(from, to - from).Select(Ranked)];
        for (int rank = 0; rank < _match.Table.Width && units.Count < MostTemplates; rank++)
        {
            foreach (int[] candidates in ranked)
            {
                if (rank < candidates.Length && units.Count < MostTemplates)
                    Surround(candidates[rank], rank == 0 ? _options.Bee.Continuity : 0, units);
            }
        }

        return [.. units.Order()];
    }

    private void Surround(int unit, int side, HashSet<int> units)
    {
        CorpusSource source = _corpus.Sources[_corpus.SourceOf(unit)];
        for (int near = Math.Max(source.FirstUnit, unit - side); near <= unit + side && near < source.FirstUnit + source.Units; near++)
            units.Add(near);
    }

    private int[] Ranked(int t) =>
    [
        .. Enumerable.Range(_match.Table.PlaceOf(t), _match.Table.CountOf(t))
            .OrderByDescending(place => _match.Table.Utility[place]).Select(place => _match.Table.Units[place]),
    ];

    /// <summary>Magnitudes of the bands of a unit with half of what lies before and after.</summary>
    private void Magnitudes(UnitSound sound, int unit, Span<float> bands)
    {
        var samples = new float[_window.Length];
        sound.Read(unit, samples, -_window.Length / 4.0 / Analysis.SampleRate);
        BandSpectrum.Powers(samples, _window, bands);
        TensorPrimitives.Sqrt(bands, bands);
    }
}
