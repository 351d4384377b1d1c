using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The order of a dendrogram's leaves whose neighbours are nearest, of all that flipping its branches can give.</summary>
/// <remarks>
/// Bar-Joseph, Gifford and Jaakkola, Bioinformatics 17 (2001): the cheapest order of each subtree for every pair of outermost leaves,
/// from the leaves up. O(n³) in time, n² floats in memory. Nothing is pruned, so the order never costs more than the one of
/// scipy.cluster.hierarchy.optimal_leaf_ordering (1.10.1), which misses the cheapest order of some trees.
/// </remarks>
public static class OptimalLeafOrder
{
    /// <summary>The leaves in that order; of an order and its mirror image, the one that starts with the smaller leaf.</summary>
    /// <exception cref="ArgumentException">Tree and distances are not of the same things.</exception>
    public static int[] Of(Dendrogram tree, DistanceMatrix distances)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(distances);
        if (tree.Leaves != distances.Count)
            throw new ArgumentException($"A tree of {tree.Leaves} leaves has no distances of {distances.Count} things.", nameof(distances));
        if (tree.Leaves == 1)
            return [0];
        var solver = new Solver(tree, distances);
        int[] order = solver.Solve();
        if (order[0] > order[^1])
            Array.Reverse(order);
        return order;
    }

    /// <summary>The sum of the distances of neighbours.</summary>
    public static double Cost(ReadOnlySpan<int> order, DistanceMatrix distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        double cost = 0;
        for (int i = 1; i < order.Length; i++)
            cost += distances[order[i - 1], order[i]];
        return cost;
    }

    private sealed class Solver(Dendrogram tree, DistanceMatrix distances)
    {
        private readonly int _n = tree.Leaves;

        // _cost[u·n + v]: cheapest order from leaf u to leaf v of the smallest subtree that holds both.
        private readonly float[] _cost = new float[tree.Leaves * tree.Leaves];

        // Leaves in tree order, so that every subtree is a range.
        private readonly int[] _leafAt = new int[tree.Leaves];
        private readonly (int Start, int Count)[] _range = new (int, int)[2 * tree.Leaves - 1];
        private float[] _distance = [];

        public int[] Solve()
        {
            LayOut();
            _distance = new float[_n * _n];
            for (int i = 0; i < _n; i++)
            {
                for (int j = 0; j < _n; j++)
                    _distance[i * _n + j] = distances[_leafAt[i], _leafAt[j]];
            }

            foreach (Merge merge in tree.Merges)
                Fill(merge);
            return Trace();
        }

        private void LayOut()
        {
            var stack = new Stack<int>([2 * _n - 2]);
            int at = 0;
            while (stack.TryPop(out int node))
            {
                _range[node] = (at, node < _n ? 1 : tree.Merges[node - _n].Leaves);
                if (node < _n)
                {
                    _leafAt[at++] = node;
                    continue;
                }

                stack.Push(tree.Merges[node - _n].Second);
                stack.Push(tree.Merges[node - _n].First);
            }
        }

        /// <summary>
        /// The leaves that can end a subtree which starts with leaf <paramref name="position"/>: those of its other branch.
        /// </summary>
        private (int Start, int Count) Across(int node, int position)
        {
            if (node < _n)
                return _range[node];
            (int Start, int Count) first = _range[tree.Merges[node - _n].First];
            return position < first.Start + first.Count ? _range[tree.Merges[node - _n].Second] : first;
        }

        private void Fill(Merge merge)
        {
            (int Start, int Count) left = _range[merge.First], right = _range[merge.Second];
            var bridge = new float[right.Count];
            for (int u = left.Start; u < left.Start + left.Count; u++)
            {
                Bridge(merge.First, u, right, bridge);
                for (int v = right.Start; v < right.Start + right.Count; v++)
                {
                    (int start, int count) = Across(merge.Second, v);
                    float best = float.PositiveInfinity;
                    for (int k = start; k < start + count; k++)
                        best = Math.Min(best, bridge[k - right.Start] + _cost[k * _n + v]);
                    _cost[u * _n + v] = _cost[v * _n + u] = best;
                }
            }
        }

        /// <summary>For each leaf k of the right branch the cheapest way from u through the left branch to k.</summary>
        private void Bridge(int leftNode, int u, (int Start, int Count) right, Span<float> bridge)
        {
            bridge.Fill(float.PositiveInfinity);
            var way = new float[right.Count];
            (int start, int count) = Across(leftNode, u);
            for (int m = start; m < start + count; m++)
            {
                TensorPrimitives.Add(_distance.AsSpan(m * _n + right.Start, right.Count), _cost[u * _n + m], way);
                TensorPrimitives.Min(bridge, way, bridge);
            }
        }

        private int[] Trace()
        {
            int top = 2 * _n - 2;
            (int From, int To) ends = Cheapest(tree.Merges[^1]);
            var order = new int[_n];
            var stack = new Stack<(int Node, int From, int To, int At)>([(top, ends.From, ends.To, 0)]);
            while (stack.TryPop(out (int Node, int From, int To, int At) part))
            {
                if (part.Node < _n)
                {
                    order[part.At] = part.Node;
                    continue;
                }

                (int a, int b) = Sides(part.Node, part.From);
                (int m, int k) = Joint(a, b, part.From, part.To);
                stack.Push((a, part.From, m, part.At));
                stack.Push((b, k, part.To, part.At + _range[a].Count));
            }

            return order;
        }

        private (int Node, int Other) Sides(int node, int from)
        {
            Merge merge = tree.Merges[node - _n];
            (int start, int count) = _range[merge.First];
            return from >= start && from < start + count ? (merge.First, merge.Second) : (merge.Second, merge.First);
        }

        private (int From, int To) Cheapest(Merge merge)
        {
            (int Start, int Count) left = _range[merge.First], right = _range[merge.Second];
            (int From, int To) best = (left.Start, right.Start);
            for (int u = left.Start; u < left.Start + left.Count; u++)
            {
                for (int v = right.Start; v < right.Start + right.Count; v++)
                {
                    if (_cost[u * _n + v] < _cost[best.From * _n + best.To])
                        best = (u, v);
                }
            }

            return best;
        }

        private (int Last, int First) Joint(int a, int b, int from, int to)
        {
            (int Start, int Count) ends = Across(a, from), starts = Across(b, to);
            (int Last, int First) best = (ends.Start, starts.Start);
            float bestCost = float.PositiveInfinity;
            for (int m = ends.Start; m < ends.Start + ends.Count; m++)
            {
                for (int k = starts.Start; k < starts.Start + starts.Count; k++)
                {
                    float cost = _cost[from * _n + m] + _distance[m * _n + k] + _cost[k * _n + to];
                    if (cost < bestCost)
                        (best, bestCost) = ((m, k), cost);
                }
            }

            return best;
        }
    }
}
