using CsCheck;
using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Analysis.Tests.CostModels;

public sealed class NonNegativeLeastSquaresTests
{
    [Fact]
    public void Without_a_negative_coefficient_it_is_least_squares()
    {
        // The line 1 + 2 x through (0, 0.9), (1, 3.2), (2, 4.9): normal equations 3 a + 3 b = 9, 3 a + 5 b = 13, so a = 1, b = 2.
        double[] x = NonNegativeLeastSquares.Solve([[1, 0], [1, 1], [1, 2]], [0.9, 3.2, 4.9]);

        Assert.Equal([1, 2], x.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_coefficient_that_would_be_negative_is_zero_and_the_others_are_fitted_without_it()
    {
        // Least squares gives (2, -1); with the second at zero the first is the mean of 2 and 1.
        double[] x = NonNegativeLeastSquares.Solve([[1, 0], [1, 1]], [2, 1]);

        Assert.Equal(1.5, x[0], 1e-12);
        Assert.Equal(0, x[1]);
    }

    [Fact]
    public void A_term_that_entered_first_can_leave_again()
    {
        // Of the unit columns the first has the largest gradient, 7 / sqrt(3) = 4.04 against 3 and 4; the second and third give the
        // right side exactly, and with them its coefficient is zero.
        double[] x = NonNegativeLeastSquares.Solve([[1, 1, 0], [1, 0, 1], [1, 0, 0]], [3, 4, 0]);

        Assert.Equal(0, x[0], 1e-12);
        Assert.Equal(3, x[1], 1e-12);
        Assert.Equal(4, x[2], 1e-12);
    }

    [Fact]
    public void Columns_of_very_different_size_are_recovered()
    {
        double[] truth = [900, 0.02, 0, 1e-4];
        var random = new Random(7);
        double[][] rows = [.. Enumerable.Range(0, 40).Select(_ => new[] { random.Next(1, 60), 1e6 * random.NextDouble(), 1e3 * random.NextDouble(), 1e8 * random.NextDouble() })];

        double[] x = NonNegativeLeastSquares.Solve(rows, [.. rows.Select(row => row.Zip(truth, (value, price) => value * price).Sum())]);

        for (int i = 0; i < truth.Length; i++)
            Assert.Equal(truth[i], x[i], Math.Max(1e-9, 1e-9 * truth[i]));
    }

    /// <summary>
    /// The conditions of Kuhn and Tucker hold at the minimum and nowhere else: an independent check of any solution. Small whole
    /// numbers, so that columns are zero, equal, or sums of others.
    /// </summary>
    [Fact]
    public void It_ends_where_no_step_gains() => Property.Holds(Systems, system =>
    {
        (double[][] rows, double[] right) = system;

        double[] x = NonNegativeLeastSquares.Solve(rows, right);

        double[] residual = [.. rows.Select((row, i) => right[i] - row.Zip(x, (value, price) => value * price).Sum())];
        double rounding = 1e-9 * (1 + Math.Sqrt(right.Sum(value => value * value)));
        for (int term = 0; term < x.Length; term++)
        {
            double length = Math.Sqrt(rows.Sum(row => row[term] * row[term]));
            double gradient = length == 0 ? 0 : rows.Select((row, i) => row[term] * residual[i]).Sum() / length;
            Assert.True(x[term] >= 0, $"term {term} is {x[term]}");
            Assert.True(gradient <= rounding, $"term {term} could still gain: {gradient}");
            Assert.True(x[term] == 0 || gradient >= -rounding, $"term {term} should be less: {gradient}");
            Assert.True(length > 0 || x[term] == 0, $"term {term} has no column");
        }
    });

    private static Gen<(double[][], double[])> Systems =>
        from equations in Gen.Int[1, 12]
        from terms in Gen.Int[1, 6]
        from rows in Gen.Int[-2, 5].Select(value => (double)value).Array[terms].Array[equations]
        from right in Gen.Double[-1000, 1000].Array[equations]
        select (rows, right);

    [Fact]
    public void Equal_columns_share_one_price_and_a_column_of_zeros_has_none()
    {
        double[] x = NonNegativeLeastSquares.Solve([[1, 1, 0], [2, 2, 0]], [3, 6]);

        Assert.Equal(3, x[0] + x[1], 1e-12);
        Assert.Equal(0, x[2]);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => NonNegativeLeastSquares.Solve([[1, 2], [1]], [1, 2]));
        Assert.Throws<ArgumentException>(() => NonNegativeLeastSquares.Solve([[1, 2]], [1, 2]));
        Assert.Throws<ArgumentException>(() => NonNegativeLeastSquares.Solve([], []));
    }
}
