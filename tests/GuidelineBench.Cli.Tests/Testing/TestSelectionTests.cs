using GuidelineBench.Cli.Terminals;
using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Tests.Testing;

public class TestSelectionTests
{
    private static readonly TestRun Kernels = new("Kernels.Tests", "Kernels.Tests.dll", TestedWidth.OfThisMachine[^1]), Others = new("Other.Tests", "Other.Tests.dll");

    [Fact]
    public void TheCommandOfAFailureNamesTheTestItsPartAndItsWidth()
    {
        Assert.Equal("./run.sh test --filter FullyQualifiedName=A.B.Adds", new TestSelection().Again(Others, "A.B.Adds"));
        Assert.Equal("./run.sh test --all --filter FullyQualifiedName=A.B+C.Adds", new TestSelection(All: true).Again(Others, "A.B+C.Adds"));
        Assert.Equal(
            $"./run.sh test --filter FullyQualifiedName=A.B.Adds --width {TestedWidth.OfThisMachine[^1].Name}", new TestSelection().Again(Kernels, "A.B.Adds"));
    }

    /// <summary>What is printed is what the program takes, and asks for that test alone.</summary>
    [Fact]
    public void TheCommandOfAFailureIsUnderstood()
    {
        foreach (TestRun run in (TestRun[])[Kernels, Others])
        {
            string[] words = new TestSelection(All: true).Again(run, "A.B+C.Adds").Split(' ');
            Assert.Equal("./run.sh", words[0]);
            Assert.Null(Record.Exception(() => Application.Parse(words[1..], new Terminal(TextWriter.Null, TextWriter.Null))));
            Assert.Equal(["-method", "A.B+C.Adds"], TestFilter.ByName(words[Array.IndexOf(words, "--filter") + 1]));
        }
    }

    [Fact]
    public void KernelsRunOnceAtEachWidthAndEverythingElseOnce()
    {
        using TemporaryFolder tree = Tree("GuidelineBench.Kernels.Simd.Tests", "GuidelineBench.Core.Tests");
        string[] kernels = [.. TestedWidth.OfThisMachine.Select(width => $"GuidelineBench.Kernels.Simd.Tests ({width.Name})")];

        Assert.Equal([.. kernels, "GuidelineBench.Core.Tests"], TestRun.Of(tree.Path, new TestSelection()).Select(run => run.Name));
        Assert.Equal([kernels[^1]], TestRun.Of(tree.Path, new TestSelection(Width: TestedWidth.OfThisMachine[^1])).Select(run => run.Name));
    }

    [Fact]
    public void NarrowedWidthsAreForcedAndExpected()
    {
        Assert.Empty(TestedWidth.OfThisMachine[0].Variables);
        Assert.Equal(TestedWidth.OfThisMachine.Length, TestedWidth.OfThisMachine.Select(width => width.Name).Distinct().Count());
        Assert.All(TestedWidth.OfThisMachine.Skip(1), width =>
        {
            Assert.Equal(2, width.Variables.Count);
            Assert.StartsWith(width.Variables[TestedWidth.ExpectedBitsVariable], width.Name, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void ShardsHaveEveryItemOnceBetweenThem(int count)
    {
        int[] items = [.. Enumerable.Range(0, 23)];

        int[][] shards = [.. Enumerable.Range(1, count).Select(number => new TestShard(number, count).Of(items).ToArray())];

        Assert.Equal(items, shards.SelectMany(shard => shard).Order());
        Assert.InRange(shards.Max(shard => shard.Length) - shards.Min(shard => shard.Length), 0, 1);
    }

    [Theory]
    [InlineData("2/6", 2, 6)]
    [InlineData("1/1", 1, 1)]
    [InlineData("64/64", 64, 64)]
    public void ShardsAreRead(string text, int number, int count) => Assert.Equal(new TestShard(number, count), TestShard.Read(text));

    [Theory]
    [InlineData("0/6")]
    [InlineData("7/6")]
    [InlineData("1/65")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("a/2")]
    [InlineData("-1/2")]
    [InlineData("/")]
    [InlineData("")]
    public void OtherShardsAreRefused(string text)
    {
        Assert.Null(TestShard.Read(text));
        Assert.Contains($"unusable shard '{text}': --shard", Invocation.Of("test", "--shard", text).RefusedLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test --width 1024", "unknown width '1024': --width")]
    [InlineData("test --width 128bit", "unknown width '128bit': --width")]
    [InlineData("test --shard 1/2 --filter Costs", "--shard with --filter")]
    [InlineData("test --part", "unknown option '--part'")]
    public void WhatCannotBeTestedIsRefused(string commandLine, string what) =>
        Assert.Contains(what, Invocation.Of(commandLine.Split(' ')).RefusedLine(), StringComparison.Ordinal);

    private static TemporaryFolder Tree(params string[] projects)
    {
        var tree = new TemporaryFolder();
        foreach (string project in projects)
        {
            Directory.CreateDirectory(tree[$"tests/{project}"]);
            tree.Write($"tests/{project}/{project}.csproj", "<Project />");
        }

        return tree;
    }
}
