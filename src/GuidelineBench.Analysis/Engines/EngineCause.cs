using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Engines;

/// <summary>
/// Where an engine spends what the row that breaks a guideline takes longer per multiply-add than the row that follows it: from the graphs
/// that ran, and their operators' times by the engine's own profile. Parts are shares of the following row's time and add up to the
/// profile's ratio less 1.
/// </summary>
/// <param name="Convolutions">Part of the convolutions themselves.</param>
/// <param name="Reorders">Part of the operators between layouts.</param>
/// <param name="Elementwise">Part of the element-wise operators that ran on their own.</param>
/// <param name="Against">What the row that breaks the guideline ran as.</param>
/// <param name="Baseline">What the row that follows it ran as.</param>
/// <param name="Padding">How many times its own multiply-adds the breaking row executes, channels filled up to whole blocks, over the same of the other.</param>
/// <param name="Layout">Why convolutions of the breaking row stay out of the layout in blocks; null where none does, or the rule explains it not.</param>
public sealed record EngineCause(
    double Convolutions, double Reorders, double Elementwise, EngineRun Against, EngineRun Baseline, double Padding, LayoutRule? Layout)
{
    /// <summary>A part, or filled up channels, below this are not worth a word.</summary>
    public const double WorthAWord = 0.02;

    /// <summary>Convolutions of the breaking row that ran with one channel behind the other, where all of the other row's ran in blocks.</summary>
    public int LeavingLayout => Baseline.PlainConvolutions == 0 ? Against.PlainConvolutions : 0;

    public double Whole => Convolutions + Reorders + Elementwise;

    /// <param name="block">Channels of a block of the engine's layout; null where it has none.</param>
    /// <returns>Null where the file does not say what ran.</returns>
    public static EngineCause? Of(CellResult against, Graph graph, CellResult baseline, int? block)
    {
        if (against.Engine is not { ProfiledNs: > 0 } slower || baseline.Engine is not { ProfiledNs: > 0 } faster)
            return null;
        double whole = PerMultiplyAdd(faster, baseline, _ => true);
        return whole <= 0 ? null : new EngineCause(
            Part(EngineOperatorKind.Convolution), Part(EngineOperatorKind.Reorder), Part(EngineOperatorKind.Elementwise),
            slower, faster,
            slower.ExecutedMultiplyAdds / (double)against.MultiplyAdds / (faster.ExecutedMultiplyAdds / (double)baseline.MultiplyAdds),
            block is { } channels ? LayoutRule.Of(graph, slower, channels) : null);

        double Part(EngineOperatorKind kind) =>
            (PerMultiplyAdd(slower, against, other => other == kind) - PerMultiplyAdd(faster, baseline, other => other == kind)) / whole;
    }

    private static double PerMultiplyAdd(EngineRun run, CellResult cell, Func<EngineOperatorKind, bool> isMeant) =>
        run.Operators.Where(type => isMeant(type.Kind)).Sum(type => type.Ns ?? 0) / cell.PassMultiplyAdds;
}
