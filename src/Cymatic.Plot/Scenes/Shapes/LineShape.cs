namespace Cymatic.Plot;

/// <summary>Lines of one colour that no light changes.</summary>
internal sealed class LineShape : Shape
{
    private readonly IReadOnlyList<(Vector3D From, Vector3D To)> _lines;

    internal LineShape(IReadOnlyList<(Vector3D From, Vector3D To)> lines, Paint paint, double width)
        : base(Joints.Lines, 2 * lines.Count, paint, Material.Unlit) => (_lines, LineWidth) = (lines, width);

    internal override Extent Extent => Extent.Empty;

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        for (int i = 0; i < block.Count; i++)
        {
            var (from, to) = _lines[(start + i) / 2];
            block.Set(i, ((start + i) % 2 == 0 ? from : to) - space.Center, new(0, 0, 1));
        }

        block.Value.Clear();
    }
}
