using CsCheck;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Execution.Tests.Threads;

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

    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 0 }, "0")]
    [InlineData(new[] { 0, 1, 2, 5 }, "0-2,5")]
    [InlineData(new[] { 3, 1, 2, 1791 }, "3,1-2,1791")]
    public void ListsAreWrittenAsRanges(int[] processors, string text) => Assert.Equal(text, ProcessorList.Write(processors));

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Property.Holds(
        Gen.Int[0, 40].ArrayUnique[0, 30],
        processors =>
        {
            int[] sorted = [.. processors.Order()];

            Assert.Equal(sorted, ProcessorList.Parse(ProcessorList.Write(processors)));
            Assert.Equal(sorted.Count(processor => !sorted.Contains(processor - 1)), ProcessorList.Write(sorted).Split(',', StringSplitOptions.RemoveEmptyEntries).Length);
        });

    /// <summary>Texts of a few bytes that name billions, or the last number that there is.</summary>
    [Theory]
    [InlineData("0-2147483647")]
    [InlineData("2147483646-2147483647")]
    [InlineData("0-2000000000,5")]
    [InlineData("0-60000,0-60000")]
    [InlineData("99999999999")]
    public void ListsBeyondAnyMachineAreNone(string text) => Assert.Empty(ProcessorList.Parse(text));
}
