using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results;

/// <summary>What an engine made of a cell's graph, and what that takes beside a warm pass.</summary>
public sealed record EngineRun
{
    /// <summary>Operators of the graph that ran, by type from the most frequent; a layout of its own and fused ones under the engine's names.</summary>
    public ImmutableArray<EngineOperator> Operators { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Convolutions that ran in the engine's layout in blocks of channels.</summary>
    public required int BlockedConvolutions { get; init; }

    /// <summary>Convolutions that ran with one channel behind the other.</summary>
    public required int PlainConvolutions { get; init; }

    /// <summary>Of the plain ones, those with groups: one matrix product a group.</summary>
    public required int PlainGrouped { get; init; }

    /// <summary>Operators that only bring a map from one of the two layouts into the other.</summary>
    public required int Reorders { get; init; }

    /// <summary>Activations and sums that ran inside a convolution.</summary>
    public required int Fused { get; init; }

    /// <summary>Activations, sums, products and batch norms that ran on their own.</summary>
    public required int Elementwise { get; init; }

    /// <summary>Multiply-adds of the convolutions and fully connected layers as they ran, channels filled up to whole blocks included; one image.</summary>
    public required long ExecutedMultiplyAdds { get; init; }

    /// <summary>Optimising the graph and packing its weights.</summary>
    public double? LoadMs { get; init; }

    /// <summary>The first pass of a session.</summary>
    public double? FirstRunMs { get; init; }

    /// <summary>By how much the process's memory grew from before loading to after the first pass; memory that it had is used again, so 0 is no cost that is known.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>A pass while operators are timed, by the engine's own profile.</summary>
    public double? ProfiledNs { get; init; }

    /// <summary>Processor time that the process's threads used in a pause after a pass, in percent of one core: workers that go on turning.</summary>
    public double? IdlePercent { get; init; }

    /// <summary>Ten times the difference of graphs of two blocks and of one, where a pass of the whole graph is long: what it would take undisturbed.</summary>
    public double? ByBlocksNs { get; init; }
}

/// <summary>Operators of one type in the graph that an engine ran.</summary>
/// <param name="Type">The engine's name, behind its domain where that is not ONNX's own.</param>
/// <param name="Ns">Of all of them in one pass by the engine's profile, which costs time itself; null where it was not asked.</param>
public sealed record EngineOperator(string Type, int Count, double? Ns)
{
    private static readonly ImmutableArray<string> Elementwise =
        ["Relu", "Clip", "Sigmoid", "HardSigmoid", "Add", "Sum", "Mul", "BatchNormalization", "LeakyRelu", "QuickGelu"];

    /// <summary>What an operator of that type is for.</summary>
    [JsonIgnore]
    public EngineOperatorKind Kind => KindOf(Type);

    public static EngineOperatorKind KindOf(string type) => type[(type.LastIndexOf('.') + 1)..] switch
    {
        "Conv" or "FusedConv" => EngineOperatorKind.Convolution,
        "ReorderInput" or "ReorderOutput" => EngineOperatorKind.Reorder,
        var name => Elementwise.Contains(name) ? EngineOperatorKind.Elementwise : EngineOperatorKind.Other,
    };
}

/// <summary>Kinds of operators in the graph that an engine ran.</summary>
public enum EngineOperatorKind
{
    /// <summary>With what is fused into it, in whichever layout.</summary>
    Convolution,

    /// <summary>From one layout into the other.</summary>
    Reorder,

    /// <summary>Activations, sums, products and batch norms on their own.</summary>
    Elementwise,

    Other,
}

/// <summary>An engine that cells were run with.</summary>
public sealed record EngineDescription
{
    /// <summary>As in cells.</summary>
    public required string Backend { get; init; }

    /// <summary>For a reader.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>File name of the library that was loaded; null where the system does not show it.</summary>
    public string? Library { get; init; }

    /// <summary>Of that file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What computes inside the engine.</summary>
    public required string Provider { get; init; }

    /// <summary>Channels that its layout keeps together, which shows its vector width; null where it has no such layout.</summary>
    public int? BlockChannels { get; init; }

    /// <summary>A pass of a network that does nothing, nanoseconds: what a call costs.</summary>
    public double? CallNs { get; init; }

    /// <summary>Settings that all cells have in common.</summary>
    public required string Settings { get; init; }
}
