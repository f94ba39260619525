using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class RunCoresTests : RunOfFourCells
{
    [Fact]
    public void TheMeasuredThreadRunsOnTheCoreThatWasNamed()
    {
        if (!CoreAffinity.IsSupported)
            Assert.Skip("Threads cannot be pinned on this system.");
        int core = CoreAffinity.UsableProcessors()[^1];
        var allowed = new List<string>();
        var backend = new FakeBackend
        {
            Pass = _ => () => allowed.Add(File.ReadLines("/proc/thread-self/status")
                .First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1]),
        };

        Run(Request() with { Backends = [backend], Rows = ["1:1"], Rounds = 1, Cores = new CoreSet([core]) });

        Assert.NotEmpty(allowed);
        Assert.All(allowed, list => Assert.Equal(core.ToString(System.Globalization.CultureInfo.InvariantCulture), list));
    }

    [Fact]
    public void CoresThatAreTooFewOrAbsentAreRefused()
    {
        if (!CoreAffinity.IsSupported)
            Assert.Skip("Threads cannot be pinned on this system.");
        RunRequest request = Request();

        Assert.Contains("1 cores are named for 2 threads", Assert.Throws<RunException>(
            () => Run(request with { Threads = 2, Cores = new CoreSet([0]) })).Message, StringComparison.Ordinal);
        Assert.Contains("Core 1023 cannot be used", Assert.Throws<RunException>(
            () => Run(request with { Cores = new CoreSet([1023]) })).Message, StringComparison.Ordinal);
    }
}
