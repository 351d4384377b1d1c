namespace Cymatic.Media.Tests;

/// <summary>What every effect on sound promises.</summary>
public class AudioEffectContractTests
{
    public static TheoryData<int, string, int> Effects
    {
        get
        {
            TheoryData<int, string, int> data = [];
            foreach (var (index, effect) in AudioEffects.All.Index())
            {
                data.Add(index, effect.GetType().Name, 1);
                data.Add(index, effect.GetType().Name, 2);
                data.Add(index, effect.GetType().Name, 3);
            }

            return data;
        }
    }

    [Fact]
    public void Every_effect_is_tested()
    {
        Type[] effects = [.. typeof(IAudioEffect).Assembly.GetTypes().Where(type =>
            type.IsClass && type.IsAssignableTo(typeof(IAudioEffect)))];
        Assert.Empty(effects.Except(AudioEffects.All.Select(effect => effect.GetType())));
        Assert.All(effects, type =>
            Assert.True(type.IsSealed && type.IsPublic && type.GetMethod("<Clone>$") is not null, $"{type} is a sealed public record"));
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void Blocks_of_any_size_in_any_order_give_the_same_samples(int index, string name, int channels)
    {
        AudioClip clip = Clip(index, channels);
        float[] whole = clip.ReadAll();
        Random random = new(index);
        Parallel.For(0, 40, _ =>
        {
            int count, first;
            lock (random)
                (count, first) = (random.Next(1, 3000), random.Next(0, (int)clip.Length));
            count = (int)Math.Min(count, clip.Length - first);
            Assert.True(
                clip.Read(first, count).AsSpan().SequenceEqual(whole.AsSpan(first * clip.Channels, count * clip.Channels)),
                $"{name}: {count} samples from {first}");
        });
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void Before_and_after_there_is_silence(int index, string name, int channels)
    {
        AudioClip clip = Clip(index, channels);
        float[] around = [.. clip.Read(-500, 500), .. clip.Read(clip.Length, 500), .. clip.Read(clip.Length + 100_000, 10)];
        Assert.True(around.All(sample => sample == 0), name);
        Assert.Equal(clip.Read(0, 10), clip.Read(-10, 20)[(10 * clip.Channels)..]);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void All_samples_are_finite(int index, string name, int channels) =>
        Assert.True(Clip(index, channels).ReadAll().All(float.IsFinite), name);

    private static AudioClip Clip(int index, int channels) => AudioEffects.Source(channels).With(AudioEffects.All.ElementAt(index));
}
