using System.ComponentModel;
using System.Diagnostics;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>A kernel that is ready for more than 1024 processors; an exception on a thread of BenchmarkDotNet ended the program there.</summary>
public sealed class RunOnLargeMachineTests : RunOfFourCells
{
    [Fact]
    public void ARunIsMeasuredWithItsThreadsTiedToCores() => ShortMasksRefused.While(() =>
    {
        int[] usable = CoreAffinity.UsableProcessors();
        Assert.Throws<Win32Exception>(ReadAsTheRuntimeDoes);
        Assert.Equal(usable, new ThreadAffinity(new LinuxAffinityMasks(), () => []).Usable);

        ResultFile file = Run(Request() with { Rows = ["1:1"], Rounds = 1, Cores = new CoreSet([usable[^1]]) });

        CellResult cell = Assert.Single(file.Cells);
        Assert.Null(cell.Skipped);
        Assert.NotEmpty(Assert.Single(cell.Rounds));
    });

    private static object ReadAsTheRuntimeDoes() => OperatingSystem.IsLinux() ? Process.GetCurrentProcess().ProcessorAffinity : 0;
}
