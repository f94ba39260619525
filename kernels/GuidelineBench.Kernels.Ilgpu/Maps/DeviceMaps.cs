using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Placement;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>
/// Where every map of a network lies on the device. What an operator reads as one map lies in one buffer, so that a
/// concatenation or a selection of channels is a table of planes.
/// </summary>
internal sealed class DeviceMaps
{
    private readonly ImmutableDictionary<int, DeviceMap> maps;
    private readonly ImmutableDictionary<int, ImmutableArray<int>> planes;

    private DeviceMaps(ImmutableDictionary<int, DeviceMap> maps, ImmutableDictionary<int, ImmutableArray<int>> planes)
    {
        this.maps = maps;
        this.planes = planes;
    }

    /// <summary>The map or view that a node's output is.</summary>
    public DeviceMap this[int node] => maps[node];

    /// <summary>By channel, its plane, as on the device in <see cref="DeviceMap.Planes"/>.</summary>
    public ImmutableArray<int> PlanesOf(int node) => planes[node];

    /// <param name="steps">In order of execution.</param>
    public static ChannelPlacement Place(Graph graph, ImmutableArray<PlanStep> steps) =>
        ChannelPlacement.Create(graph, steps, shape => PlaneFloats(shape));

    /// <param name="placement">As <see cref="Place"/> makes it for these steps.</param>
    public static DeviceMaps Create(Graph graph, ImmutableArray<PlanStep> steps, ChannelPlacement placement, int batch, DeviceMemory memory)
    {
        ImmutableArray<ArrayView<float>> buffers = [.. placement.BufferFloats.Select(floats => memory.Floats(batch * floats))];
        int[] nodes =
        [
            .. steps.SelectMany(step => step.Inputs.Append(step.Output)).Append(graph.Input.Index).Append(graph.Output.Index).Distinct(),
        ];
        ImmutableDictionary<int, ChannelPlace> places = nodes.ToImmutableDictionary(node => node, node => placement[node]);

        // One table for all: an allocation for each map would be most of the time that a plan takes to compile.
        ArrayView<int> tables = memory.Upload([.. nodes.SelectMany(node => places[node].Slots)]);
        var maps = ImmutableDictionary.CreateBuilder<int, DeviceMap>();
        int first = 0;
        foreach (int node in nodes)
        {
            ChannelPlace place = places[node];
            MapShape shape = graph.Nodes[node].Output;
            maps.Add(node, new DeviceMap(
                buffers[place.Buffer], tables.SubView(first, shape.Channels), FirstPlane(place.Slots),
                shape.Channels, shape.Height, shape.Width, place.BufferChannels, PlaneFloats(shape)));
            first += shape.Channels;
        }

        return new DeviceMaps(maps.ToImmutable(), places.ToImmutableDictionary(place => place.Key, place => place.Value.Slots));
    }

    /// <returns>The first of planes that follow each other, else -1.</returns>
    public static int FirstPlane(ImmutableArray<int> planes) =>
        planes.Index().All(plane => plane.Item == planes[0] + plane.Index) ? planes[0] : -1;

    private static int PlaneFloats(MapShape shape) => (shape.Pixels + 3) / 4 * 4;
}
