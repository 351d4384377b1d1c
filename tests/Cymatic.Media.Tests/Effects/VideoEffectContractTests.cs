using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>What every effect on pictures promises.</summary>
[Collection(nameof(Frame))]
public class VideoEffectContractTests
{
    private static readonly double[] Times = [0, 0.04, 0.333, 0.5, 0.72, 0.96];

    public static TheoryData<int, string, bool> Effects
    {
        get
        {
            TheoryData<int, string, bool> data = [];
            foreach (var (index, effect) in VideoEffects.All.Index())
            {
                data.Add(index, effect.GetType().Name, true);
                data.Add(index, effect.GetType().Name, false);
            }

            return data;
        }
    }

    [Fact]
    public void Every_effect_is_tested()
    {
        Type[] effects = [.. typeof(IVideoEffect).Assembly.GetTypes().Where(type =>
            type.IsClass && type.IsAssignableTo(typeof(IVideoEffect)))];
        Assert.Empty(effects.Except(VideoEffects.All.Select(effect => effect.GetType())));
        Assert.All(effects, type =>
            Assert.True(type.IsSealed && type.IsPublic && type.GetMethod("<Clone>$") is not null, $"{type} is a sealed public record"));
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void The_same_time_gives_the_same_bytes_from_any_thread_in_any_order(int index, string name, bool opaque)
    {
        VideoClip clip = Clip(index, opaque);
        byte[][] expected = [.. Times.Select(t => Bytes(clip, Within(clip, t), 0))];
        Parallel.For(0, 24, n =>
        {
            int at = (n * 5 + 3) % Times.Length;
            Assert.True(expected[at].AsSpan().SequenceEqual(Bytes(clip, Within(clip, Times[at]), 0xFF)), $"{name} at {Times[at]}");
        });
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void All_pixels_are_filled_with_premultiplied_colours(int index, string name, bool opaque)
    {
        VideoClip clip = Clip(index, opaque);
        foreach (double t in Times)
        {
            byte[] bytes = Bytes(clip, Within(clip, t), 0xCD);
            Assert.True(bytes.AsSpan().SequenceEqual(Bytes(clip, Within(clip, t), 0x13)), $"{name} fills all pixels at {t}");
            for (int i = 0; i < bytes.Length; i += 4)
                Assert.True(Math.Max(bytes[i], Math.Max(bytes[i + 1], bytes[i + 2])) <= bytes[i + 3], $"{name} at {t}, pixel {i / 4}");
        }
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void A_clip_that_says_it_is_opaque_is(int index, string name, bool opaque)
    {
        VideoClip clip = Clip(index, opaque);
        if (!clip.IsOpaque)
            return;
        foreach (double t in Times)
        {
            byte[] bytes = Bytes(clip, Within(clip, t), 0);
            for (int i = 3; i < bytes.Length; i += 4)
                Assert.True(bytes[i] == 255, $"{name} at {t}");
        }
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void No_frame_is_left_behind(int index, string name, bool opaque)
    {
        VideoClip clip = Clip(index, opaque);
        int before = Frame.Outstanding;
        foreach (double t in Times)
            Bytes(clip, Within(clip, t), 0);
        Assert.True(before == Frame.Outstanding, name);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void No_frame_is_left_behind_by_a_source_that_fails(int index, string name, bool opaque)
    {
        VideoClip failing = VideoEffects.Source(opaque).Filter((_, _) => throw new InvalidOperationException("fails"), keepsOpaque: true);
        VideoClip clip = failing.With(VideoEffects.All.ElementAt(index));
        int before = Frame.Outstanding;
        foreach (double t in Times)
        {
            try
            {
                Bytes(clip, Within(clip, t), 0);
            }
            catch (InvalidOperationException)
            {
            }
        }

        Assert.True(before == Frame.Outstanding, name);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void The_source_stays_as_it_was(int index, string name, bool opaque)
    {
        VideoClip source = VideoEffects.Source(opaque);
        byte[] before = Bytes(source, 0.5, 0);
        Bytes(source.With(VideoEffects.All.ElementAt(index)), 0.3, 0);
        Assert.True(before.AsSpan().SequenceEqual(Bytes(source, 0.5, 0)), name);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void The_last_moment_can_be_seen(int index, string name, bool opaque)
    {
        VideoClip clip = Clip(index, opaque);
        Assert.True(double.IsFinite(clip.Duration), name);
        Bytes(clip, clip.Duration, 0);
    }

    private static VideoClip Clip(int index, bool opaque) => VideoEffects.Source(opaque).With(VideoEffects.All.ElementAt(index));

    // The same part of every clip, whatever its duration.
    private static double Within(VideoClip clip, double part) => part * clip.Duration;

    private static byte[] Bytes(VideoClip clip, double t, byte garbage)
    {
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        frame.Pixels.Fill(garbage);
        clip.Render(t, frame);
        return [.. Enumerable.Range(0, frame.Height).SelectMany(y => frame.Row(y).ToArray())];
    }
}
