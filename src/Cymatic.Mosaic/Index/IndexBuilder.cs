using System.Globalization;

namespace Cymatic.Mosaic;

/// <summary>Makes an index, or adds to one. What was decoded stays when the work is broken off, and is not decoded again.</summary>
public sealed class IndexBuilder
{
    // What is heard while it is decoded is kept until the index is written, up to this; more is heard again from the sounds.
    private const long KeptBytes = 32 << 20;

    private readonly string _folder;
    private readonly Dictionary<string, HeardUnits> _heard = [];
    private long _budget = KeptBytes;
    private readonly Lock _gate = new();
    private readonly List<ManifestSource> _sources;
    private IndexManifest _manifest;

    private IndexBuilder(string folder, IndexManifest manifest) =>
        (_folder, _manifest, _sources) = (folder, manifest, [.. manifest.Sources]);

    /// <summary>The files that are in it.</summary>
    public IReadOnlyList<IndexedFile> Files
    {
        get
        {
            lock (_gate)
                return [.. _sources.Select(source => source.File)];
        }
    }

    /// <summary>How its units are cut.</summary>
    public CorpusOptions Options => CorpusIndex.Options(_manifest);

    /// <summary>Opens an index to add to it, or begins a new one in a folder that is empty or missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How units are cut; an index that is there was cut so already. Features are added to its own.</param>
    /// <exception cref="IndexException">It holds something else, or an index that was cut otherwise or is newer.</exception>
    /// <exception cref="ArgumentException">Specgrams are asked for of units that are no frames.</exception>
    public static IndexBuilder Open(string folder, CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        MeasuredFeatures.Check(options.Features, options.Units);
        IndexManifest wanted = ManifestOf(options);
        if (!CorpusIndex.IsIndex(folder))
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new IndexException($"{folder} is there already and is no index of a corpus; name another folder.");
            Directory.CreateDirectory(Path.Combine(folder, CorpusIndex.Sounds));
            CorpusIndex.Write(folder, wanted);
            return new(folder, wanted);
        }

        IndexManifest there = CorpusIndex.Read(folder);
        if (Cut(there) != Cut(wanted))
            throw new IndexException($"{folder} was cut otherwise ({Cut(there)}, not {Cut(wanted)}): name another folder, or delete it.");
        FeatureWeights kept = CorpusIndex.Options(there).Features;
        options = options with { Features = kept.With(options.Features) };
        bool isComplete = there.IsComplete && options.Features.Features.Count == kept.Features.Count;
        return new(folder, there with { Measured = ManifestFeature.Of(options), IsComplete = isComplete });
    }

    /// <summary>Adds a file; several threads may do so at once.</summary>
    /// <param name="file">What it is.</param>
    /// <param name="decode">Gives its sound in blocks: one channel of 24,000 samples a second.</param>
    /// <exception cref="ArgumentException">It gave no sample.</exception>
    public void Add(IndexedFile file, Action<SampleSink> decode)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(decode);
        string name = SoundOf(file);
        EarlyHearing? hearing = Hearing(file.Duration);
        long samples = HalfSound.Write(Path.Combine(_folder, name), decode, hearing);
        HeardUnits? heard = samples > 0 ? hearing?.Finish() : null;
        if (samples == 0)
        {
            File.Delete(Path.Combine(_folder, name));
            throw new ArgumentException($"{file.Path} gave no sample.", nameof(decode));
        }

        if (file.Duration <= 0)
            file = file with { Duration = (double)samples / Analysis.SampleRate };
        lock (_gate)
        {
            if (heard is not null)
                _heard[name] = heard;
            _sources.Add(new() { File = file, Sound = name });
            Save(isComplete: false);
        }
    }

    /// <summary>Whether the specgrams of a file are wanted and not there yet.</summary>
    public bool LacksSpecgrams(IndexedFile file) => Options.Features.Features.Contains(UnitFeature.Specgram)
        && !File.Exists(FeatureFiles.PathOf(_folder, UnitFeature.Specgram, SoundOf(file)));

    /// <summary>Adds the specgrams of a file that was added; several threads may do so at once.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sound">Its sound at 44.1 kHz.</param>
    public void AddSpecgrams(IndexedFile file, SeedSound sound)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sound);
        UnitOptions units = Options.Units;
        int known;
        lock (_gate)
            known = _sources.FirstOrDefault(source => source.Sound == SoundOf(file))?.Units ?? 0;
        int count = known > 0 ? known : UnitGrid.Of(units).WholeUnits(file.Duration);
        FeatureFiles.WriteSpecgrams(_folder, SoundOf(file), count, (sound, units));
    }

    /// <summary>Says that a file lies elsewhere now.</summary>
    public void Relocate(string path, IndexedFile file)
    {
        int at = _sources.FindIndex(source => source.File.Path == path);
        if (at < 0)
            throw new ArgumentException($"{path} is not in the index.", nameof(path));
        _sources[at] = _sources[at] with { File = file };
        Save(_manifest.IsComplete);
    }

    /// <summary>Hears what was added, and finishes the index. Sources lie in the order of their paths' first mention.</summary>
    /// <param name="order">Full paths in the order that sources shall have; others come first, as they lie.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the work; it can be taken up again.</param>
    public void Finish(IReadOnlyList<string> order, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (_sources.Count == 0)
            throw new InvalidOperationException("An index has at least one source.");
        List<string> wanted = [.. order];
        ManifestSource[] sorted = [.. _sources.OrderBy(source => source.Units > 0 ? -1 : wanted.IndexOf(source.File.Path))];
        if (_manifest.IsComplete && sorted.All(source => source.Units > 0))
        {
            Save(isComplete: true); // Weights may be others.
            return;
        }

        Save(isComplete: false);
        _sources.Clear();
        _sources.AddRange(new IndexWriter(_folder, _manifest) { Heard = _heard }.Write(sorted, out long basisUnits, progress, cancel));
        _manifest = _manifest with { BasisUnits = basisUnits };
        _heard.Clear();
        Save(isComplete: true);
    }

    private static string SoundOf(IndexedFile file) => $"{CorpusIndex.Sounds}/{file.Sha256[..16].ToLowerInvariant()}.npy";

    private EarlyHearing? Hearing(double duration)
    {
        lock (_gate)
        {
            EarlyHearing? hearing = EarlyHearing.Begin(Options.Units, duration, _budget, out long bytes);
            _budget -= hearing is null ? 0 : bytes;
            return hearing;
        }
    }

    private static IndexManifest ManifestOf(CorpusOptions options) => new()
    {
        Units = options.Units.Kind.ToString(),
        Rate = options.Units.Rate.ToString(),
        GrainSeconds = options.Units.GrainSeconds,
        Overlap = options.Units.Overlap,
        Seed = options.Seed,
        Measured = ManifestFeature.Of(options),
    };

    private static string Cut(IndexManifest manifest) => manifest.Units switch
    {
        nameof(UnitKind.Frames) => $"frames, {manifest.Rate} a second",
        nameof(UnitKind.Grains) => string.Create(
            CultureInfo.InvariantCulture, $"grains of {manifest.GrainSeconds} s that overlap by {manifest.Overlap}"),
        _ => manifest.Units.ToLowerInvariant(),
    };

    private void Save(bool isComplete)
    {
        _manifest = _manifest with { Sources = [.. _sources], IsComplete = isComplete };
        CorpusIndex.Write(_folder, _manifest);
    }
}

/// <summary>Takes samples, block after block.</summary>
/// <param name="samples">One channel; to be read before the call ends.</param>
public delegate void SampleSink(ReadOnlySpan<float> samples);
