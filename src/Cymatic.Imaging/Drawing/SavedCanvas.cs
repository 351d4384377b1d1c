namespace Cymatic.Imaging;

/// <summary>A remembered state of a canvas; disposing brings transformation and clip back.</summary>
public readonly ref struct SavedCanvas
{
    private readonly Canvas _canvas;

    internal SavedCanvas(Canvas canvas) => _canvas = canvas;

    /// <summary>Brings the state back.</summary>
    public void Dispose() => Cairo.Restore(_canvas.Context);
}
