using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Imaging.Tests;

public sealed class ColourTests
{
    // seaborn.husl_palette(8), as its documentation shows it.
    private static readonly double[][] SeabornHusl8 =
    [
        [0.9677975592919913, 0.44127456009157356, 0.5358103155058701],
        [0.8087954113106306, 0.5634700050056693, 0.19502642696727285],
        [0.5920891529639701, 0.6418467016378244, 0.1935069134991043],
        [0.19783576093349015, 0.6955516966063037, 0.3995301037444499],
        [0.21044753832183283, 0.6773105080456748, 0.6433941168468681],
        [0.22335772267769388, 0.6565792317435265, 0.8171355503265633],
        [0.6423044349219739, 0.5497680051256467, 0.9582651433656727],
        [0.9603888539940703, 0.3814317878772117, 0.8683117650835491],
    ];

    [Fact]
    public void Husl_palette_is_seaborns()
    {
        double[][] ours = [.. Husl.Palette(8).Select(color => (double[])[color.Red, color.Green, color.Blue])];
        for (int i = 0; i < 8; i++)
        {
            for (int part = 0; part < 3; part++)
                Assert.Equal(SeabornHusl8[i][part], ours[i][part], 1e-5);
        }
    }

    [Theory]
    [InlineData("#ffffff", 1, 0, 0)]
    [InlineData("#ff0000", 0.62796, 0.22486, 0.12585)]
    [InlineData("#0000ff", 0.45201, -0.03246, -0.31153)]
    public void Oklab_of_named_colours(string hex, double l, double a, double b)
    {
        Oklab lab = Oklab.From(Color.FromHex(hex));
        Assert.Equal((l, a, b), (Math.Round(lab.L, 5), Math.Round(lab.A, 5) + 0, Math.Round(lab.B, 5) + 0));
    }

    [Fact]
    public void Oklch_there_and_back_is_the_same_colour() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte R, byte G, byte B)>(), rgb =>
        {
            Color color = Color.FromBytes(rgb.R, rgb.G, rgb.B);
            return Oklch.From(color).ToColor().ToHex() == color.ToHex();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_srgb_cannot_show_keeps_hue_and_lightness()
    {
        Oklch shown = Oklch.From(new Oklch(0.7, 0.4, 200).ToColor());
        Assert.Equal(0.7, shown.L, 0.002);
        Assert.Equal(200, shown.HueDegrees, 0.5);
        Assert.InRange(shown.C, 0.1, 0.15);
    }

    [Fact]
    public void Hex_is_read_and_written()
    {
        Assert.Equal("#12ab9f", Color.FromHex("#12ab9f").ToHex());
        Assert.Equal("#12ab9f80", Color.FromHex("#12ab9f80").ToHex());
        Assert.Throws<FormatException>(() => Color.FromHex("12ab9f"));
        Assert.Throws<FormatException>(() => Color.FromHex("#12ab9"));
    }

    [Fact]
    public void A_part_beyond_one_is_refused() =>
        Assert.Equal("green", Assert.Throws<ArgumentOutOfRangeException>(() => new Color(0, 1.01, 0)).ParamName);

    public static TheoryData<string, ColorMap> Maps => new()
    {
        { "viridis", ColorMap.Viridis },
        { "magma", ColorMap.Magma },
        { "inferno", ColorMap.Inferno },
        { "plasma", ColorMap.Plasma },
        { "bone", ColorMap.Bone },
        { "gray", ColorMap.Grey },
        { "coolwarm", ColorMap.Coolwarm },
        { "RdBu_r", ColorMap.RdBu.Reversed() },
        { "Paired", ColorMap.Paired },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public void Maps_are_matplotlibs(string name, ColorMap map)
    {
        int[] table = Npy.Read(Repository.Golden($"cmap_{name}.npy")).Integers;
        Assert.Equal(table,
            map.Argb.ToArray().SelectMany(argb => (int[])[(int)(argb >> 16 & 255), (int)(argb >> 8 & 255), (int)(argb & 255)]));
    }

    [Fact]
    public void A_map_ends_where_its_numbers_end()
    {
        var pixels = new uint[5];
        ColorMap.Magma.Apply([-80, -90, 0, 3, float.NaN], (-80, 0), pixels);
        uint first = ColorMap.Magma.Argb[0], last = ColorMap.Magma.Argb[255];
        Assert.Equal([first, first, last, last, first], pixels);
    }
}
