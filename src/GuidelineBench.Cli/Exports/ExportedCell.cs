using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Exports;

/// <summary>What one of the written files is: an entry of <c>cells.json</c>, its members as result files call them.</summary>
/// <param name="File">Name in the folder.</param>
/// <param name="Scale">Null for networks, as the setting.</param>
/// <param name="Network">As <c>--networks</c> takes it; null for a row of Tables 1 to 4.</param>
/// <param name="Input">Channels, height and width.</param>
/// <param name="MultiplyAdds">Of convolutions and fully connected layers, one image.</param>
/// <param name="MemoryAccess">Elements that these layers read and write, one image.</param>
/// <param name="Parameters">Trainable: weights, biases, and scale and shift of each batch norm.</param>
/// <param name="Sha256">Of the file, hexadecimal.</param>
/// <param name="Batch">Images per forward pass; null where they are open.</param>
/// <param name="Seed">Of random weights; null where they were read.</param>
internal sealed record ExportedCell(
    string File,
    string Experiment,
    string Row,
    string? Scale,
    string? Setting,
    ImmutableArray<int> Channels,
    string? Network,
    ImmutableArray<int> Input,
    long MultiplyAdds,
    long MemoryAccess,
    long Parameters,
    string GraphChecksum,
    string WeightsChecksum,
    string Sha256,
    int Opset,
    int? Batch,
    int? Seed)
{
    /// <summary>Name of the list.</summary>
    public const string ListName = "cells.json";

    private const string KeptInNames = "._-=,@";

    /// <summary>
    /// E.g. <c>table2_g=8_x2_cpu.onnx</c>, <c>table1_1-6_x1_gpu.onnx</c>, <c>shufflenet_v2_1.0x@320x320.onnx</c>: a name that
    /// every file system takes, different for different cells, capital letters or not.
    /// </summary>
    public static string FileName(CellSubject subject)
    {
        string name = NetworkOf(subject) ?? string.Join('_', subject.Experiment, subject.Row, subject.Scale?.Label(), subject.Setting?.Label());
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || KeptInNames.Contains(letter) ? letter : '-')) + ".onnx";
    }

    public static ExportedCell Of(CellSubject subject, NetworkParameters parameters, OnnxFormat format, string file, string sha256)
    {
        var costs = GraphCosts.Of(subject.Graph);
        MapShape input = subject.Graph.Input.Output;
        return new ExportedCell(
            file,
            subject.Experiment,
            subject.Row,
            subject.Scale?.Label(),
            subject.Setting?.Label(),
            subject.Channels,
            NetworkOf(subject),
            [input.Channels, input.Height, input.Width],
            costs.MultiplyAdds,
            costs.MemoryAccess,
            costs.Parameters,
            subject.Graph.Checksum,
            ValueChecksum.Of(subject.Graph, parameters),
            sha256,
            format.Opset,
            format.Batch,
            format.Seed);
    }

    private static string? NetworkOf(CellSubject subject) => CellSubject.IsNetworkOrUnits(subject.Experiment) ? subject.Graph.Name : null;
}
