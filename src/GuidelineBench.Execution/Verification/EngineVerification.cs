using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Verification;

/// <summary>
/// Shows that an engine computes what a graph says, though its steps cannot be seen: each distinct layer as a graph of its own within
/// the bound that holds for any order of its sums, and the whole graph by what rounding costs an FP32 loop.
/// </summary>
internal static class EngineVerification
{
    /// <summary>Half the distance of 1 to the next larger float: what one rounding may cost, relative.</summary>
    private const double Rounding = 1.0 / (1 << 24);

    /// <summary>Whole graphs may be off by this many times the error of the loop: their largest errors are chance.</summary>
    private const double TimesLoop = 16;

    /// <summary>Functions that are no sums are approximated; as many roundings of a value of 1 are granted them.</summary>
    private const double RoundingsOfFunctions = 64;

    /// <returns>The largest <see cref="RelativeError"/> of the whole graph.</returns>
    /// <exception cref="PlanException">A layer or the graph is wrong; the message says which and by how much.</exception>
    public static double MaxError(IEnginePlan plan, NetworkParameters parameters, float[] input, int seed)
    {
        foreach (Node node in plan.Graph.Nodes.Where(node => node.Layer is not (Input or Concatenation or ChannelSelection)).DistinctBy(node => Form(plan.Graph, node)))
            CheckAlone(plan, node, seed);
        (double error, double ofLoop) = WholeErrors(plan, parameters, input);
        double allowed = TimesLoop * Math.Max(ofLoop, Rounding);
        return error <= allowed ? error : throw new PlanException(FormattableString.Invariant(
            $"its output is wrong: the largest error against Reference is {error:E1}, {TimesLoop} times that of an FP32 loop, {allowed:E1}, is allowed"));
    }

    private static string Form(Graph graph, Node node) => $"{node.Layer.Signature}<{string.Join(',', node.Inputs.Select(input => graph.Nodes[input].Output))}";

    /// <summary>A sum of n products is within n + 1 roundings of the sum of their magnitudes, in any order and with products rounded or not.</summary>
    private static void CheckAlone(IEnginePlan plan, Node node, int seed)
    {
        (Graph graph, int inputs) = LayerGraph.Of(plan.Graph, node);
        NetworkParameters parameters = NetworkParameters.Random(graph, seed);
        float[] input = RandomMaps.Create(graph.Input.Output, plan.Options.Batch, seed);
        using IPlan alone = plan.Alone(graph, parameters);
        alone.WriteInput(input);
        alone.Run();
        MapShape shape = graph.Output.Output;
        float[] output = new float[plan.Options.Batch * shape.Elements];
        alone.ReadOutput(output);

        int[] nodes = [.. graph.Nodes.Skip(1).Select(inner => inner.Index)];
        Func<int, (float[], float[])> signed = index => (parameters[index].Weights, parameters[index].Bias);
        var magnitudesByNode = graph.WeightedLayers.ToDictionary(
            layer => layer.Node.Index, layer => (Magnitudes(parameters[layer.Node.Index].Weights), Magnitudes(parameters[layer.Node.Index].Bias)));
        Func<int, (float[], float[])> magnitudes = index => magnitudesByNode[index];
        float[] inputMagnitudes = Magnitudes(input);
        double roundings = Roundings(graph.Output.Layer, inputs, shape.Pixels);
        foreach (var image in SampledPixels.Of(shape, plan.Options.Batch, SampledPixels.FewestRandom, seed).GroupBy(sample => sample.Image))
        {
            ReferencePixels exact = Pixels(input, signed), bounds = Pixels(inputMagnitudes, magnitudes);
            foreach ((_, int pixel) in image)
            {
                double[] reference = exact.At(pixel), magnitude = bounds.At(pixel);
                for (int channel = 0; channel < reference.Length; channel++)
                {
                    double error = Math.Abs(output[(image.Key * shape.Channels + channel) * shape.Pixels + pixel] - reference[channel]);
                    // A value that is no number is within no bound.
                    if (!(error <= roundings * Rounding * magnitude[channel]))
                    {
                        throw new PlanException(FormattableString.Invariant(
                            $"its layer {node.Layer.Signature} is wrong: channel {channel} of pixel {pixel} is off by {error:E1}, {roundings * Rounding * magnitude[channel]:E1} is allowed"));
                    }
                }
            }

            ReferencePixels Pixels(float[] map, Func<int, (float[], float[])> numbers) => new(
                graph, nodes, numbers,
                new Dictionary<int, ReadOnlyMemory<float>> { [0] = map.AsMemory((int)(image.Key * graph.Input.Output.Elements), (int)graph.Input.Output.Elements) });
        }
    }

    private static double Roundings(Layer layer, int inputs, int pixels) => layer switch
    {
        BatchNormalization => 3,
        WeightedLayer weighted => weighted.FanIn + 2,
        AveragePooling pooling => pooling.Window.KernelSize * pooling.Window.KernelSize + 2,
        Sum => inputs,
        MaxPooling or ReLU or ReLU6 => 0,
        // Its factors are means.
        ChannelScaling => pixels + 3,
        _ => RoundingsOfFunctions,
    };

    private static (double Error, double OfLoop) WholeErrors(IEnginePlan plan, NetworkParameters parameters, float[] input)
    {
        plan.WriteInput(input);
        plan.Run();
        float[] output = new float[plan.Options.Batch * plan.Graph.Output.Output.Elements];
        plan.ReadOutput(output);
        var expectation = ExpectedOutput.Of(plan.Graph, parameters, input, plan.Options.Batch);
        var error = new RelativeError();
        var ofLoop = new RelativeError();
        foreach ((int element, double reference, double loop) in expectation.Elements)
        {
            error.Add(output[element], reference);
            ofLoop.Add((float)loop, reference);
        }

        return (error.Value, ofLoop.Value);
    }

    private static float[] Magnitudes(float[] values) => Array.ConvertAll(values, Math.Abs);
}
