using System.Text.Json;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

/// <summary>A real song through the job, beside what librosa makes of it.</summary>
public sealed class SegmentWorkflowTests
{
    private static readonly string Song = Repository.File("tests", "data", "songs", "fishin.ogg");

    private static readonly JsonElement Peer = JsonDocument.Parse(
        File.ReadAllText(Repository.File("tests", "data", "librosa-0.11.0", "fishin-structure.json"))).RootElement;

    private static readonly Lazy<SegmentSong> Read = new(() => SegmentSong.Read(Song, null, default));

    private static readonly Lazy<SongStructure> Structure =
        new(() => SongStructure.Of(BeatFeatures.Of(Read.Value.Mono), new() { Clusters = [2, 3, 4, 5, 6, 8] }));

    [Fact]
    public void The_tempo_of_a_real_song_is_librosas() =>
        Assert.Equal(Peer.GetProperty("tempo").GetDouble(), Structure.Value.Features.Bpm, 0.01);

    [Fact]
    public void The_beats_of_a_real_song_are_librosas() =>
        Assert.Equal(Peer.GetProperty("edges").EnumerateArray().Select(edge => edge.GetInt32()), Structure.Value.Features.Edges);

    [Fact]
    public void The_eigenvalues_of_a_real_song_are_librosas()
    {
        double[] expected = [.. Peer.GetProperty("eigenvalues").EnumerateArray().Select(value => value.GetDouble())];
        for (int k = 0; k < 9; k++)
            Assert.Equal(expected[k], Structure.Value.Eigenvalues[k], 1e-3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void The_segments_of_a_real_song_begin_where_librosas_do(int clusters)
    {
        string labels = Peer.GetProperty("labels").GetProperty($"{clusters}").GetString()!;
        double[] times = Structure.Value.Times;
        double[] expected = [0, .. Enumerable.Range(1, labels.Length - 1).Where(i => labels[i] != labels[i - 1]).Select(i => times[i])];
        double[] found = [.. Structure.Value.Levels.Single(level => level.Clusters == clusters).Segments.Select(segment => segment.Start)];
        int hits = expected.Count(time => found.Any(start => Math.Abs(start - time) <= 0.5));
        Assert.InRange(2.0 * hits / (expected.Length + found.Length), 0.9, 1);
    }

    [Fact]
    public void A_clip_that_is_taken_piece_by_piece_gives_the_samples_of_the_whole()
    {
        AudioReading reading = AudioFile.ReadWithRemarks(Song);
        Sound faster = new(reading.Sound[0].ToArray(), 44101), piecewise = SegmentSong.Brought(AudioClip.From(faster), null, default);
        Sound whole = Resampler.Resample(faster, BeatFeatures.SampleRate);
        Assert.Equal(whole.Length, piecewise.Length);
        Assert.True(Largest(whole, piecewise) < 1e-5, $"{Largest(whole, piecewise)}");
    }

    [Fact]
    public void A_name_of_a_kind_is_a_letter_and_then_two()
    {
        var document = new SegmentDocument { Structure = Structure.Value, Levels = Structure.Value.Levels, Title = "" };
        Assert.Equal(["A", "Z", "AA", "AB", "BA"], new[] { 0, 25, 26, 27, 52 }.Select(document.NameOf));
    }

    [Fact]
    public void A_movie_shows_another_picture_in_each_segment()
    {
        var document = new SegmentDocument { Structure = Structure.Value, Levels = [Structure.Value.Best], Title = "Song" };
        using var movie = new SegmentMovie(document);
        using Imaging.Frame a = Imaging.Frame.Rent(movie.Width, movie.Height), b = Imaging.Frame.Rent(movie.Width, movie.Height);
        movie.Render(1, a);
        movie.Render(60, b);
        Assert.False(a.Pixels.SequenceEqual(b.Pixels));
        movie.Render(1, b);
        Assert.True(a.Pixels.SequenceEqual(b.Pixels));
    }

    private static float Largest(Sound a, Sound b)
    {
        float largest = 0;
        for (int n = 0; n < a.Length; n++)
            largest = Math.Max(largest, Math.Abs(a[0][n] - b[0][n]));
        return largest;
    }
}
