using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures in files, one after the other at a constant rate; a few that were shown last stay in memory.</summary>
public sealed class ImageSequenceClip : VideoClip
{
    private const int Budget = 32 << 20;
    private readonly string[] _files;
    private readonly FrameRate _rate;
    private readonly FrameCache _cache;
    private readonly Lock _gate = new();

    private ImageSequenceClip(string[] files, FrameRate rate, (int Width, int Height) size)
        : base(size.Width, size.Height, rate.TimeOf(files.Length))
    {
        (_files, _rate) = (files, rate);
        int bytes = checked(size.Width * size.Height * 4);
        _cache = new FrameCache(bytes, Math.Max(1, Budget / bytes));
    }

    /// <summary>The rate of the pictures.</summary>
    public override FrameRate? Rate => _rate;

    /// <summary>The files, in the order in which they are shown.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>A clip of pictures.</summary>
    /// <param name="files">At least one, all of the first one's size; of any kind that <see cref="ImageFile"/> reads.</param>
    /// <param name="rate">Pictures a second.</param>
    /// <exception cref="ArgumentException">There is no file.</exception>
    /// <exception cref="FileNotFoundException">One does not exist.</exception>
    /// <exception cref="UnreadableMediaException">The first is no picture.</exception>
    public static ImageSequenceClip Open(IEnumerable<string> files, FrameRate rate)
    {
        ArgumentNullException.ThrowIfNull(files);
        string[] list = [.. files];
        if (list.Length == 0)
            throw new ArgumentException("A sequence needs at least one picture.", nameof(files));
        foreach (string file in list)
            MediaFile.Check(file);
        using Frame first = ImageFile.Read(list[0]);
        return new ImageSequenceClip(list, rate, (first.Width, first.Height));
    }

    /// <summary>A clip of all pictures in a folder, by their names, in which numbers count as numbers: 2.png before 10.png.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rate">Pictures a second.</param>
    /// <param name="pattern">Which files, with * and ?: "frame*.jpg".</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">There is no such file in it.</exception>
    public static ImageSequenceClip OpenFolder(string folder, FrameRate rate, string pattern = "*.png") =>
        Open(Directory.EnumerateFiles(folder, pattern).Order(NaturalOrder.Instance), rate);

    /// <inheritdoc/>
    /// <exception cref="UnreadableMediaException">The picture is damaged, or has another size than the first.</exception>
    public override void Render(double t, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        long number = Math.Clamp(_rate.FrameAt(t), 0, _files.Length - 1);
        byte[] pixels = Pin(number);
        for (int y = 0; y < Height; y++)
            pixels.AsSpan(y * Width * 4, Width * 4).CopyTo(target.Row(y));
        lock (_gate)
            _cache.Unpin(number);
    }

    private byte[] Pin(long number)
    {
        lock (_gate)
        {
            if (_cache.Pin(number) is { } known)
                return known;
        }

        using Frame frame = ImageFile.Read(_files[number]);
        if (frame.Width != Width || frame.Height != Height)
        {
            throw new UnreadableMediaException(
                _files[number], $"is {frame.Width}×{frame.Height}, not {Width}×{Height} as the first picture");
        }

        lock (_gate)
        {
            if (!_cache.Has(number))
                _cache.Add(number, Copy(frame, _cache.Rent()), _ => false);
            return _cache.Pin(number)!;
        }
    }

    private static byte[] Copy(Frame frame, byte[] pixels)
    {
        for (int y = 0; y < frame.Height; y++)
            frame.Row(y).CopyTo(pixels.AsSpan(y * frame.Width * 4));
        return pixels;
    }
}
