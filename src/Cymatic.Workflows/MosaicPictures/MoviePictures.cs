using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The pictures of a movie file, fitted into the size, with its name where that is wished.</summary>
internal sealed class MoviePictures(VideoFileClip movie, PictureFit fit, Caption? caption) : PictureSource
{
    private readonly long _count = movie.FrameCount;

    /// <inheritdoc/>
    public override long NumberAt(double time) => Math.Clamp(movie.FrameNumberAt(time), 0, _count - 1);

    /// <inheritdoc/>
    public override double TimeOf(long number) => movie.TimeOf(number);

    /// <inheritdoc/>
    public override int AddTo(FrameReel reel, long number)
    {
        bool fits = movie.Width == reel.Width && movie.Height == reel.Height;
        if (fits && caption is null)
            return reel.Add(movie, number);
        using Frame picture = Frame.Rent(movie.Width, movie.Height);
        movie.FrameAt(number, picture);
        if (fits)
            return Captioned(reel, picture);
        using Frame fitted = Frame.Rent(reel.Width, reel.Height);
        PictureFitting.Fit(picture, fitted, fit);
        return Captioned(reel, fitted);
    }

    private int Captioned(FrameReel reel, Frame picture)
    {
        caption?.Draw(picture);
        return reel.Add(picture);
    }
}
