using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Checks.Turns;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Checks;

/// <summary>Two builds that measure in turn; a script stands for each: it writes down what it is told, and answers.</summary>
public sealed class PairedTurnsTests : IDisposable
{
    private const string Ready = "echo cell 7 6e6 b; echo cell 4 1e6 a; echo ready";

    private readonly TemporaryFolder folder = new();

    public PairedTurnsTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh here.");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Both_make_the_same_passes_there_and_back()
    {
        using TurnProcess before = Process("before", Ready), after = Process("after", "echo cell 0 2e6 a; echo cell 1 1e6 b; echo cell 2 1e6 c; echo ready");

        new PairedTurns(before, after, seed: 1).Measure(TimeSpan.Zero, CancellationToken.None);

        string[] told = File.ReadAllLines(folder["order.log"]);
        // The longer pass of the two decides: 8 ms of 2 ms as a whole, one pass of 6 ms by steps.
        Assert.Equal(
            [
                ("after", "block"), ("after", "end"), ("after", "stay 0 4 whole"), ("after", "stay 1 1 steps"),
                ("before", "block"), ("before", "end"), ("before", "stay 4 4 whole"), ("before", "stay 7 1 steps"),
            ],
            told.Select(Words).Distinct().Order());
        string[] stays = [.. told.Where(line => line.Contains("stay", StringComparison.Ordinal))];
        Assert.Equal(PairedTurns.Blocks * 2 * 4, stays.Length);
        Assert.All(stays.Chunk(4), visit =>
        {
            Assert.Equal((visit[0], visit[1]), (visit[3], visit[2]));
            Assert.NotEqual(visit[0], visit[1]);
        });
        Assert.Equal(2, stays.Chunk(4).Select(visit => Words(visit[0]).Name).Distinct().Count());
        Assert.Equal(2 * PairedTurns.Blocks, told.Count(line => line.EndsWith("block", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("exit 4", 4, "ended with 4")]
    [InlineData("exit 1", 5, "ended with 1")]
    [InlineData("echo hello", 5, "said 'hello'")]
    [InlineData("echo cell 7 fast b", 5, "said 'cell 7 fast b'")]
    public void A_build_that_is_not_ready_is_named(string script, int code, string said)
    {
        var error = Assert.Throws<CommandException>(() => Process("broken", script));

        Assert.Equal(code, error.ExitCode);
        Assert.EndsWith($"broken.sh turns {said}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_ends_in_between_is_named()
    {
        using TurnProcess broken = Process("broken", $"{Ready}; read line; exit 139");

        var error = Assert.Throws<CommandException>(() => broken.Stay("a", 1, bySteps: false));
        Assert.Equal((5, true), (error.ExitCode, error.Message.EndsWith("broken.sh turns ended with 139", StringComparison.Ordinal)));
    }

    private static (string Name, string Told) Words(string line) => (line.Split(' ', 2)[0], line.Split(' ', 2)[1]);

    private TurnProcess Process(string name, string ready)
    {
        folder.Write("results.json", ResultFileJson.Serialize(SampleRuns.Run()));
        string script = folder.Write($"{name}.sh", $$"""
            for out do :; done
            {{ready}}
            while read -r line; do
              echo "{{name}} $line" >> '{{folder["order.log"]}}'
              if [ "$line" = end ]; then break; fi
              echo done
            done
            mkdir -p "$out"
            cp '{{folder["results.json"]}}' "$out/results.json"

            """.ReplaceLineEndings("\n"));
        return new TurnProcess(MeasuringProgram.At(script, "--paired"), ["--quick"], folder[name], CancellationToken.None);
    }
}
