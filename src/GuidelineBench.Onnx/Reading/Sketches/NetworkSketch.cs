using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Onnx.Reading.Sketches;

/// <summary>Layers in the order of the file's nodes. What none reads is left out in the end, and scales and shifts become part of the layers before them.</summary>
internal sealed class NetworkSketch
{
    private readonly List<LayerSketch> layers = [];

    public LayerSketch this[int index] => layers[index];

    public int Count => layers.Count;

    public int Add(Layer layer, params ReadOnlySpan<int> inputs) => Add(layer, null, [], [], inputs);

    /// <exception cref="ArgumentException">The inputs do not fit the layer.</exception>
    public int Add(Layer layer, string? name, float[] weights, float[] bias, params ReadOnlySpan<int> inputs)
    {
        ImmutableArray<int> read = [.. inputs];
        return Add(new LayerSketch
        {
            Layer = layer,
            Inputs = read,
            Name = name,
            Weights = weights,
            Bias = bias,
            Output = layer.OutputShape([.. read.Select(input => layers[input].Output)]),
        });
    }

    public int Add(LayerSketch layer)
    {
        layers.Add(layer);
        return layers.Count - 1;
    }

    /// <summary>One scale and one shift a channel.</summary>
    public int AddAffine(int input, double[] scale, double[] shift, string? name = null, bool mayFold = true, bool isShift = false) => Add(new LayerSketch
    {
        Layer = new BatchNormalization(scale.Length),
        Inputs = [input],
        Output = layers[input].Output,
        Name = name,
        Affine = (scale, shift),
        MayFold = mayFold,
        IsShift = isShift,
    });

    /// <summary>Multiply-adds and memory access of the layers that are known.</summary>
    public (Int128 MultiplyAdds, Int128 MemoryAccess) Costs()
    {
        (Int128 multiplyAdds, Int128 memoryAccess) = (0, 0);
        foreach (LayerSketch sketch in layers)
        {
            (Convolution? convolution, MapShape input) = sketch.Layer switch
            {
                Convolution known => (known, layers[sketch.Inputs[0]].Output),
                FullyConnected known => (new Convolution(known.Inputs, known.OutputChannels), new MapShape(known.Inputs, 1, 1)),
                _ => (null, default),
            };
            if (convolution is null)
                continue;
            multiplyAdds += ConvolutionCosts.MultiplyAdds(convolution, input);
            memoryAccess += ConvolutionCosts.MemoryAccess(convolution, input);
        }

        return (multiplyAdds, memoryAccess);
    }

    /// <param name="output">The layer whose map is the result.</param>
    public (Graph Graph, NetworkParameters Parameters) Finished(string name, int output)
    {
        int[] readers = Readers(output);
        int[] place = [.. Enumerable.Range(0, layers.Count)];
        for (int i = 0; i <= output; i++)
        {
            if (readers[i] == 0)
                continue;
            LayerSketch sketch = layers[i];
            sketch.Inputs = [.. sketch.Inputs.Select(input => place[input])];
            if (sketch is { MayFold: true, Layer: BatchNormalization } && readers[sketch.Inputs[0]] == 1 && AffineFolding.TryFold(layers[sketch.Inputs[0]], sketch))
            {
                place[i] = sketch.Inputs[0];
                readers[place[i]] = readers[i];
                readers[i] = 0;
            }
        }

        return Built(name, place[output], readers);
    }

    /// <summary>By layer: how many that the output depends on read it, the output by its own reader.</summary>
    private int[] Readers(int output)
    {
        int[] readers = new int[layers.Count];
        // The input is there whether it is read or not.
        readers[0] = 1;
        readers[output]++;
        for (int i = output; i > 0; i--)
            if (readers[i] > 0)
                foreach (int input in layers[i].Inputs)
                    readers[input]++;
        readers[0]--;
        return readers;
    }

    private (Graph Graph, NetworkParameters Parameters) Built(string name, int output, int[] readers)
    {
        var builder = new GraphBuilder(layers[0].Output);
        var indices = new Dictionary<int, int> { [0] = builder.Input };
        var parameters = ImmutableDictionary.CreateBuilder<int, LayerParameters>();
        for (int i = 1; i <= output; i++)
        {
            if (readers[i] == 0)
                continue;
            LayerSketch sketch = layers[i];
            int[] inputs = [.. sketch.Inputs.Select(input => indices[input])];
            indices[i] = builder.Add(sketch.Layer!, sketch.Name, inputs);
            if (sketch.Affine is { } affine)
                parameters[indices[i]] = new LayerParameters(Array.ConvertAll(affine.Scale, value => (float)value), Array.ConvertAll(affine.Shift, value => (float)value));
            else if (sketch.Layer is WeightedLayer)
                parameters[indices[i]] = new LayerParameters(sketch.Weights, sketch.Bias);
        }

        Graph graph = builder.Build(name);
        return (graph, new NetworkParameters(graph, parameters.ToImmutable()));
    }
}
