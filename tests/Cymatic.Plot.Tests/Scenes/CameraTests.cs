namespace Cymatic.Plot.Tests;

public sealed class CameraTests
{
    private static readonly Space Unit = new(new(new(-1, 1), new(-1, 1), new(-1, 1)), null);

    [Theory]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(90, 0, 0, 1, 0)]
    [InlineData(0, 90, 0, 0, 1)]
    [InlineData(-90, 30, 0, -0.86602540378, 0.5)]
    public void A_turntable_stands_where_its_angles_say(double azimuth, double elevation, double x, double y, double z)
    {
        View view = Seen(Camera.Turntable(azimuth, elevation) with { Distance = 5 });
        Near((5 * x, 5 * y, 5 * z), view.Eye);
        Near((-x, -y, -z), view.Forward);
    }

    [Fact]
    public void Mayavi_counts_elevation_from_the_zenith() =>
        Near(Seen(Camera.Turntable(45, 30) with { Distance = 9 }).Eye, Seen(Camera.Mayavi(45, 60, 9)).Eye);

    [Fact]
    public void Vispy_looks_along_y_at_azimuth_0()
    {
        Near((0, 1, 0), Seen(Camera.Vispy(0, 0, 2)).Forward);
        Near((2, 0, 0), Seen(Camera.Vispy(90, 0, 2)).Eye);
    }

    [Theory]
    [InlineData(20, 35, 0)]
    [InlineData(-130, -60, 0)]
    [InlineData(75, 10, 25)]
    public void A_perspective_picture_is_the_closed_form(double azimuth, double elevation, double roll)
    {
        View view = Seen(new TurntableCamera(azimuth, elevation) { Distance = 6, FieldOfView = 40, Roll = roll });
        foreach (Vector3D point in new Vector3D[] { (0, 0, 0), (1, -0.5, 0.3), (-0.7, 0.2, -1) })
        {
            // Turned by −azimuth around z, by elevation around y: x towards the camera, y to the right, z upwards.
            double a = double.DegreesToRadians(azimuth), e = double.DegreesToRadians(elevation), r = double.DegreesToRadians(roll);
            double along = point.X * Math.Cos(a) + point.Y * Math.Sin(a), right = -point.X * Math.Sin(a) + point.Y * Math.Cos(a);
            double near = along * Math.Cos(e) + point.Z * Math.Sin(e), up = -along * Math.Sin(e) + point.Z * Math.Cos(e);
            double scale = 240 / Math.Tan(double.DegreesToRadians(20)) / (6 - near);
            var (x, y) = view.Project(point);
            Assert.Equal(320 + scale * (right * Math.Cos(r) - up * Math.Sin(r)), x, 1e-9);
            Assert.Equal(240 - scale * (right * Math.Sin(r) + up * Math.Cos(r)), y, 1e-9);
        }
    }

    [Fact]
    public void Far_things_are_as_large_as_near_ones_without_perspective()
    {
        View view = Seen(new FreeCamera((5, 0, 0), (0, 0, 0)) { Orthographic = true, FieldOfView = 60 });
        // Half of the height is 5 · tan 30°.
        double perUnit = 240 / (5 * Math.Tan(Math.PI / 6));
        foreach (int far in new[] { -3, 3 })
        {
            var (x, y) = view.Project((far, 1, 0.5));
            Assert.Equal(320 + perUnit, x, 1e-9);
            Assert.Equal(240 - 0.5 * perUnit, y, 1e-9);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_rows_of_a_view_are_its_projection(bool orthographic)
    {
        View view = Seen(new FreeCamera((4, 3, 2), (0, 0.5, 0)) { Orthographic = orthographic });
        Vector3D point = (0.3, -0.4, 0.8);
        var (x, y, z, w) = view.Rows();
        double inverse = 1 / At(w);
        Assert.Equal(view.Project(point).X, At(x) * inverse, 1e-9);
        Assert.Equal(view.Project(point).Y, At(y) * inverse, 1e-9);
        Assert.InRange(At(z) * inverse, 0, 1);

        double At(View.Row row) => row.Factors.Dot(point) + row.Constant;
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(-75, false)]
    [InlineData(90, true)]
    public void All_is_in_the_picture_at_every_azimuth(double elevation, bool orthographic)
    {
        var space = new Space(new(new(-3, 5), new(0, 1), new(10, 12)), null);
        for (int azimuth = 0; azimuth < 360; azimuth += 10)
        {
            var view = new View(Camera.Turntable(azimuth, elevation) with { Orthographic = orthographic }, space, (300, 200));
            for (int corner = 0; corner < 8; corner++)
            {
                Vector3D at = ((corner & 1) == 0 ? -3 : 5, (corner & 2) == 0 ? 0 : 1, (corner & 4) == 0 ? 10 : 12);
                var (x, y) = view.Project(space.Place(at));
                Assert.True(x is > 0 and < 300 && y is > 0 and < 200, $"({x}, {y}) at {azimuth}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    [InlineData(double.NaN)]
    public void A_field_of_view_lies_between_0_and_180(double degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Camera.Turntable() with { FieldOfView = degrees });

    [Fact]
    public void A_camera_cannot_look_at_its_own_place() => Assert.Throws<ArgumentException>(() => new FreeCamera((1, 2, 3), (1, 2, 3)));

    private static View Seen(Camera camera) => new(camera, Unit, (640, 480));

    private static void Near(Vector3D expected, Vector3D actual) =>
        Assert.True((expected - actual).Length < 1e-9, $"{expected} is not {actual}");
}
