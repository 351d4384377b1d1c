using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>Small movies of every kind that is hard to read, made by ffmpeg.</summary>
internal static class TestMovies
{
    private const string Numbers = "testsrc2=s=64x48:r=25:d=2.4", Clear = "format=yuva420p,geq=lum=p(X\\,Y):a=X*4";

    /// <summary>A name for each, and how it is made.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["long-group.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 250 -bf 3",
        ["open-groups.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 12 -bf 3 -x264-params open-gop=1:scenecut=0",
        ["open-groups.mkv"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 12 -bf 3 -x264-params open-gop=1:scenecut=0",
        ["open-groups-hevc.mp4"] = $"-f lavfi -i {Numbers} -c:v libx265 -x265-params "
            + "log-level=none:keyint=12:min-keyint=12:open-gop=1:bframes=3",
        ["pictures-only.mov"] = $"-f lavfi -i {Numbers} -c:v mjpeg",
        ["all-keys.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 1",
        ["variable.mp4"] = $"-f lavfi -i {Numbers} -vf select=not(mod(n\\,3))+gt(n\\,40) -fps_mode vfr -c:v libx264 -g 10 -bf 2",
        ["variable.mkv"] = $"-f lavfi -i {Numbers} -vf select=not(mod(n\\,3))+gt(n\\,40) -fps_mode vfr -c:v libx264 -g 10 -bf 2",
        ["film.mp4"] = "-f lavfi -i testsrc2=s=64x48:r=24000/1001:d=2.4 -c:v libx264 -g 20",
        ["film.mkv"] = "-f lavfi -i testsrc2=s=64x48:r=24000/1001:d=2.4 -c:v libx264 -g 20",
        ["odd-rate.mp4"] = "-f lavfi -i testsrc2=s=64x48:r=27.5642:d=2.4 -c:v libx264 -g 20",
        ["turned-90.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 20",
        ["turned-180.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 20",
        ["turned-270.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 20",
        ["late.mkv"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 20 -output_ts_offset 7.3",
        ["transport.ts"] = $"-f lavfi -i {Numbers} -c:v libx264 -g 20 -bf 2",
        ["transport-mpeg2.ts"] = $"-f lavfi -i {Numbers} -c:v mpeg2video -g 12 -bf 2",
        ["old.avi"] = $"-f lavfi -i {Numbers} -c:v mpeg4 -g 12 -bf 2 -vtag xvid",
        ["long-sound.mp4"] = $"-f lavfi -i {Numbers} -f lavfi -i sine=d=4 -c:v libx264 -g 20 -c:a aac",
        ["short-sound.mp4"] = $"-f lavfi -i {Numbers} -f lavfi -i sine=d=1 -c:v libx264 -g 20 -c:a aac",
        ["moving.gif"] = "-f lavfi -i testsrc2=s=64x48:r=20:d=2",
        ["moving.apng"] = "-f lavfi -i testsrc2=s=64x48:r=20:d=1 -f apng",
        ["hidden-frames.webm"] = "-f lavfi -i testsrc2=s=64x48:r=25:d=3 -c:v libvpx -auto-alt-ref 1 -lag-in-frames 16 -g 30 -b:v 200k",
        ["vp9.webm"] = "-f lavfi -i testsrc2=s=64x48:r=25:d=2 -c:v libvpx-vp9 -auto-alt-ref 1 -lag-in-frames 16 -g 20 -b:v 200k",
        ["clear-vp9.webm"] = $"-f lavfi -i testsrc2=s=64x48:r=25:d=1,{Clear} -c:v libvpx-vp9 -g 10 -auto-alt-ref 0",
        ["clear-vp8.webm"] = $"-f lavfi -i testsrc2=s=64x48:r=25:d=1,{Clear} -c:v libvpx -g 10 -auto-alt-ref 0",
        ["clear-prores.mov"] = "-f lavfi -i testsrc2=s=64x48:r=25:d=1,format=yuva444p10le -c:v prores_ks -profile:v 4444",
        ["odd-size.mkv"] = "-f lavfi -i testsrc2=s=61x47:r=25:d=1 -c:v ffv1 -pix_fmt yuv420p",
        ["fine-chroma.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -pix_fmt yuv444p -g 20",
        ["ten-bits.mp4"] = $"-f lavfi -i {Numbers} -c:v libx264 -pix_fmt yuv420p10le -g 20",
        ["wide-pixels.mp4"] = $"-f lavfi -i {Numbers},setsar=4/3 -c:v libx264 -g 20",
    };

    /// <summary>Makes one; its path.</summary>
    public static string Make(TemporaryFolder folder, string name)
    {
        string path = folder[name];
        string made = name.StartsWith("turned-", StringComparison.Ordinal) ? folder["upright.mp4"] : path;
        TemporaryFolder.Ffmpeg([.. All[name].Split(' '), made]);
        if (made != path) // ffmpeg 5.1 writes a rotation only where it copies, and counter-clockwise
        {
            int angle = 360 - int.Parse(name[7..^4], CultureInfo.InvariantCulture);
            string rotate = string.Create(CultureInfo.InvariantCulture, $"rotate={angle}");
            TemporaryFolder.Ffmpeg("-i", made, "-c", "copy", "-metadata:s:v", rotate, path);
        }

        return path;
    }

    /// <summary>A sum over the pixels of each frame, read by ffmpeg from the first to the last.</summary>
    public static ulong[] Sequential(TemporaryFolder folder, VideoFileClip clip)
    {
        string raw = folder["sequential.raw"];
        string codec = clip.IsOpaque ? "" : clip.Info.Video!.Codec;
        string[] decoder = codec switch { "vp8" => ["-c:v", "libvpx"], "vp9" => ["-c:v", "libvpx-vp9"], _ => [] };
        IPictureFormat format = clip.Source.Input.Format;
        string[] output = ["-map", "0:v:0", "-vf", format.Filters, "-fps_mode", "passthrough", "-f", "rawvideo", raw];
        TemporaryFolder.Ffmpeg([.. decoder, "-i", "file:" + clip.Info.Path, .. output]);
        byte[] bytes = File.ReadAllBytes(raw);
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        var sums = new ulong[bytes.Length / format.Bytes];
        for (int n = 0; n < sums.Length; n++)
        {
            format.ToFrame(bytes.AsSpan(n * format.Bytes, format.Bytes), frame);
            sums[n] = Sum(frame);
        }

        return sums;
    }

    /// <summary>A sum over a frame that the clip gives.</summary>
    public static ulong SumAt(VideoFileClip clip, long number)
    {
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        clip.FrameAt(number, frame);
        return Sum(frame);
    }

    /// <summary>FNV-1a over all pixels.</summary>
    public static ulong Sum(Frame frame)
    {
        ulong sum = 14695981039346656037;
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (uint pixel in frame.PixelRow(y))
                sum = (sum ^ pixel) * 1099511628211;
        }

        return sum;
    }
}
