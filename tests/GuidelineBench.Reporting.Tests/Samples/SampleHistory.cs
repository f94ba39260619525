using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tests.Samples;

/// <summary>Daily runs of one machine, of which the last rows of Tables 1 and 2 take 1.3 times longer from the fifteenth on, with another commit.</summary>
internal static class SampleHistory
{
    private const int Step = 14;

    public static NamedResultFile[] Files(int runs) =>
    [
        .. Enumerable.Range(0, runs).Select(run =>
        {
            ResultFile file = SampleRun.File(seed: 42 + run, rounds: 2, slowdown: run < Step ? 1 : 1.3);
            return new NamedResultFile(
                FormattableString.Invariant($"nightly/{run:00}.json"),
                file with
                {
                    StartedUtc = file.StartedUtc.AddDays(run),
                    Tool = new ToolInfo("0.1.0", run < Step ? "17d63f1" : "2b9c001"),
                });
        }),
    ];
}
