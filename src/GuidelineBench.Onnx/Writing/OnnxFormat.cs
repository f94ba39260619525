using GuidelineBench.Core.Files;

namespace GuidelineBench.Onnx.Writing;

/// <summary>In which form a network is written.</summary>
/// <param name="Batch">Images per pass; null leaves the first dimension open, named <c>N</c>.</param>
/// <param name="Opset">Version of the operators, one of <see cref="Opsets"/>.</param>
/// <param name="Seed">Of the weights, for the file's metadata; null where they were read.</param>
public sealed record OnnxFormat(int? Batch = null, int Opset = OnnxFormat.DefaultOpset, int? Seed = null)
{
    /// <summary>What every reader of today knows; per-channel quantisation begins with it.</summary>
    public const int DefaultOpset = 13;

    /// <summary>Versions that can be written, and the file format (IR) of the first release that has each.</summary>
    public static IReadOnlyDictionary<int, int> Opsets { get; } = new SortedDictionary<int, int> { [DefaultOpset] = 7, [17] = 8 };

    /// <summary>A message of protobuf ends below 2 GiB.</summary>
    public const long MostBytes = 2_000_000_000;
}

/// <summary>A network cannot be written as ONNX; the message is one line for the user.</summary>
public sealed class OnnxException(string message) : Exception(LineText.Of(message));
