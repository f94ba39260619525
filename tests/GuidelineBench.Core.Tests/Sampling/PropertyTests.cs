using CsCheck;

namespace GuidelineBench.Core.Tests.Sampling;

public sealed class PropertyTests
{
    [Fact]
    public void A_property_is_tried_on_the_same_inputs_each_time()
    {
        List<int> once = Seen(), again = Seen();

        Assert.Equal(50, once.Distinct().Count(), 5.0);
        Assert.Equal(once[..50], again[..50]);

        static List<int> Seen()
        {
            var seen = new List<int>();
            Property.Holds(Gen.Int[0, int.MaxValue - 1], seen.Add, number: 50);
            return seen;
        }
    }

    [Fact]
    public void One_that_does_not_hold_fails_on_a_small_input_with_the_seed_it_comes_back_by()
    {
        CsCheckException error = Assert.Throws<CsCheckException>(
            () => Property.Holds(Gen.Int[0, 1_000_000], number => Assert.True(number < 500_000, $"with {number}"), smaller: 5000));

        Assert.Contains("CsCheck_Seed", error.Message, StringComparison.Ordinal);
        string what = Assert.IsType<Xunit.Sdk.TrueException>(error.InnerException).Message;
        Assert.InRange(int.Parse(what.Split('\n')[0]["with ".Length..], System.Globalization.CultureInfo.InvariantCulture), 500_000, 600_000);
    }
}
