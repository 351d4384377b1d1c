namespace Cymatic.Workflows.Tests;

/// <summary>Tests that draw run one after the other, so that outstanding frames can be counted.</summary>
[CollectionDefinition(nameof(GridPicture), DisableParallelization = true)]
public sealed class GridPicturesInTurn;
