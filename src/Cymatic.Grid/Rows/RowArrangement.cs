namespace Cymatic.Grid;

/// <summary>In which order sounds become rows, and what the rows are called.</summary>
/// <param name="Order">The sound at each row, from the top: <c>Order[row]</c> indexes the sounds that were given.</param>
/// <param name="Names">A short unique name for each given sound.</param>
/// <param name="CentroidsHz">
/// Energy-weighted mean frequency of the first 420 ms of each given sound in Hz, less what only other sounds add in some of its playings.
/// </param>
public sealed record RowArrangement(IReadOnlyList<int> Order, IReadOnlyList<string> Names, IReadOnlyList<double> CentroidsHz);
