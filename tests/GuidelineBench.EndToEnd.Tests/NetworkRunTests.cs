using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

public class NetworkRunTests
{
    private const string Network = "network:shufflenet_v2_0.5x", Units = "appendix1b";

    private static readonly string[] Options =
    [
        "--backend", "simd", "--quick", "--tables", "none", "--networks", "table8,appendix1b",
        "--rows", "ShuffleNet v2 0.5x (ours),Xception, c=64, 28x28", "--batch", "2", "--execution", "layer,depth-first",
    ];

    [Fact]
    public void NetworksAndStacksOfUnitsAreMeasuredAndSplitByOperator()
    {
        using RunFolderOnDisk first = new(), second = new();
        (int code, _, string error) = ProgramRun.ToEnd(["run", .. Options, "--rounds", "2", "--out", first.Path]);
        Assert.True(code == 0, error);

        ResultFile results = first.Results();
        Assert.True(results.Complete);
        Assert.Equal([(Network, "layer"), (Units, "layer"), (Network, "depth-first"), (Units, "depth-first")],
            results.Cells.Select(cell => (cell.Experiment, cell.Execution)));
        Assert.All(results.Cells, cell =>
        {
            Assert.Null(cell.Skipped);
            Assert.Equal(2, cell.Rounds.Length);
            Assert.InRange(cell.MaxError!.Value, 0, 1e-4);
            Assert.Equal(0, cell.AllocatedBytes);
            Assert.True(cell.PercentOfPeak > 0);
            ImmutableArray<OperatorTime> operators = cell.Operators!.Value;
            Assert.Equal(cell.Launches, operators.Length);
            Assert.All(operators, part => Assert.True(part.Ns > 0 && part.Bytes > 0));
            Assert.Equal(cell.MultiplyAdds, operators.Sum(part => part.MultiplyAdds));
            Assert.Contains(operators, part => part.Class == "conv");
        });
        CellResult network = results.Cells[0], units = results.Cells[1];
        // Counted by an independent script.
        Assert.Equal(40_476_448, network.MultiplyAdds);
        Assert.Equal(("ShuffleNet v2 0.5x (ours)", null, null), (network.Row, network.Scale, network.Setting));
        Assert.Equal([224, 224], network.Input);
        Assert.Contains("other", network.Operators!.Value.Select(part => part.Class));
        Assert.Equal("Xception, c=64, 28x28", units.Row);
        Assert.Equal([52], units.Channels);

        // Repeated with the plans of the first run.
        (code, _, error) = ProgramRun.ToEnd(
            ["run", .. Options, "--rounds", "1", "--plan", first["results.json"], "--no-report", "--out", second.Path]);
        Assert.True(code == 0, error);
        Assert.Equal(results.Cells.Select(cell => cell.Plan), second.Results().Cells.Select(cell => cell.Plan));
    }

    [Fact]
    public void ARunThatDoesNotFitInMemorySaysWhatItNeedsAndWhatIsFree()
    {
        using var folder = new RunFolderOnDisk();
        // 256 MiB in all; the parameters of SENet-154 alone are 460 MB.
        using ProgramRun run = ProgramRun.StartIn(
            new() { ["DOTNET_GCHeapHardLimit"] = "0x10000000" },
            "run", "--backend", "simd", "--tables", "none", "--networks", "shufflenet_v2_0.5x,senet154", "--out", folder.Path);
        (int code, string answer, string error) = run.WaitForEnd();
        Assert.Equal(4, code);
        Assert.Equal("", answer);
        Assert.Matches(
            @"^guidelinebench: not enough memory: network:senet154 fused layer 1 thread at batch 1 needs about [0-9.]+ [GM]iB, free are [0-9]+ MiB\n$", error);
        Assert.False(Directory.Exists(folder.Path));
    }

    /// <summary>Plans that do not fit together are compiled in every round; the numbers are there all the same.</summary>
    [Fact]
    public void ARunIsMadeWhereOnlyOnePlanFitsAtATime()
    {
        using var folder = new RunFolderOnDisk();
        using ProgramRun run = ProgramRun.StartIn(
            new() { ["DOTNET_GCHeapHardLimit"] = "0x10000000" },
            "run", "--backend", "simd", "--quick", "--tables", "none", "--networks", "shufflenet_v2_2.0x,shufflenet_v2_2.0x_se", "--rounds", "2", "--no-report", "--out", folder.Path);
        (int code, _, string error) = run.WaitForEnd();
        Assert.True(code == 0, error);
        Assert.All(folder.Results().Cells, cell =>
        {
            Assert.Null(cell.Skipped);
            Assert.Equal(2, cell.Rounds.Length);
            Assert.NotNull(cell.Operators);
        });
    }

    [Fact]
    public void AnInterruptedRunOfNetworksIsResumed()
    {
        using var folder = new RunFolderOnDisk();
        using (ProgramRun run = ProgramRun.Start(["run", .. Options, "--rounds", "200", "--out", folder.Path]))
        {
            run.WaitUntil(() => folder.StoredRounds() >= 1);
            run.Kill();
            run.WaitForEnd();
        }

        // As if fewer rounds had been asked for: what counts is that the stored command is understood.
        ResultFile killed = folder.Results();
        int rounds = killed.Cells[0].Rounds.Length + 1;
        File.WriteAllText(folder["results.json"], ResultFileJson.Serialize(killed with
        {
            Rounds = rounds,
            Command = killed.Command!.Replace("--rounds 200", FormattableString.Invariant($"--rounds {rounds}"), StringComparison.Ordinal),
        }));
        (int code, _, string error) = ProgramRun.ToEnd("run", "--resume", folder.Path);

        Assert.True(code == 0, error);
        ResultFile resumed = folder.Results();
        Assert.True(resumed.Complete);
        Assert.Equal(4, resumed.Cells.Length);
        Assert.All(resumed.Cells.Zip(killed.Cells), pair =>
        {
            Assert.Equal(rounds, pair.First.Rounds.Length);
            Assert.Equal(pair.Second.Rounds[0].AsEnumerable(), pair.First.Rounds[0].AsEnumerable());
            Assert.Equal(pair.Second.Plan, pair.First.Plan);
            Assert.NotNull(pair.First.Operators);
        });
    }
}
