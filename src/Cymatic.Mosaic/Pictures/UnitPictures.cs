namespace Cymatic.Mosaic;

/// <summary>What is seen while each unit of a corpus sounds: thumbnails by which cuts are compared.</summary>
/// <remarks>
/// A row of 72 bytes for each unit, six columns and four rows of luma, then of both chromas (BT.601 codes, 8 bits); zeros, which no
/// picture has, where nothing is seen. Files are tables in NumPy's format and are not kept in memory.
/// </remarks>
public sealed class UnitPictures : IDisposable
{
    /// <summary>Columns of a thumbnail.</summary>
    public const int Columns = 6;

    /// <summary>Rows of a thumbnail.</summary>
    public const int Rows = 4;

    /// <summary>Bytes of a thumbnail.</summary>
    public const int Bytes = 3 * Columns * Rows;

    private readonly Corpus _corpus;
    private readonly Table<byte>?[] _tables;

    internal UnitPictures(Corpus corpus, Table<byte>?[] tables) => (_corpus, _tables) = (corpus, tables);

    /// <summary>Opens thumbnails that <see cref="Write"/> has written.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="paths">The file of each of its sources; null for one without pictures.</param>
    /// <exception cref="ArgumentException">There is not one path for each source.</exception>
    /// <exception cref="Signal.MalformedFileException">A file is damaged, or that of another source.</exception>
    public static UnitPictures Open(Corpus corpus, IReadOnlyList<string?> paths)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count != corpus.Sources.Count)
            throw new ArgumentException($"{paths.Count} files are not one for each of {corpus.Sources.Count} sources.", nameof(paths));
        var pictures = new UnitPictures(corpus, new Table<byte>?[paths.Count]);
        try
        {
            for (int s = 0; s < paths.Count; s++)
                pictures._tables[s] = paths[s] is { } path ? Open(path, corpus.Sources[s].Units) : null;
            return pictures;
        }
        catch
        {
            pictures.Dispose();
            throw;
        }
    }

    /// <summary>Writes the thumbnails of a source's units; the file appears when it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The source.</param>
    /// <param name="thumbnails">
    /// Those that are seen at a steady rate from time 0 on, of <see cref="Bytes"/> bytes each; the last one stays.
    /// </param>
    /// <param name="rate">Thumbnails a second.</param>
    public static void Write(string path, CorpusSource source, IEnumerable<byte[]> thumbnails, UnitRate rate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(thumbnails);
        using var writer = new NpyWriter<byte>(path, Bytes);
        using IEnumerator<byte[]> seen = thumbnails.GetEnumerator();
        byte[] shown = new byte[Bytes];
        long next = 0;
        for (int unit = 0; unit < source.Units; unit++)
        {
            UnitSpan span = source.Sound[unit];
            long wanted = (long)Math.Floor((span.Start + (span.Duration / 2)) / rate.Seconds + 1e-6);
            for (; next <= wanted && seen.MoveNext(); next++)
                shown = seen.Current;
            writer.Write(shown);
        }

        writer.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Table<byte>? table in _tables)
            table?.Dispose();
    }

    /// <summary>Reads a unit's thumbnail, its middle grey at 0, white at ½; whether there is one.</summary>
    internal bool TryRead(int unit, Span<float> thumbnail)
    {
        int s = _corpus.SourceOf(unit);
        Span<byte> bytes = stackalloc byte[Bytes];
        _tables[s]?.Read(unit - _corpus.Sources[s].FirstUnit, bytes);
        for (int i = 0; i < Bytes; i++)
            thumbnail[i] = (bytes[i] - 128f) / 255;
        return bytes.ContainsAnyExcept((byte)0);
    }

    private static FileTable<byte> Open(string path, int units)
    {
        FileTable<byte> table = FileTable<byte>.Open(path);
        if (table.Rows == units && table.Columns == Bytes)
            return table;
        table.Dispose();
        throw new Signal.MalformedFileException(path, 10, "shape", $"({units}, {Bytes})", $"({table.Rows}, {table.Columns})");
    }
}
