using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

/// <summary>In which precision products are computed; maps and weights are FP32 in both.</summary>
public enum MathMode
{
    /// <summary>IEEE single precision.</summary>
    Fp32,

    /// <summary>Factors rounded to 10 bits of mantissa, summed in FP32, on tensor cores.</summary>
    Tf32,
}

/// <summary>The names of <see cref="MathMode"/> in options and result files.</summary>
public static class MathModes
{
    public static ImmutableArray<MathMode> All { get; } = [MathMode.Fp32, MathMode.Tf32];

    public static string Label(this MathMode mode) => mode == MathMode.Fp32 ? CellAxes.Fp32 : CellAxes.Tf32;
}
