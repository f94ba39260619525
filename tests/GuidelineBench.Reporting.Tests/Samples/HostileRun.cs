using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tests.Samples;

/// <summary>A run whose texts try to be markup, formulas and tables, with cells of another engine.</summary>
internal static class HostileRun
{
    public const string Markup = "<script>alert('x')</script><img src=x onerror=y>|\"&\n=1+1\u0001";

    public const string Formula = "=HYPERLINK(\"http://host.invalid\")";

    public static ResultFile File()
    {
        ResultFile sample = SampleRun.File(rounds: 5);
        CellResult cell = sample.Cells[0];
        return sample with
        {
            Command = Markup,
            Machine = sample.Machine with { Host = Markup, Os = Markup, Cpu = Markup, Devices = [Markup] },
            Tool = new ToolInfo(Markup, Markup),
            Conditions = sample.Conditions with { Flags = [Markup], Governor = Markup },
            Ceilings = [sample.Ceilings[0] with { Backend = Markup, BandwidthGBs = sample.Ceilings[0].BandwidthGBs.Add(Markup, 1) }],
            Cells =
            [
                .. sample.Cells.Take(12),
                cell with { Row = Formula, Experiment = Markup, Guideline = null, Scale = null, Setting = null, Backend = Markup, Variant = Markup },
                cell with { Experiment = "network:any", Row = "+1", Scale = null, Channels = [], Input = [], MultiplyAdds = 0, MemoryAccess = 0, MemoryAccessBound = 0, Rounds = [], MedianNs = null, ImagesPerSecond = null, Gflops = null, PercentOfPeak = null },
                sample.Cells[0] with { Threads = 8, Rounds = [[1e-300], [1e-300]] },
                sample.Cells[3] with { Threads = 8, Rounds = [[1e5], [1e5]] },
                cell with { Backend = "onednn_raw", Execution = Markup, Threads = 4, Rounds = [], MedianNs = null, ImagesPerSecond = null, MaxError = null, Skipped = Markup },
            ],
        };
    }
}
