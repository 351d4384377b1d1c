namespace Cymatic.Grid.Tests;

public sealed class OnsetStructureTests
{
    private const int Rate = 1000;

    [Fact]
    public void What_always_follows_a_sound_at_the_same_distance_is_a_part_of_it()
    {
        // A sound four times, each time with an attack of its own 100 ms later.
        int[] places = [0, 100, 1200, 1300, 2600, 2700, 4100, 4200];
        OnsetStructure[] structure = Of(places, (i, j) => i % 2 == j % 2 ? 0.95f : 0);
        Assert.Equal(Math.Log(4), structure[1].Part, 1e-9);
    }

    [Fact]
    public void The_first_moment_of_a_sound_is_a_part_of_nothing()
    {
        int[] places = [0, 100, 1200, 1300, 2600, 2700, 4100, 4200];
        OnsetStructure[] structure = Of(places, (i, j) => i % 2 == j % 2 ? 0.95f : 0);
        Assert.Equal(0, structure[2].Part);
    }

    [Fact]
    public void What_follows_in_one_of_four_playings_is_hardly_a_part()
    {
        // The second sound comes after the first one once, and twice alone.
        int[] places = [0, 100, 1000, 2000, 3000, 5000, 7000];
        OnsetStructure[] structure = Of(places, (i, j) => (i is 1 or 5 or 6) == (j is 1 or 5 or 6) ? 0.95f : 0);
        Assert.InRange(structure[1].Part, 0, 0.01);
    }

    [Fact]
    public void A_tone_that_goes_on_echoes_its_beginning()
    {
        OnsetStructure[] structure = Of([0, 40], (_, _) => 0.9f);
        Assert.Equal((0.0, 0.9), (structure[0].Echo, Math.Round(structure[1].Echo, 6)));
    }

    [Fact]
    public void A_repeat_after_a_while_is_no_echo()
    {
        OnsetStructure[] structure = Of([0, 300], (_, _) => 0.9f);
        Assert.Equal(0, structure[1].Echo);
    }

    private static OnsetStructure[] Of(int[] places, Func<int, int, float> rho2)
    {
        Candidate[] candidates = [.. places.Select(p => new Candidate(p, 1))];
        List<Twin>[] twins = [.. places.Select((_, i) =>
            Enumerable.Range(0, places.Length).Where(j => j != i && rho2(i, j) > 0).Select(j => new Twin(j, rho2(i, j), 0)).ToList())];
        return OnsetStructure.Of(candidates, twins, Rate);
    }
}
