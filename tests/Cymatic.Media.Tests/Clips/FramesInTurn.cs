using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>Tests that rent frames run one after the other, so that the pool can be counted.</summary>
[CollectionDefinition(nameof(Frame), DisableParallelization = true)]
public sealed class FramesInTurn;
