namespace Cymatic.Grid.Tests;

public sealed class MixedPatchesTests
{
    private const int Frames = PatchCutter.Compared + 2 * PatchCutter.Lead;
    private const double CutDb = 5;

    [Fact]
    public void A_sound_that_plays_once_and_is_two_others_together_is_those_two()
    {
        var found = MixedPatches.Find([.. Rows(), Patch(Sum(Low(), High(), 0.3f))], [0, 0, 0, 1, 1, 1, 2], CutDb, default);
        (int first, int second) = Assert.Single(found, pair => pair.Key == 6).Value;
        Assert.Equal([0, 1], new[] { first, second }.Order());
    }

    [Fact]
    public void A_sound_that_is_no_sum_of_others_keeps_its_row()
    {
        float[] stranger = Cells(12, 30, 60, -1.5f);
        Assert.Empty(MixedPatches.Find([.. Rows(), Patch(stranger)], [0, 0, 0, 1, 1, 1, 2], CutDb, default));
    }

    [Fact]
    public void Sounds_that_come_again_and_again_keep_their_rows()
    {
        TimbrePatch both = Patch(Sum(Low(), High(), 0.3f));
        Assert.Empty(MixedPatches.Find([.. Rows(), both, both, both], [0, 0, 0, 1, 1, 1, 2, 2, 2], CutDb, default));
    }

    [Fact]
    public void A_row_of_two_goes_only_when_both_are_the_same_two_others()
    {
        TimbrePatch both = Patch(Sum(Low(), High(), 0.3f)), stranger = Patch(Cells(12, 30, 60, -1.5f));
        Assert.Equal([6, 7], MixedPatches.Find([.. Rows(), both, both], [0, 0, 0, 1, 1, 1, 2, 2], CutDb, default).Keys.Order());
        Assert.Empty(MixedPatches.Find([.. Rows(), both, stranger], [0, 0, 0, 1, 1, 1, 2, 2], CutDb, default));
    }

    private static IEnumerable<TimbrePatch> Rows() =>
        [Patch(Low()), Patch(Low()), Patch(Low()), Patch(High()), Patch(High()), Patch(High())];

    private static float[] Low() => Cells(1, 2, 34, -0.8f);

    private static float[] High() => Cells(2, 45, 90, -2f);

    // Powers of some bands that die away from the onset on, each cell a little different.
    private static float[] Cells(int seed, int from, int to, float dbPerFrame)
    {
        var random = new Random(seed);
        var cells = new float[Frames * PatchCutter.Bands];
        for (int frame = PatchCutter.Lead; frame < Frames; frame++)
        {
            for (int band = from; band < to; band++)
                cells[frame * PatchCutter.Bands + band] = MathF.Pow(10, (dbPerFrame * frame + 8 * random.NextSingle()) / 10);
        }

        return cells;
    }

    private static float[] Sum(float[] a, float[] b, float gain) => [.. a.Zip(b, (x, y) => x + gain * y)];

    private static TimbrePatch Patch(float[] powers)
    {
        float[] levels = PatchCutter.Levels((float[])powers.Clone(), powers.Max());
        return new TimbrePatch(levels, levels, PatchCutter.Compared);
    }
}
