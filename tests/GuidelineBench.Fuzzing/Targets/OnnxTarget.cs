using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>ONNX files: what is read is a network with finite weights that can be written and read again.</summary>
internal static class OnnxTarget
{
    /// <summary>As for a short file of the usual limits, which are for networks of hundreds of megabytes.</summary>
    private static readonly OnnxLimits Limits = new()
    {
        Elements = 1 << 20,
        ConstantElements = 1 << 20,
        MovedElements = 1 << 18,
        AllMovedElements = 1 << 20,
        Parameters = 1 << 20,
        MapElements = 1 << 20,
        Nodes = 1000,
        Parts = 20_000,
    };

    public static FuzzTarget Create()
    {
        ImmutableArray<byte[]> samples =
        [
            Sample(graph => graph.ReLU6(graph.BatchNormalization(graph.Convolution(graph.Input, 4, kernelSize: 3)))),
            Sample(graph => graph.FullyConnected(graph.Shuffle(graph.MaxPooling(graph.Input, 2, 2, 0), 2), 3)),
            Sample(graph => graph.Concatenation(graph.Slice(graph.Input, 0, 1), graph.ReLU(graph.Slice(graph.Input, 1, 3)))),
            Sample(graph => graph.Add(new ChannelScaling(), graph.Input, graph.FullyConnected(graph.GlobalAveragePooling(graph.Input), 4))),
            Sample(graph => graph.Sum(graph.Input, graph.Add(new AveragePooling(new Window(3, 1, Padding.Around(1)), true), graph.Input))),
        ];
        return new FuzzTarget("onnx", 12, samples, ["Conv", "Gemm", "MatMul", "Reshape", "Transpose", "Slice", "Gather", "Split", "Expand", "Pad", "ConstantOfShape", "Range", "axis", "perm", "pads", "strides", "group", "auto_pad", "SAME_UPPER", "Clip", "Mul", "Add"], input =>
        {
            try
            {
                OnnxNetwork network = OnnxReader.Read(input, "fuzzed.onnx", limits: Limits);
                foreach ((Node node, _) in network.Graph.WeightedLayers)
                    Promise.Holds(Array.TrueForAll(network.Parameters[node.Index].Weights, float.IsFinite), "weights are not finite");
                return new Answer(true, $"{network.Graph.Checksum} {ValueChecksum.Of(network.Graph, network.Parameters)}");
            }
            catch (OnnxFileException error)
            {
                return new Answer(false, error.Message.Replace('\n', ' '));
            }
        });
    }

    private static byte[] Sample(Action<GraphBuilder> build)
    {
        var graph = new GraphBuilder(new MapShape(4, 6, 6));
        build(graph);
        Graph built = graph.Build("sample");
        return OnnxModel.Bytes(built, NetworkParameters.Random(built, 1), new OnnxFormat(Batch: 1));
    }
}
