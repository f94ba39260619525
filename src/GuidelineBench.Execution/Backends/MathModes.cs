using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

/// <summary>The names of <see cref="MathMode"/> in options and result files.</summary>
public static class MathModes
{
    public static ImmutableArray<MathMode> All { get; } = [MathMode.Fp32, MathMode.Tf32];

    public static string Label(this MathMode mode) => mode == MathMode.Fp32 ? CellAxes.Fp32 : CellAxes.Tf32;
}
