using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>Compares what does not depend on time; steps 1 and 2 of docs/check.md.</summary>
internal static class RowFacts
{
    /// <returns>Only what changed; a fact that the baseline does not have is not compared.</returns>
    public static ImmutableArray<FactChange> Of(CellResult baseline, CellResult now) =>
    [
        .. new[]
        {
            Equal(FactKind.Graph, baseline.GraphChecksum, now.GraphChecksum),
            Equal(FactKind.Weights, baseline.WeightsChecksum, now.WeightsChecksum),
            Equal(FactKind.Input, baseline.InputChecksum, now.InputChecksum),
            NoMore(FactKind.MultiplyAdds, baseline.MultiplyAdds, now.MultiplyAdds),
            NoMore(FactKind.MemoryAccess, baseline.MemoryAccess, now.MemoryAccess),
            NoMore(FactKind.Launches, baseline.Launches, now.Launches),
            NoMore(FactKind.AllocatedBytes, baseline.AllocatedBytes, now.AllocatedBytes),
            Error(baseline.MaxError, now),
            Equal(FactKind.Plan, baseline.Plan, now.Plan) is { Now: not null } plan ? plan with { Regressed = false } : null,
        }.OfType<FactChange>(),
    ];

    /// <summary>A file of another program need not have checksums; one that lacks what the baseline has is named.</summary>
    private static FactChange? Equal(FactKind kind, string? baseline, string? now) =>
        baseline is null || baseline == now ? null : new FactChange(kind, baseline, now, Regressed: now is not null);

    private static FactChange? NoMore(FactKind kind, long? baseline, long? now) =>
        baseline is not { } before || before == now ? null : new FactChange(kind, Text(before), now is { } number ? Text(number) : null, now > before);

    private static FactChange? Error(double? baseline, CellResult now)
    {
        double allowed = OutputTolerance.Of(now.Math);
        string limit = allowed.ToString("E0", CultureInfo.InvariantCulture);
        return now.MaxError switch
        {
            { } error when error > allowed => new FactChange(FactKind.MaxError, limit, error.ToString("E1", CultureInfo.InvariantCulture), Regressed: true),
            null when baseline is not null && now.Skipped is null => new FactChange(FactKind.MaxError, limit, null, Regressed: false),
            _ => null,
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A fact that is not what it was, or not what it may be.</summary>
/// <param name="Baseline">As the file has it, numbers without separators; for <see cref="FactKind.MaxError"/> the limit.</param>
/// <param name="Now">Null where the new file does not say.</param>
/// <param name="Regressed">Whether it fails the gate; else it is worth a line.</param>
public sealed record FactChange(FactKind Kind, string Baseline, string? Now, bool Regressed);

/// <summary>What of a row is compared exactly.</summary>
public enum FactKind
{
    Graph,
    Weights,
    Input,
    MultiplyAdds,
    MemoryAccess,
    Launches,
    AllocatedBytes,
    MaxError,
    Plan,
}
