using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Samples;

/// <summary>The smallest result files: what a file must have, and what a test says of its cells.</summary>
internal static class Cells
{
    public static CellResult Cell(string row, long multiplyAdds, params double[][] rounds) => new()
    {
        Experiment = "table1",
        Guideline = "G1",
        Row = row,
        Scale = "x1",
        Setting = "cpu",
        Backend = "simd",
        Threads = 1,
        Batch = 1,
        Variant = "fused",
        MultiplyAdds = multiplyAdds,
        MemoryAccess = 1000,
        MemoryAccessBound = 900,
        Rounds = [.. rounds.Select(ImmutableArray.Create)],
        MedianNs = rounds.SelectMany(samples => samples).Cast<double?>().FirstOrDefault(),
        MaxError = 1e-7,
    };

    public static ResultFile File(params CellResult[] cells) => new()
    {
        Complete = true,
        Tool = new ToolInfo("1.2.3", null),
        StartedUtc = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
        Seed = 1,
        Machine = new MachineInfo { Host = "host", Os = "os", Cpu = "cpu", Cores = 2, Isa = "isa", Runtime = "runtime" },
        Conditions = new Conditions(),
        Cells = [.. cells],
    };
}
