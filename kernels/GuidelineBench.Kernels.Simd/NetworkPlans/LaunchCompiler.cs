using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Channelwise;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Turns a step into the stages that compute it.</summary>
internal sealed unsafe class LaunchCompiler
{
    private readonly Graph graph;
    private readonly NetworkParameters parameters;
    private readonly PlanOptions options;
    private readonly NetworkChoices choices;
    private readonly MapPlacement placement;
    private readonly NetworkMemory memory;
    private readonly WindowStages windows;
    private readonly ProductStages products;
    private readonly Dictionary<int, MapPlace> inner = [];

    public LaunchCompiler(
        Graph graph, NetworkParameters parameters, PlanOptions options, NetworkChoices choices, MapPlacement placement, NetworkMemory memory,
        NetworkInput? input)
    {
        this.graph = graph;
        this.parameters = parameters;
        this.options = options;
        this.choices = choices;
        this.placement = placement;
        this.memory = memory;
        windows = new WindowStages(graph, memory, options);
        products = new ProductStages(memory, options, windows, input);
    }

    /// <param name="run">Steps that are computed together.</param>
    /// <param name="launch">All of them as one.</param>
    public NetworkLaunch Compile(ImmutableArray<PlanStep> run, PlanStep launch)
    {
        ImmutableArray<string> chosen = [.. run.Select(step => choices.Text(step.Output))];
        if (run.Length == 1)
            return new NetworkLaunch(launch, Stages(run[0]), chosen);

        PlaceInner(run);
        // What lays out a whole map needs pixels of all tiles, so it is finished first.
        var stages = ImmutableArray.CreateBuilder<INetworkStage>();
        var segments = ImmutableArray.CreateBuilder<TileSegment>();
        var parts = ImmutableArray.CreateBuilder<ITileStage>();
        Window? segmentWindow = null;
        for (int index = 0; index < run.Length; index++)
        {
            foreach (INetworkStage stage in Stages(run[index]))
            {
                if (stage is ITileStage part)
                    parts.Add(part);
                else
                    stages.Add(stage);
            }

            if (index + 1 == run.Length || TileRuns.WindowOver(graph, run, index + 1) is not null)
            {
                segments.Add(new TileSegment(parts.ToImmutable(), Output(run[index]).Layout, segmentWindow));
                parts.Clear();
                segmentWindow = index + 1 < run.Length ? TileRuns.WindowOver(graph, run, index + 1) : null;
            }
        }

        long innerElements = run[..^1].Sum(step =>
            graph.Nodes[step.Output].Output.Elements * (1 + run.SelectMany(other => other.Inputs).Count(input => input == step.Output)));
        stages.Add(new TileByTileStage(segments.ToImmutable(), sizeof(float) * options.Batch * innerElements, options.Threads, options.Batch));
        return new NetworkLaunch(launch, stages.ToImmutable(), chosen);
    }

    /// <summary>Gives maps that only the current run needs a few tiles in each thread's own memory.</summary>
    private void PlaceInner(ImmutableArray<PlanStep> run)
    {
        for (int index = 0; index < run.Length - 1; index++)
        {
            MapShape shape = graph.Nodes[run[index].Output].Output;
            MapLayout layout = NetworkLayouts.Of(shape);
            int ring = TileRuns.WindowOver(graph, run, index + 1) is { } window
                ? TileSegment.MostNeeded(window, NetworkLayouts.Of(graph.Nodes[run[index + 1].Output].Output), layout)
                : 1;
            inner[run[index].Output] = new MapPlace(
                -1, layout, shape.Channels, [.. Enumerable.Range(0, shape.Channels)],
                [.. Enumerable.Range(0, options.Threads).Select(_ => (nint)memory.Buffer((long)ring * layout.TileFloats(shape.Channels)))], ring);
        }
    }

    private ImmutableArray<INetworkStage> Stages(PlanStep step)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        return head.Layer switch
        {
            Convolution convolution when NetworkChoices.IsWindow(convolution) => Window(
                step, clamp => windows.Depthwise(convolution, parameters[head.Index], Input(step, 0), Output(step), InputShape(head), head.Output, clamp)),
            Convolution convolution when NetworkChoices.IsFullyConnected(convolution, InputShape(head)) => Rows(step),
            Convolution convolution => Product(step, convolution),
            FullyConnected => Rows(step),
            MaxPooling pooling => Window(step, clamp => windows.Maximum(pooling.Window, Input(step, 0), Output(step), InputShape(head), head.Output, clamp)),
            AveragePooling pooling => Window(step, clamp => windows.Mean(pooling, Input(step, 0), Output(step), InputShape(head), head.Output, clamp)),
            GlobalAveragePooling => [new MeanStage(Input(step, 0), Output(step), memory, options.Batch)],
            LocalResponseNormalization layer => [new ResponseNormalizationStage(layer, Input(step, 0), Output(step), memory, options.Batch)],
            BatchNormalization => [Channels(step, [Input(step, 0), .. Addends(step, 1)], null, Affine(parameters[head.Index]))],
            ChannelScaling => [Channels(step, [Input(step, 0), .. Addends(step, 2)], Input(step, 1), 0)],
            Sum or Activation => [Channels(step, [.. step.Inputs.Select(Place)], null, 0)],
            _ => throw new PlanException($"{graph.Name}: {head.Layer.Signature} is not supported on this backend."),
        };
    }

    private MapPlace Input(PlanStep step, int index) => Place(step.Inputs[index]);

    private MapPlace Output(PlanStep step) => Place(step.Output);

    private MapPlace Place(int node) => inner.TryGetValue(node, out MapPlace? place) ? place : placement[node];

    private MapShape InputShape(Node node) => graph.Nodes[node.Inputs[0]].Output;

    private IEnumerable<MapPlace> Addends(PlanStep step, int first) => step.Inputs.Skip(first).Select(Place);

    /// <param name="stage">What moves the window, with that activation behind it.</param>
    private ImmutableArray<INetworkStage> Window(PlanStep step, Func<Clamp, INetworkStage> stage) =>
        step.Inputs.Length == 1 && ClampOf(step) is { } clamp ? [stage(clamp)] : [stage(Clamp.None), Rest(step)];

    private ImmutableArray<INetworkStage> Product(PlanStep step, Convolution convolution)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        MapPlace output = Output(step);
        MapPlace[] addends = [.. Addends(step, 1)];
        // The kernel finds an addend at one distance from the output; what lies elsewhere is added afterwards.
        bool fused = ClampOf(step) is not null
            && (addends.Length == 0 || !output.IsInThreadMemory && addends.All(addend => !addend.IsInThreadMemory && addend.IsParallelTo(output)));
        Epilogue epilogue = fused ? new Epilogue(addends.Length, ClampOf(step)!.Value) : new Epilogue(0, Clamp.None);
        ImmutableArray<INetworkStage> stages = products.Compile(
            convolution, parameters[head.Index], InputShape(head), Input(step, 0), head.Inputs[0] == graph.Input.Index, output, fused ? addends : [], epilogue, choices[step.Output]);
        return fused ? stages : stages.Add(Rest(step));
    }

    private ImmutableArray<INetworkStage> Rows(PlanStep step)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        MapPlace input = Input(step, 0);
        var layer = (WeightedLayer)head.Layer;
        LayerParameters unpacked = parameters[head.Index];
        float* weights = (float*)memory.Parameters(sizeof(float) * PackedMatrix.Count(layer.FanIn, layer.OutputChannels));
        PackedMatrix.Pack(unpacked.Weights, layer.FanIn, layer.OutputChannels, weights);
        float* bias = (float*)memory.Parameters(sizeof(float) * layer.OutputChannels);
        unpacked.Bias.CopyTo(new Span<float>(bias, layer.OutputChannels));
        nint[] gathered = [.. Enumerable.Range(0, options.Threads).Select(_ => memory.Parameters(sizeof(float) * PackedMatrix.RowFloats(layer.FanIn)))];
        bool fused = step.Inputs.Length == 1;
        var stage = new FullyConnectedStage(
            input, Output(step), (nint)weights, (nint)bias, gathered, fused ? FunctionOf(step) : ChannelFunction.None, memory, options.Batch);
        return fused ? [stage] : [stage, Rest(step)];
    }

    /// <summary>What a step does behind its convolution, on the output where it lies: adds the other operands and applies the activation.</summary>
    private ChannelStage Rest(PlanStep step) => Channels(step, [Output(step), .. Addends(step, 1)], null, 0);

    private ChannelStage Channels(PlanStep step, ImmutableArray<MapPlace> operands, MapPlace? factors, nint affine) =>
        new(operands, factors, affine, FunctionOf(step), Output(step), memory, options.Batch);

    private nint Affine(LayerParameters layer)
    {
        float* pairs = (float*)memory.Parameters(2L * sizeof(float) * layer.Bias.Length);
        for (int channel = 0; channel < layer.Bias.Length; channel++)
        {
            pairs[2 * channel] = layer.Weights[channel];
            pairs[2 * channel + 1] = layer.Bias[channel];
        }

        return (nint)pairs;
    }

    private Activation? ActivationOf(PlanStep step) => graph.Nodes[step.Output].Layers[^1] as Activation;

    /// <summary>The activation as a convolution's epilogue; null if it has no such form.</summary>
    private Clamp? ClampOf(PlanStep step) => ActivationOf(step) switch
    {
        null => Clamp.None,
        ReLU => Clamp.AtZero,
        ReLU6 => Clamp.AtZeroAndSix,
        _ => null,
    };

    private ChannelFunction FunctionOf(PlanStep step) => ActivationOf(step) switch
    {
        null => ChannelFunction.None,
        ReLU => ChannelFunction.ReLU,
        ReLU6 => ChannelFunction.ReLU6,
        Sigmoid => ChannelFunction.Sigmoid,
        HardSigmoid => ChannelFunction.HardSigmoid,
        HardSwish => ChannelFunction.HardSwish,
        SiLU => ChannelFunction.SiLU,
        Activation other => throw new PlanException($"{graph.Name}: {other.Signature} is not supported on this backend."),
    };
}
