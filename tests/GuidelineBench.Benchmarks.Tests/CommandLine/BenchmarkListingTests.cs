using GuidelineBench.Benchmarks.CommandLine;

namespace GuidelineBench.Benchmarks.Tests.CommandLine;

public sealed class BenchmarkListingTests
{
    [Fact]
    public void HasEveryCellAndEveryKernelOnce()
    {
        string[] names = List("--list", "flat");

        Assert.Equal(CellBenchmarks.Cells.Count() + KernelBenchmarks.Kernels.Count(), names.Length);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Contains(names, name => name.Contains("table1/1:6/x2 fused layer 1 thread", StringComparison.Ordinal));
        // In the order of the list: as text, 13 comes before 9.
        Assert.EndsWith("(Kernel: pointwise 9->9 56x56 1 thread)", names.First(name => name.Contains("Kernel:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void FiltersNarrowIt()
    {
        string[] names = List("--list", "flat", "--filter", "*Depthwise 3x3 c=90 * 1 thread*");

        Assert.Equal(
            new[] { 56, 28, 14, 7 }.Select(size => FormattableString.Invariant($"depthwise 3x3 c=90 {size}x{size} 1 thread")),
            names.Select(name => name[(name.IndexOf(": ", StringComparison.Ordinal) + 2)..^1]));
    }

    [Theory]
    [InlineData("--list", "tree")]
    [InlineData("--filter", "*")]
    [InlineData("--no-such-option", "1")]
    public void AnythingElseIsLeftToBenchmarkDotNet(params string[] args) => Assert.Null(Listing(args));

    private static string[] List(params string[] args)
    {
        IEnumerable<string>? names = Listing(args);
        Assert.NotNull(names);
        return [.. names];
    }

    private static IEnumerable<string>? Listing(string[] args) =>
        BenchmarkListing.Of(args, BenchmarkCommandLine.Types, CommandLineConfig.Create(args));
}
