namespace GuidelineBench.Onnx.Reading.Files;

/// <summary>How much a file may ask for. A file that asks for more is refused before anything is allocated for it.</summary>
public sealed record OnnxLimits
{
    public static OnnxLimits Default { get; } = new();

    /// <summary>A message of protobuf, and an array, end below 2 GiB.</summary>
    public long FileBytes { get; init; } = Array.MaxLength;

    /// <summary>Messages inside messages.</summary>
    public int Nesting { get; init; } = 32;

    /// <summary>Messages, names and pieces of data in the whole file: each is an object once it is read.</summary>
    public int Parts { get; init; } = 4_000_000;

    public int Nodes { get; init; } = 100_000;

    public int NodeInputs { get; init; } = 4_096;

    public int NodeAttributes { get; init; } = 64;

    /// <summary>Numbers of an attribute.</summary>
    public int AttributeNumbers { get; init; } = 65_536;

    public int NameBytes { get; init; } = 4_096;

    public int Rank { get; init; } = 8;

    /// <summary>Of a tensor in the file.</summary>
    public long Elements { get; init; } = int.MaxValue;

    /// <summary>Of everything together that is computed from constants.</summary>
    public long ConstantElements { get; init; } = 1L << 29;

    /// <summary>Of a map that is reshaped and transposed.</summary>
    public long MovedElements { get; init; } = 1L << 26;

    /// <summary>Of all such maps together, and of those that constants are compared with.</summary>
    public long AllMovedElements { get; init; } = 1L << 31;

    /// <summary>Of all layers together.</summary>
    public long Parameters { get; init; } = 500_000_000;

    /// <summary>Of one image's map.</summary>
    public long MapElements { get; init; } = 1L << 28;

    /// <summary>For one image.</summary>
    public long MultiplyAdds { get; init; } = 10_000_000_000_000;
}
