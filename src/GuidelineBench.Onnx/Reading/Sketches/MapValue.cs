using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Sketches;

/// <summary>A value that is computed from the image: elements of a map in some order and shape.</summary>
/// <param name="Shape">With the images.</param>
/// <param name="Numbers">By elements of the value in row order, which element of the origin's images it is; null: all in their order.</param>
internal sealed record MapValue(Origin Origin, ImmutableArray<long> Shape, int[]? Numbers = null)
{
    /// <summary>Around the map, for the window that reads it; negative: left out.</summary>
    public Padding Pads { get; init; }

    /// <summary>What stands in the padding.</summary>
    public float Outside { get; init; }

    /// <summary>Behind an operator that is left out at the network's end.</summary>
    public bool IsBehindEnd { get; init; }

    public int Images => (int)Shape[0];

    /// <summary>What a layer of the same shape gives in its place.</summary>
    public MapValue With(NetworkSketch sketch, int layer) => this with { Origin = new Origin(sketch, layer) };

    /// <summary>The value as a map of N x C x H x W.</summary>
    /// <exception cref="RefusalException">Its elements are no map's.</exception>
    public Origin Map()
    {
        RequirePlain();
        MapShape map = Origin.Shape;
        return Numbers is null && Shape.Length == 4 && Shape.AsSpan()[1..].SequenceEqual([map.Channels, map.Height, map.Width])
            ? Origin
            : throw Refusal.Of($"the reshapes and transposes before it mix rows and channels of {map} to {Shapes.Text(Shape)}");
    }

    /// <exception cref="RefusalException">Pixels around the map, or operators at the end, stand before it.</exception>
    public void RequirePlain()
    {
        if (IsBehindEnd)
            throw new RefusalException("it reads what is taken for the network's end, a softmax or the like");
        if (Pads != default)
            throw new RefusalException("a Pad or a crop of rows and columns stands before it, which only windows can take");
    }

    /// <summary>Elements moved by an operator that computes nothing.</summary>
    /// <param name="images">Of the origin.</param>
    public MapValue Moved(Movement movement, int images, long most)
    {
        if (movement.Numbers is null)
            return Settled(this with { Shape = movement.Shape }, images);
        int[] own = Numbers ?? [.. Enumerable.Range(0, Shapes.Elements(Shape, most))];
        return Settled(this with { Shape = movement.Shape, Numbers = Array.ConvertAll(movement.Numbers, number => own[number]) }, images);
    }

    /// <summary>For each element of a value of this shape, where the value is repeated to it, its image and channel; null: of several.</summary>
    public int Channel(int number) => (int)(number % Origin.Shape.Elements / Origin.Shape.Pixels);

    /// <summary>A value whose elements are whole channels in their order becomes a choice of channels.</summary>
    private static MapValue Settled(MapValue value, int images)
    {
        if (value.Numbers is not { } numbers)
            return value;
        MapShape map = value.Origin.Shape;
        bool isMap = value.Shape.Length == 4 && value.Shape[2] == map.Height && value.Shape[3] == map.Width;
        bool isFlat = value.Shape.Length == 2 && map.Pixels == 1;
        if ((!isMap && !isFlat) || value.Shape[0] != images || value.Shape[1] == 0)
            return value;
        var channels = ImmutableArray.CreateBuilder<int>();
        for (int channel = 0; channel < value.Shape[1]; channel++)
            channels.Add(numbers[channel * map.Pixels] / map.Pixels);
        if (channels[^1] >= map.Channels || channels.Any(channel => channel >= map.Channels))
            return value;
        for (int i = 0; i < numbers.Length; i++)
        {
            (int plane, int pixel) = Math.DivRem(i, map.Pixels);
            (int image, int channel) = Math.DivRem(plane, channels.Count);
            if (numbers[i] != (image * map.Channels + channels[channel]) * map.Pixels + pixel)
                return value;
        }

        return value with { Origin = value.Origin.Choose(channels.ToImmutable()), Numbers = null };
    }
}
