using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>The names of <see cref="MathMode"/> in options and result files.</summary>
public static class MathModes
{
    public static ImmutableArray<MathMode> All { get; } = [MathMode.Fp32, MathMode.Tf32];

    public static string Label(this MathMode mode) => mode == MathMode.Fp32 ? "fp32" : "tf32";
}
