namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class SegmentationTests
{
    [Theory]
    [InlineData("labels_4", false)]
    [InlineData("labels_8", true)]
    public void Labels_of_a_thresholded_picture_are_scikit_images(string golden, bool diagonals)
    {
        using Plane<float> grey = Planes.Grey();
        using Plane<byte> mask = Plane.Rent<byte>(128, 96);
        using Plane<int> labels = Plane.Rent<int>(128, 96);
        grey.ThresholdTo(mask, grey.OtsuThreshold());
        int count = mask.LabelTo(labels, diagonals);
        int[] expected = Pictures.Array(Planes.SciKit, golden).Integers;
        Assert.Equal(expected, labels.Values.ToArray());
        Assert.Equal(expected.Max(), count);
    }

    [Theory]
    [InlineData("noise_labels_4", false)]
    [InlineData("noise_labels_8", true)]
    public void Labels_of_noise_are_scikit_images(string golden, bool diagonals)
    {
        using Plane<byte> mask = Planes.Bytes(67, 41, Pictures.Array(Planes.SciKit, "noise").Integers);
        using Plane<int> labels = Plane.Rent<int>(67, 41);
        mask.LabelTo(labels, diagonals);
        Assert.Equal(Pictures.Array(Planes.SciKit, golden).Integers, labels.Values.ToArray());
    }

    [Theory]
    [InlineData(false, 13)]
    [InlineData(true, 1)]
    public void A_chessboard_hangs_together_by_its_corners(bool diagonals, int groups)
    {
        using Plane<byte> mask = Planes.Bytes(5, 5, [.. Enumerable.Range(0, 25).Select(i => 1 - (i % 2))]);
        Assert.Equal(groups, mask.CountComponents(diagonals));
    }

    [Fact]
    public void Groups_have_areas()
    {
        using Plane<byte> mask = Planes.Bytes(5, 2, [1, 1, 0, 0, 9, 1, 0, 0, 0, 9]);
        using Plane<int> labels = Plane.Rent<int>(5, 2);
        Assert.Equal([3, 2], labels.Areas(mask.LabelTo(labels)));
    }

    [Fact]
    public void An_empty_mask_has_no_groups()
    {
        using Plane<byte> mask = Planes.Bytes(3, 1, [0, 0, 0]);
        Assert.Equal(0, mask.CountComponents());
    }

    [Fact]
    public void Otsus_threshold_of_numbers_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        Assert.Equal(Pictures.Array(Planes.SciKit, "otsu").Doubles[0], grey.OtsuThreshold(), 1e-6);
    }

    [Fact]
    public void Otsus_threshold_of_bytes_is_scikit_images()
    {
        using Plane<byte> red = Planes.Red();
        Assert.Equal(Pictures.Array(Planes.SciKit, "otsu").Doubles[1], red.OtsuThreshold());
    }

    [Fact]
    public void The_threshold_of_one_number_is_that_number()
    {
        using Plane<float> grey = Plane.Rent<float>(4, 4);
        grey.Values.Fill(0.3f);
        Assert.Equal(0.3f, grey.OtsuThreshold());
    }
}
