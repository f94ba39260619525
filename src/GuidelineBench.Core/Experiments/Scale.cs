using System.Collections.Immutable;

namespace GuidelineBench.Core.Experiments;

/// <summary>The paper's column of a row: every channel count times 1, 2 or 4 (Tables 3 and 4: the three values of c).</summary>
public enum Scale
{
    X1 = 1,
    X2 = 2,
    X4 = 4,
}

/// <summary>The three scales in the paper's order, and their labels.</summary>
public static class Scales
{
    public static ImmutableArray<Scale> All { get; } = [Scale.X1, Scale.X2, Scale.X4];

    /// <summary>x1, x2 or x4.</summary>
    public static string Label(this Scale scale) => FormattableString.Invariant($"x{(int)scale}");

    /// <summary>Position in the paper's columns, from 0.</summary>
    public static int Column(this Scale scale) => All.IndexOf(scale);

    /// <returns>Whether <paramref name="label"/> names a scale.</returns>
    public static bool TryParse(string label, out Scale scale)
    {
        scale = All.FirstOrDefault(candidate => candidate.Label() == label);
        return scale != 0;
    }
}

/// <summary>
/// Which channel column of the paper is run. The paper chose wider layers for its GPU (GTX 1080Ti) than for its
/// CPU (Snapdragon 810); either can be run on any backend.
/// </summary>
public enum ChannelSetting
{
    Cpu,
    Gpu,
}

/// <summary>Labels of <see cref="ChannelSetting"/> in options and result files.</summary>
public static class ChannelSettings
{
    /// <summary>cpu or gpu.</summary>
    public static string Label(this ChannelSetting setting) => setting == ChannelSetting.Cpu ? "cpu" : "gpu";
}
