using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Benchmarks.Memory;

/// <summary>How much memory a network takes, estimated from its graph before anything is allocated.</summary>
/// <param name="ParameterBytes">Weights and biases, once.</param>
/// <param name="MapBytes">Maps of the batch that exist at the same time.</param>
public sealed record MemoryNeed(long ParameterBytes, long MapBytes)
{
    /// <summary>
    /// Rows of packed weights are filled up to whole vectors and layers with few channels to whole blocks; maps get
    /// borders, and buffers that fit one map less well than another.
    /// </summary>
    private const double PackingFactor = 1.25, MapFactor = 1.5;

    /// <summary>
    /// Parameters as they were before they are packed, and maps as they are read for comparison; half as much again is
    /// copied on the way and waits for the collector (1300 MiB where SENet-154 needs 1010 without it).
    /// </summary>
    private const double PreparationFactor = 1.5;

    /// <summary>While its plan exists: packed parameters and maps.</summary>
    public long PlanBytes => (long)(PackingFactor * ParameterBytes + MapFactor * MapBytes);

    /// <summary>On top, while the plan is compiled and verified.</summary>
    public long PreparationBytes => (long)(PreparationFactor * (ParameterBytes + MapBytes));

    public long Bytes => PlanBytes + PreparationBytes;

    public static MemoryNeed Of(CellDefinition cell) => Of(cell.Subject.Graph, cell.Options.Batch);

    public static MemoryNeed Of(Graph graph, int batch) => new(
        GraphCosts.BytesPerElement * graph.WeightedLayers.Sum(weighted => weighted.Layer.WeightCount + weighted.Layer.OutputChannels),
        GraphCosts.BytesPerElement * batch * LiveElements(graph));

    /// <summary>
    /// Most elements of one image's maps that have to exist at the same time: the input, which stays, and every output
    /// from when it is written until its last reader has run. What only renames or rewrites a map in place has none of
    /// its own and keeps alive what it stands for.
    /// </summary>
    private static long LiveElements(Graph graph)
    {
        int[] lastRead = new int[graph.Nodes.Length];
        // Backwards, so that readers of what has no memory of its own count for what it stands for.
        for (int index = graph.Nodes.Length - 1; index >= 0; index--)
        {
            Node node = graph.Nodes[index];
            lastRead[index] = Math.Max(lastRead[index], index);
            int until = HasNoMemory(node.Layer) ? lastRead[index] : index;
            foreach (int input in node.Inputs)
                lastRead[input] = Math.Max(lastRead[input], until);
        }

        lastRead[graph.Input.Index] = graph.Output.Index;
        long live = 0, most = 0;
        ILookup<int, Node> ending = graph.Nodes.Where(node => !HasNoMemory(node.Layer)).ToLookup(node => lastRead[node.Index]);
        foreach (Node node in graph.Nodes)
        {
            if (!HasNoMemory(node.Layer))
                live += node.Output.Elements;
            most = Math.Max(most, live);
            live -= ending[node.Index].Sum(ended => ended.Output.Elements);
        }

        return most;
    }

    /// <summary>Whether a layer's output lies where its input does.</summary>
    private static bool HasNoMemory(Layer layer) => layer is Activation or BatchNormalization or ChannelSelection or Concatenation;
}
