using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class RunMemoryTests : RunOfFourCells
{
    [Fact]
    public void PlansAreCompiledOncePerRunAndDisposed()
    {
        var backend = new FakeBackend();
        Run(Request() with { Backends = [backend], Rounds = 3 });

        Assert.Equal(4, backend.Plans.Count);
        Assert.All(backend.Plans, plan => Assert.True(plan.IsDisposed));
    }

    [Fact]
    public void PlansThatDoNotFitTogetherAreCompiledInTurnAsTheyWereChosen()
    {
        var backend = new FakeBackend { Pass = _ => Waiting.For(milliseconds: 1) };
        RunRequest request = Request() with { Backends = [backend], Networks = [Network("small", "Small")], Rounds = 3 };
        // The largest cell fits, and no two of them do.
        long free = CellSelection.Of(request).Max(cell => MemoryNeed.Of(cell).Bytes);

        ResultFile file = Run(request with { FreeMemoryBytes = () => free });

        Assert.Equal(1, backend.MostPlans);
        Assert.All(backend.Plans, plan => Assert.True(plan.IsDisposed));
        // Five cells once for preparing and once a round, and the network once for its operators.
        Assert.Equal(5 + 3 * 5 + 1, backend.Plans.Count);
        Assert.All(backend.Plans, plan => Assert.Equal("fake:usual", plan.Choices!.ToString()));
        Assert.All(backend.Plans.Skip(5), plan => Assert.NotNull(plan.Options.Choices));
        Assert.All(file.Cells, cell => Assert.Equal(3, cell.Rounds.Length));
        Assert.NotNull(file.Cells[^1].Operators);
    }

    [Fact]
    public void APlanThatCannotBeCompiledAgainLosesItsNumbers()
    {
        int left = 6;
        var backend = new FakeBackend { Refuses = graph => graph.Name == "small" && --left < 3 };
        RunRequest request = Request() with { Backends = [backend], Experiments = [], Networks = [Network("small", "Small")], Rounds = 5 };

        CellResult cell = Assert.Single(Run(request with
        {
            FreeMemoryBytes = () => MemoryNeed.Of(CellSelection.Of(request)[0]).Bytes,
        }).Cells);

        Assert.Equal("it failed while it was measured: small is refused", cell.Skipped);
        HasNoNumber(cell);
    }

    [Fact]
    public void NothingIsCompiledOrWrittenWhereMemoryIsShort()
    {
        var backend = new FakeBackend();

        Assert.Contains("free are 0 MiB", Assert.Throws<NotEnoughMemoryException>(
            () => Run(Request() with { Backends = [backend], FreeMemoryBytes = () => 1000 })).Message, StringComparison.Ordinal);

        Assert.Empty(backend.Plans);
        Assert.Empty(Directory.EnumerateFileSystemEntries(FolderPath));
    }
}
