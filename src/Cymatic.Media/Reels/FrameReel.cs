using System.Buffers;
using Cymatic.Imaging;
using Cymatic.Signal;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>
/// Pictures of one size that wait on disk while a movie is made: added one after the other, read in any order by any number of threads.
/// </summary>
/// <remarks>
/// They lie as video encoders take them, yuv420p by BT.709, 1.5 bytes a pixel, in a file without a name in the folder for temporary
/// files (TMPDIR, /var/tmp): the system deletes it with the process, whatever happens. Pictures that are opaque stay so; others lie over
/// black. Adding is for one thread.
/// </remarks>
public sealed class FrameReel : IDisposable
{
    // What a disk keeps for others.
    private const long Reserve = 256 << 20;
    private static readonly YuvMatrix Bt709 = new("bt709", 0.2126, 0.0722, IsFull: false);

    private readonly SafeFileHandle _file;
    private readonly Yuv420 _writer;
    private readonly Yuv420Picture _reader;
    private readonly byte[] _planes;

    /// <param name="width">Columns of each picture.</param>
    /// <param name="height">Rows of each picture.</param>
    /// <param name="most">Pictures that will be added at most: that there is room for them is checked now.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side out of range.</exception>
    /// <exception cref="IOException">There is not so much room on the disk, or no file can be made.</exception>
    public FrameReel(int width, int height, long most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Frame.MaxSide);
        (Width, Height) = (width, height);
        _writer = new Yuv420(width, height);
        // An odd side is kept even: the last column twice.
        _reader = new Yuv420Picture(_writer.Width, _writer.Height, Bt709);
        _planes = new byte[_writer.Bytes];
        CheckRoom(most * _planes.Length);
        _file = NamelessFile.Open();
    }

    /// <summary>Columns of each picture.</summary>
    public int Width { get; }

    /// <summary>Rows of each picture.</summary>
    public int Height { get; }

    /// <summary>Number of pictures.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a picture.</summary>
    /// <param name="picture">Of the reel's size.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentException">It has another size.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public int Add(Frame picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        CheckSize(picture);
        _writer.Convert(picture, _planes);
        return Append(_planes);
    }

    /// <summary>Adds a frame of a movie file, unchanged where the file holds it as the reel does.</summary>
    /// <param name="movie">Of the reel's size.</param>
    /// <param name="frame">The frame's number in it.</param>
    /// <returns>Its number in the reel.</returns>
    /// <exception cref="ArgumentException">The movie has another size.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public int Add(VideoFileClip movie, long frame)
    {
        ArgumentNullException.ThrowIfNull(movie);
        if (movie.Source.Input.Format is Yuv420Picture planes && planes.IsLike(_reader))
        {
            movie.Source.Get(frame, bytes => bytes.CopyTo(_planes));
            return Append(_planes);
        }

        using Frame picture = Frame.Rent(movie.Width, movie.Height);
        movie.FrameAt(frame, picture);
        return Add(picture);
    }

    /// <summary>Fills a frame with a picture.</summary>
    /// <param name="number">Of the picture.</param>
    /// <param name="target">Of the reel's size.</param>
    /// <exception cref="ArgumentException">The target has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public void Read(int number, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        CheckSize(target);
        byte[] planes = ArrayPool<byte>.Shared.Rent(_planes.Length);
        try
        {
            ReadPlanes(number, planes.AsSpan(0, _planes.Length));
            ToFrame(planes.AsSpan(0, _planes.Length), target);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(planes);
        }
    }

    /// <summary>A clip of pictures of this reel, one for each frame; it must not be used after the reel was disposed.</summary>
    /// <param name="rate">Frames a second.</param>
    /// <param name="order">The numbers of the pictures, at least one.</param>
    public VideoClip Play(FrameRate rate, IReadOnlyList<int> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Count == 0)
            throw new ArgumentException("A clip has at least one frame.", nameof(order));
        return new ReelClip(this, rate, order);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>A picture as encoders take it.</summary>
    internal void ReadPlanes(int number, Span<byte> planes)
    {
        if ((uint)number >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(number), number, $"There are {Count} pictures.");
        NamelessFile.Read(_file, planes, (long)number * _planes.Length);
    }

    private void ToFrame(ReadOnlySpan<byte> planes, Frame target)
    {
        if (_writer.Width == Width && _writer.Height == Height)
        {
            _reader.ToFrame(planes, target);
            return;
        }

        using Frame even = Frame.Rent(_writer.Width, _writer.Height);
        _reader.ToFrame(planes, even);
        even.CopyTo(new PixelRectangle(0, 0, Width, Height), target, (0, 0));
    }

    private int Append(ReadOnlySpan<byte> planes)
    {
        try
        {
            RandomAccess.Write(_file, planes, (long)Count * planes.Length);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.Waiting("the pictures that wait for the movie", e);
        }

        return Count++;
    }

    private void CheckSize(Frame frame)
    {
        if (frame.Width != Width || frame.Height != Height)
        {
            throw new ArgumentException(
                $"A frame of {frame.Width}×{frame.Height} pixels has not the reel's size of {Width}×{Height}.", nameof(frame));
        }
    }

    private static void CheckRoom(long bytes)
    {
        if (NamelessFile.FreeBytes is { } free && bytes > Math.Max(0, free - Reserve))
        {
            string room = FormattableString.Invariant($"{TemporaryFiles.Folder} has room for {free / 1e9:0.0} GB");
            string need = FormattableString.Invariant($"the pictures of the movie take {bytes / 1e9:0.0} GB on their way");
            throw new IOException($"{room}, but {need}. Set TMPDIR to a folder on a larger disk, or write a smaller movie.");
        }
    }
}
