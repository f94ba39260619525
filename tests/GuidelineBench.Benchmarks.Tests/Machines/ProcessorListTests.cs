using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class ProcessorListTests
{
    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3", new[] { 0, 1, 2, 3 })]
    [InlineData("0-1,8-9\n", new[] { 0, 1, 8, 9 })]
    [InlineData("4,2", new[] { 2, 4 })]
    [InlineData("", new int[0])]
    [InlineData("none", new int[0])]
    public void ListsAreReadAsTheKernelWritesThem(string text, int[] processors) =>
        Assert.Equal(processors, ProcessorList.Parse(text));

    /// <summary>Texts of a few bytes that name billions, or the last number that there is.</summary>
    [Theory]
    [InlineData("0-2147483647")]
    [InlineData("2147483646-2147483647")]
    [InlineData("0-2000000000,5")]
    [InlineData("0-60000,0-60000")]
    [InlineData("99999999999")]
    public void ListsBeyondAnyMachineAreNone(string text) => Assert.Empty(ProcessorList.Parse(text));
}
