using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;
using GuidelineBench.Kernels.Simd.Windows;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Compiles convolutions that are computed as products.</summary>
internal sealed unsafe class ProductStages(
    NetworkMemory memory, PlanOptions options, WindowStages windows, NetworkInput? networkInput)
{
    /// <summary>More than stay in the first-level cache beside a panel's inputs.</summary>
    private const long FirstCacheWeights = 4096;

    public ImmutableArray<INetworkStage> Compile(
        Convolution convolution, LayerParameters unpacked, MapShape from, MapPlace input, bool readsNetworkInput, MapPlace output, MapPlace[] addends,
        Epilogue epilogue, ProductChoice choice)
    {
        if (readsNetworkInput && networkInput is not null)
            return [First(convolution, unpacked, networkInput, output, addends, epilogue, choice)];

        bool direct = convolution.KernelSize == 1 && convolution.Window.IsCentered;
        return direct
            ? [Pointwise(convolution, unpacked, input, output, addends, epilogue, choice)]
            : Shifted(convolution, unpacked, from, input, output, addends, epilogue, choice);
    }

    private ProductStage Pointwise(
        Convolution convolution, LayerParameters unpacked, MapPlace input, MapPlace output, MapPlace[] addends, Epilogue epilogue,
        ProductChoice choice)
    {
        ConvolutionShape shape = Shape(convolution, input.TileFloats, output, epilogue, choice, gathers: !input.IsContiguous);
        if (!shape.Gathers)
            return Stage(shape, unpacked, TileAddresses.Of(input, memory), input.ChannelOffset(0), null, output, addends, choice.Slices);

        // The order of a sum's terms is free: in the order of their places, memory is read forwards.
        int[] order = [.. Enumerable.Range(0, convolution.Groups).SelectMany(group =>
            Enumerable.Range(group * shape.InputsPerGroup, shape.InputsPerGroup).OrderBy(channel => input.Slots[channel]))];
        nint* table = memory.Table([.. order.Select(channel => (nint)sizeof(float) * input.ChannelOffset(channel))]);
        return Stage(shape, Reordered(convolution, unpacked, order), TileAddresses.Of(input, memory), 0, table, output, addends, choice.Slices);
    }

    private ImmutableArray<INetworkStage> Shifted(
        Convolution convolution, LayerParameters unpacked, MapShape from, MapPlace input, MapPlace output, MapPlace[] addends, Epilogue epilogue,
        ProductChoice choice)
    {
        MapLayout layout = output.Layout;
        var shift = new ShiftLayout(
            convolution.Window, from, new MapShape(output.Channels, layout.Height, layout.Width), layout.Tiles * layout.TileRows);
        (INetworkStage copy, nint copies) = windows.Shift(shift, input);
        ConvolutionShape shape = Shape(convolution, layout.TilePixels, output, epilogue, choice, gathers: true) with
        {
            InputsPerGroup = convolution.FanIn,
        };
        int k = convolution.KernelSize;
        nint* table = memory.Table(
        [
            .. from channel in Enumerable.Range(0, convolution.InputChannels)
               from row in Enumerable.Range(0, k)
               from column in Enumerable.Range(0, k)
               select (nint)(sizeof(float) * shift.TapOffset(channel, row, column)),
        ]);
        var source = new TileAddresses(copies, shift.ImageFloats(convolution.InputChannels), layout.TilePixels);
        return [copy, Stage(shape, unpacked, source, 0, table, output, addends, choice.Slices)];
    }

    /// <summary>The first convolution, row by row: behind each row of its input lie zeros that no output pixel belongs to.</summary>
    private ProductStage First(
        Convolution convolution, LayerParameters unpacked, NetworkInput source, MapPlace output, MapPlace[] addends, Epilogue epilogue,
        ProductChoice choice)
    {
        MapLayout layout = output.Layout, row = layout.OneRow();
        int k = convolution.KernelSize;
        nint* table = memory.Table(
        [
            .. from channel in Enumerable.Range(0, convolution.InputChannels)
               from y in Enumerable.Range(0, k)
               from x in Enumerable.Range(0, k)
               select (nint)(sizeof(float) * source.Planes.TapOffset(channel, y, x)),
        ]);
        ConvolutionShape shape = Shape(convolution, source.Planes.RowFloats, output, epilogue, choice, gathers: true) with
        {
            Layout = row,
            InputsPerGroup = convolution.FanIn,
            OutputTileFloats = layout.TileRows == 1 ? output.TileFloats : layout.Width,
            TailPixels = TailPixels.Of(row, choice.Blocks.Largest),
        };
        var addresses = new TileAddresses(source.Start, source.Planes.ImageFloats, (long)layout.TileRows * source.Planes.RowFloats);
        return Stage(shape, unpacked, addresses, 0, table, output, addends, slices: 1);
    }

    private static ConvolutionShape Shape(
        Convolution convolution, int inputTileFloats, MapPlace output, Epilogue epilogue, ProductChoice choice, bool gathers) =>
        new(
            output.Layout, convolution.InputChannelsPerGroup, convolution.OutputChannelsPerGroup, convolution.Groups, KernelSize: 1,
            inputTileFloats, output.TileFloats, choice.Blocks, epilogue, choice.Vectors, gathers, Scatters: !output.IsContiguous,
            TailPixels.Of(output.Layout, choice.Blocks.Largest), choice.BlockByBlock,
            FetchesAddends: true, FetchesWeights: convolution.WeightCount >= FirstCacheWeights,
            FetchesOutput: ConvolutionShape.IsLarge(output.ImageFloats));

    private ProductStage Stage(
        ConvolutionShape whole, LayerParameters unpacked, TileAddresses input, int inputOffset, nint* inputTable, MapPlace output, MapPlace[] addends,
        int slices)
    {
        nint* outputTable = whole.Scatters ? memory.ChannelTable(output) : null;
        int outputOffset = whole.Scatters ? 0 : output.ChannelOffset(0);
        nint* distances = memory.Table([.. addends.Select(addend =>
            (nint)(memory.Tile(addend, 0, 0) + addend.ChannelOffset(0)) - (nint)(memory.Tile(output, 0, 0) + output.ChannelOffset(0)))]);
        int parts = output.IsInThreadMemory ? 1 : WorkShare.Parts((long)options.Batch * output.Layout.Tiles, options.Threads);
        return new ProductStage(
            whole,
            [
                .. from part in ConvolutionPart.Split(whole, parts)
                   select (
                       from slice in InputSlices.Of(part, unpacked, slices)
                       select Part(slice.Part, whole, slice.Parameters, inputOffset, inputTable, outputOffset, outputTable)).ToImmutableArray(),
            ],
            input, TileAddresses.Of(output, memory), (nint)distances, (nint)memory.Table([0]), output.Layout, options.Batch);
    }

    private ProductPart Part(
        ConvolutionPart part, ConvolutionShape whole, LayerParameters unpacked, int inputOffset, nint* inputTable, int outputOffset, nint* outputTable)
    {
        long count = PackedParameters.Count(part.Shape);
        nint packed = memory.Parameters(sizeof(float) * count);
        PackedParameters.Pack(part.Shape, part.FirstOutput, unpacked, new Span<float>((void*)packed, checked((int)count)));
        return new ProductPart(
            part, packed,
            whole.Gathers ? 0 : inputOffset + part.FirstInput * whole.Layout.Pitch,
            whole.Scatters ? 0 : outputOffset + part.FirstOutput * whole.Layout.Pitch,
            whole.Gathers ? (nint)(inputTable + part.FirstInput) : 0,
            whole.Scatters ? (nint)(outputTable + part.FirstOutput) : 0);
    }

    private static LayerParameters Reordered(Convolution convolution, LayerParameters parameters, int[] order)
    {
        int inputs = convolution.InputChannelsPerGroup;
        float[] weights = new float[parameters.Weights.Length];
        for (int output = 0; output < convolution.OutputChannels; output++)
        {
            int firstInput = output / convolution.OutputChannelsPerGroup * inputs;
            for (int input = 0; input < inputs; input++)
                weights[output * inputs + input] = parameters.Weights[output * inputs + order[firstInput + input] - firstInput];
        }

        return parameters with { Weights = weights };
    }
}
