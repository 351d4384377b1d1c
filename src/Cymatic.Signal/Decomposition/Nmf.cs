using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Non-negative matrix factorisation.</summary>
/// <remarks>
/// Coordinate descent follows scikit-learn's solver step by step, so that with the same start it ends in the same error.
/// Memory: twice the matrix, and once more for the divergence. The result does not depend on the number of cores.
/// </remarks>
public static class Nmf
{
    /// <summary>Factorises rows × columns of numbers that are not negative.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="options">How; null: 16 components, coordinate descent.</param>
    /// <param name="progress">Told the share of iterations done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">No whole rows, or a number that is negative, infinite or NaN.</exception>
    public static Factorisation Factorise(
        ReadOnlySpan<float> values, int columns, FactorisationOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        options ??= new FactorisationOptions();
        if (columns < 1 || values.IsEmpty || values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} numbers are no whole rows of {columns}.", nameof(values));
        if (!(TensorPrimitives.Min(values) >= 0) || !float.IsFinite(TensorPrimitives.Max(values)))
            throw new ArgumentException($"Every one of {values.Length} numbers must be finite and not negative.", nameof(values));
        var problem = new Problem(PaddedMatrix.Of(values, values.Length / columns, columns), options);
        return problem.Solve(progress, cancel);
    }

    private sealed class Problem
    {
        private readonly FactorisationOptions _options;

        // Both factors and the data in both orientations; products need one of each.
        private readonly PaddedMatrix _data, _dataT, _columnFactor, _columnFactorT, _rowFactor, _rowFactorT, _rowWork, _columnWork;
        private readonly PaddedMatrix? _quotient, _quotientT;

        public Problem(PaddedMatrix data, FactorisationOptions options)
        {
            (_data, _dataT, _options) = (data, data.Transposed(), options);
            int k = options.Components;
            (_rowFactor, _rowWork) = (new PaddedMatrix(k, data.Rows), new PaddedMatrix(k, data.Rows));
            (_columnFactor, _columnWork) = (new PaddedMatrix(k, data.Columns), new PaddedMatrix(k, data.Columns));
            if (options.Solver == FactorSolver.KullbackLeibler)
                (_quotient, _quotientT) = (new PaddedMatrix(data.Rows, data.Columns), new PaddedMatrix(data.Columns, data.Rows));
            if (options.Start == FactorStart.SingularVectors && k <= Math.Min(data.Rows, data.Columns))
                SingularStart.Fill(_data, _dataT, _rowFactor, _columnFactor);
            else
                FillRandomly();
            (_rowFactorT, _columnFactorT) = (_rowFactor.Transposed(), _columnFactor.Transposed());
        }

        public Factorisation Solve(IProgress<double>? progress, CancellationToken cancel)
        {
            double first = _options.Solver == FactorSolver.CoordinateDescent ? 0 : Error(), last = first;
            int iteration = 0;
            while (iteration < _options.Iterations)
            {
                cancel.ThrowIfCancellationRequested();
                double violation = Iterate();
                iteration++;
                progress?.Report((double)iteration / _options.Iterations);
                if (_options.Solver == FactorSolver.CoordinateDescent)
                {
                    first = iteration == 1 ? violation : first;
                    if (first == 0 || violation <= _options.Tolerance * first)
                        break;
                }
                else if (_options.Tolerance > 0 && iteration % 10 == 0)
                {
                    double error = Error();
                    if (last - error < _options.Tolerance * first)
                        break;
                    last = error;
                }
            }

            return new Factorisation(_rowFactorT.ToArray(), _columnFactor.ToArray(), _options.Components, Error(), iteration);
        }

        private double Iterate()
        {
            double violation = Update(_rowFactor, _dataT, (_columnFactorT, _columnFactor), (_quotientT, _rowWork));
            _rowFactor.TransposeTo(_rowFactorT);
            violation += Update(_columnFactor, _data, (_rowFactorT, _rowFactor), (_quotient, _columnWork));
            _columnFactor.TransposeTo(_columnFactorT);
            return violation;
        }

        private double Update(
            PaddedMatrix factor, PaddedMatrix data, (PaddedMatrix Matrix, PaddedMatrix Transposed) other,
            (PaddedMatrix? Quotient, PaddedMatrix Product) work)
        {
            switch (_options.Solver)
            {
                case FactorSolver.CoordinateDescent:
                    return CoordinateDescent.Update(factor, data, other.Matrix, work.Product);
                case FactorSolver.Multiplicative:
                    MultiplicativeUpdate.Squared(factor, data, other.Matrix, work.Product);
                    return 0;
                default:
                    MultiplicativeUpdate.Divergence(factor, data, other, (work.Quotient!, work.Product));
                    return 0;
            }
        }

        private double Error()
        {
            var model = new PaddedMatrix(_data.Rows, _data.Columns);
            Products.TransposedTimes(_rowFactor, _columnFactor, model);
            double error = 0;
            for (int row = 0; row < _data.Rows; row++)
            {
                error += _options.Solver == FactorSolver.KullbackLeibler
                    ? Divergence(_data[row], model[row])
                    : Math.Pow(TensorPrimitives.Distance<float>(_data[row], model[row]), 2);
            }

            return Math.Sqrt(Math.Max(0, _options.Solver == FactorSolver.KullbackLeibler ? 2 * error : error));
        }

        /// <summary>Σ x log(x/y) − x + y; y at least 10⁻⁷.</summary>
        private static double Divergence(ReadOnlySpan<float> data, ReadOnlySpan<float> model)
        {
            double sum = 0;
            for (int i = 0; i < data.Length; i++)
                sum += (data[i] > 0 ? data[i] * Math.Log(data[i] / Math.Max(model[i], 1.1920929e-7)) : 0) - data[i] + model[i];
            return sum;
        }

        private void FillRandomly()
        {
            double mean = TensorPrimitives.Sum<float>(_data.All) / ((double)_data.Rows * _data.Columns);
            var random = new Random(_options.Seed);
            foreach (PaddedMatrix factor in (PaddedMatrix[])[_columnFactor, _rowFactor])
            {
                for (int t = 0; t < factor.Rows; t++)
                {
                    foreach (ref float x in factor[t])
                        x = (float)(Math.Sqrt(mean / factor.Rows) * Math.Abs(Gauss(random)));
                }
            }
        }

        private static double Gauss(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
