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

    /// <summary>The conditions of Kuhn and Tucker hold at the minimum and nowhere else: an independent check of any solution.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Noise_ends_where_no_step_gains(int seed)
    {
        var random = new Random(seed);
        double[][] rows = [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble() - 0.3).ToArray())];
        double[] right = [.. rows.Select(_ => random.NextDouble() * 1e6)];

        double[] x = NonNegativeLeastSquares.Solve(rows, right);

        double[] residual = [.. rows.Select((row, i) => right[i] - row.Zip(x, (value, price) => value * price).Sum())];
        for (int term = 0; term < 8; term++)
        {
            double gradient = rows.Select((row, i) => row[term] * residual[i]).Sum();
            Assert.True(x[term] >= 0);
            if (x[term] > 0)
                Assert.Equal(0, gradient, 1e-3);
            else
                Assert.True(gradient <= 1e-3, $"term {term} could still gain: {gradient}");
        }
    }

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
