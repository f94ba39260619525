using GuidelineBench.Fuzzing.Inputs;
using GuidelineBench.Fuzzing.Sessions;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing;

/// <summary>A short run of the tool; see docs/robustness.md for the long one.</summary>
public sealed class FuzzingTests(OpenCatalogue open) : IClassFixture<OpenCatalogue>
{
    private const int Seed = 20180730;

    private static readonly int InputsPerShare = TestPart.Number(all: 150, part: 40);

    public static TheoryData<string> Names => [.. TargetCatalogue.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void DamagedInputsAreRefusedInOneLine(string name)
    {
        using var keeper = new InputKeeper(Path.GetTempFileName());
        using var watchdog = new Watchdog(keeper);
        FuzzTarget target = open.Catalogue.Targets.Single(target => target.Name == name);
        var session = new TargetSession(target, Seed, keeper);

        session.Run(InputsPerShare * target.Share);

        Assert.Empty(session.Findings.Select(finding => $"{finding.What}\n{Convert.ToBase64String(finding.Input)}"));
        // Inputs that are all refused at their first byte, or all accepted, would show nothing.
        Assert.InRange(session.Accepted, 1, session.Inputs);
    }

    [Fact]
    public void EqualSeedsGiveEqualInputs()
    {
        byte[] sample = "{\"a\": [1, 2.5, \"b\"]}"u8.ToArray();
        var one = new Mutator([sample], ["a"], Seed);
        var other = new Mutator([sample], ["a"], Seed);
        var different = new Mutator([sample], ["a"], Seed + 1);
        byte[][] inputs = [.. Enumerable.Range(0, 200).Select(_ => one.Next())];

        Assert.Equal(inputs, Enumerable.Range(0, 200).Select(_ => other.Next()));
        Assert.NotEqual(inputs, Enumerable.Range(0, 200).Select(_ => different.Next()));
        Assert.All(inputs, input => Assert.InRange(input.Length, 0, Mutator.LongestInput));
    }

    /// <summary>A tool that finds nothing must be able to find something.</summary>
    [Theory]
    [InlineData("throws", "IndexOutOfRangeException")]
    [InlineData("differs", "another answer")]
    [InlineData("lines", "line break")]
    [InlineData("memory", "bytes were allocated")]
    [InlineData("silent", "0 characters")]
    public void BrokenParsersAreFound(string fault, string what)
    {
        int calls = 0;
        var target = new FuzzTarget("broken", 1, ["x"u8.ToArray()], [], input => (input is not [(byte)'x'], fault) switch
        {
            (false, _) => new Answer(true, ""),
            (_, "throws") => new Answer(true, $"{input[input.Length]}"),
            (_, "differs") => new Answer(true, $"{calls++}"),
            (_, "lines") => new Answer(false, "one\ntwo"),
            (_, "memory") => new Answer(true, $"{new byte[TargetSession.MostAllocatedBytes + 1].Length}"),
            _ => new Answer(false, ""),
        });
        using var keeper = new InputKeeper(Path.GetTempFileName());
        var session = new TargetSession(target, Seed, keeper);

        session.Run(20);

        Assert.Contains(what, Assert.Single(session.Findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public void TheInputAtHandSurvivesInAFile()
    {
        using var keeper = new InputKeeper(Path.GetTempFileName());
        keeper.Keep("npy", [1, 2, 10, 3]);

        (string target, byte[] input) = InputKeeper.Read(keeper.Path);

        Assert.Equal("npy", target);
        Assert.Equal([1, 2, 10, 3], input);
    }
}
