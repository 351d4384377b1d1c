namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class SobelTests
{
    [Fact]
    public void Edges_are_scikit_images()
    {
        using Plane<float> grey = Planes.Grey(), edges = Plane.Rent<float>(128, 96);
        grey.SobelTo(edges);
        Planes.AssertEqual("sobel", edges, 1e-6f);
    }

    [Fact]
    public void One_grey_has_no_edges()
    {
        using Plane<float> grey = Plane.Rent<float>(19, 3), edges = Plane.Rent<float>(19, 3);
        grey.Values.Fill(0.7f);
        grey.SobelTo(edges);
        Assert.All(edges.Values.ToArray(), edge => Assert.Equal(0, edge));
    }

    [Fact]
    public void A_pixel_alone_has_no_edges()
    {
        using Plane<float> grey = Plane.Rent<float>(1, 1), edges = Plane.Rent<float>(1, 1);
        grey.Values[0] = 1;
        grey.SobelTo(edges);
        Assert.Equal(0, edges.Values[0]);
    }
}
