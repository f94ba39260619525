namespace GuidelineBench.Analysis.CostModels;

/// <summary>
/// Least squares with coefficients that cannot be negative, [Lawson1974] chapter 23, algorithm NNLS: coefficients leave
/// zero one at a time, the one whose residual gains most first, and return to it where the unconstrained solution over
/// the others turns them negative.
/// </summary>
/// <remarks>
/// None of the project's libraries has it. Columns are scaled to unit length, as counts of operators and of multiply-adds
/// differ by six orders of magnitude, and the inner problem is solved by modified Gram-Schmidt with the right side as a
/// further column, [Bjorck1967], not by normal equations, which would square the condition number.
/// </remarks>
public static class NonNegativeLeastSquares
{
    /// <summary>A column whose part outside of the columns before it is shorter than this share of it adds nothing but rounding.</summary>
    private const double Dependent = 1e-10;

    /// <summary>A gradient under this share of the right side is zero but for rounding.</summary>
    private const double Flat = 1e-12;

    /// <param name="rows">One for each equation, all of one length.</param>
    /// <param name="right">The right sides.</param>
    /// <returns>One coefficient for each column, 0 or more; 0 for a column of zeros.</returns>
    /// <exception cref="ArgumentException">The rows differ in length, or their number is not that of the right sides.</exception>
    public static double[] Solve(IReadOnlyList<double[]> rows, IReadOnlyList<double> right)
    {
        if (rows.Count != right.Count || rows.Count == 0 || rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException("Least squares need rows of one length, and one right side for each.", nameof(rows));
        int terms = rows[0].Length;
        double[] lengths = [.. Enumerable.Range(0, terms).Select(term => Math.Sqrt(rows.Sum(row => row[term] * row[term])))];
        double[][] columns =
            [.. Enumerable.Range(0, terms).Select(term => rows.Select(row => lengths[term] > 0 ? row[term] / lengths[term] : 0).ToArray())];
        double[] goal = [.. right];
        double flat = Flat * Math.Sqrt(goal.Sum(value => value * value));

        double[] x = new double[terms];
        var free = new List<int>();
        var refused = new HashSet<int>();
        // [Lawson1974] bounds the passes the same way: in exact arithmetic each one lowers the residual and none comes twice.
        for (int pass = 0; pass < 3 * terms; pass++)
        {
            double[] residual = Residual(columns, goal, x);
            int next = -1;
            double steepest = flat;
            for (int term = 0; term < terms; term++)
            {
                double gradient = Dot(columns[term], residual);
                if (lengths[term] > 0 && !free.Contains(term) && !refused.Contains(term) && gradient > steepest)
                    (next, steepest) = (term, gradient);
            }

            if (next < 0)
                break;
            free.Add(next);
            if (Restore(columns, goal, x, free, next))
                refused.Clear();
            else
                refused.Add(next);
        }

        return [.. x.Select((value, term) => lengths[term] > 0 ? value / lengths[term] : 0)];
    }

    /// <summary>Moves to the solution over the free terms, and drops those that it would make negative on the way.</summary>
    /// <returns>False where the term that was freed last has to stay zero.</returns>
    private static bool Restore(double[][] columns, double[] goal, double[] x, List<int> free, int added)
    {
        while (free.Count > 0)
        {
            if (Unconstrained([.. free.Select(term => columns[term])], goal) is not { } solution)
            {
                free.Remove(added);
                x[added] = 0;
                return false;
            }

            if (solution.All(value => value > 0))
            {
                for (int i = 0; i < free.Count; i++)
                    x[free[i]] = solution[i];
                return true;
            }

            (double step, int first) = (double.PositiveInfinity, -1);
            for (int i = 0; i < free.Count; i++)
                if (solution[i] <= 0 && Share(x[free[i]], solution[i]) is var share && share < step)
                    (step, first) = (share, i);
            for (int i = 0; i < free.Count; i++)
                x[free[i]] = Math.Max(0, x[free[i]] + step * (solution[i] - x[free[i]]));
            // The one that sets the step is zero by arithmetic, whatever rounding says.
            x[free[first]] = 0;
            free.RemoveAt(first);
        }

        return x[added] > 0;
    }

    /// <summary>How far a term can go towards a solution under zero.</summary>
    private static double Share(double from, double to) => from > 0 ? from / (from - to) : 0;

    /// <returns>Null where the columns depend on each other.</returns>
    private static double[]? Unconstrained(double[][] columns, double[] goal)
    {
        int n = columns.Length;
        double[][] q = [.. columns.Select(column => (double[])column.Clone())];
        double[] rest = (double[])goal.Clone();
        double[,] r = new double[n, n];
        double[] projected = new double[n];
        for (int i = 0; i < n; i++)
        {
            r[i, i] = Math.Sqrt(Dot(q[i], q[i]));
            if (r[i, i] < Dependent)
                return null;
            for (int row = 0; row < rest.Length; row++)
                q[i][row] /= r[i, i];
            for (int j = i + 1; j < n; j++)
            {
                r[i, j] = Dot(q[i], q[j]);
                Subtract(q[j], r[i, j], q[i]);
            }

            projected[i] = Dot(q[i], rest);
            Subtract(rest, projected[i], q[i]);
        }

        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = projected[i];
            for (int j = i + 1; j < n; j++)
                sum -= r[i, j] * solution[j];
            solution[i] = sum / r[i, i];
        }

        return solution;
    }

    private static double[] Residual(double[][] columns, double[] goal, double[] x)
    {
        double[] residual = (double[])goal.Clone();
        for (int term = 0; term < x.Length; term++)
            Subtract(residual, x[term], columns[term]);
        return residual;
    }

    private static void Subtract(double[] from, double times, double[] column)
    {
        for (int row = 0; row < from.Length; row++)
            from[row] -= times * column[row];
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
