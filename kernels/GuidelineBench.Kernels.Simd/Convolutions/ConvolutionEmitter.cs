using System.Collections.Immutable;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// Writes the kernel of one convolution shape: a register tile of n output channels by one panel of pixels, all
/// strides and counts as constants. Emitted when the plan is compiled rather than written out by hand: a tile of
/// 14 x 2 vectors needs 28 named accumulators, and there are hundreds of shapes. The JIT keeps them in registers.
/// </summary>
internal sealed unsafe class ConvolutionEmitter : IBlockAddresses
{
    private const int InputArgument = 0, ParametersArgument = 1, OutputArgument = 2, AddendDistancesArgument = 3, TilesArgument = 4,
        InputTableArgument = 5, OutputTableArgument = 6;

    private readonly ConvolutionShape shape;
    private readonly KernelBody body = new(
        "Convolution", typeof(float*), typeof(float*), typeof(float*), typeof(nint*), typeof(nint), typeof(nint*), typeof(nint*));

    private readonly LocalBuilder tileInput, tileOutput, panelInput, panelOutput, firstInput, firstOutput, firstParameter, groupInput, blockOutput, cursor, input, groupTable, inputTable, outputTable;

    private readonly LocalBuilder? scratch;

    private readonly PanelBlock block;

    private readonly bool isShort;

    /// <param name="isShort">Whether to write as little code as possible.</param>
    private ConvolutionEmitter(ConvolutionShape shape, bool isShort)
    {
        this.isShort = isShort;
        if (shape.TailPixels > 0)
            scratch = body.StackFloats(TailPixels.ScratchFloats(shape.Blocks.Largest, shape.TailPixels));

        this.shape = shape;
        block = new PanelBlock(body, shape, this, isShort);
        tileInput = body.Pointer(InputArgument);
        tileOutput = body.Pointer(OutputArgument);
        panelInput = body.Pointer();
        panelOutput = body.Pointer();
        firstInput = body.Pointer();
        firstOutput = body.Pointer();
        firstParameter = body.Pointer();
        groupInput = body.Pointer();
        blockOutput = body.Pointer();
        cursor = body.Pointer();
        input = body.Pointer();
        groupTable = body.Pointer();
        inputTable = body.Pointer();
        outputTable = body.Pointer();
    }

    /// <summary>Most output channels whose accumulators fit the registers beside the panel's inputs and one weight.</summary>
    /// <param name="panelVectors">Most vectors of a panel.</param>
    public static int LargestBlock(MapLayout layout, int panelVectors)
    {
        int vectors = layout.Panels(panelVectors).Max(run => run.Segments.Length);
        return (VectorWidth.Registers - 1 - vectors) / vectors;
    }

    /// <summary>
    /// Sizes of output blocks worth trying, the usual one first. Blocks at the register limit load least, but leave no
    /// registers for the pixels of the last products: with 512 bits, measured, 9 channels by two vectors of pixels are 1 to
    /// 3 % faster than 14, and 4 by four vectors 1 to 3 % faster than 6, on the narrow layers, and equal on the wide ones; of
    /// one vector 13 to 20 channels are equally fast, and more slower.
    /// </summary>
    public static IEnumerable<int> BlockSizes(MapLayout layout)
    {
        int largest = LargestBlock(layout, layout.PanelVectors), small = Math.Max(1, largest - 2);
        return largest switch
        {
            > 16 => [16, 22],
            > 9 => [9, largest],
            // Nine taps of the largest block are longer code than the JIT optimises.
            > 4 when layout.BorderTiles > 0 && VectorWidth.Registers == 32 => [small],
            _ when VectorWidth.Bits == 512 => [small, largest],
            // Smaller ones leave too few multiply-adds under way.
            <= 4 => [largest],
            _ => [largest, small],
        };
    }

    public static ConvolutionKernel Compile(ConvolutionShape shape)
    {
        ConvolutionEmitter emitter = Emitted(shape, isShort: false);
        if (emitter.body.IsTooLong)
            emitter = Emitted(shape, isShort: true);
        return emitter.body.Compile<ConvolutionKernel>();
    }

    /// <summary>Whether the JIT optimises the shape's kernel.</summary>
    internal static bool IsOptimised(ConvolutionShape shape) =>
        !Emitted(shape, isShort: false).body.IsTooLong || !Emitted(shape, isShort: true).body.IsTooLong;

    private static ConvolutionEmitter Emitted(ConvolutionShape shape, bool isShort)
    {
        var emitter = new ConvolutionEmitter(shape, isShort);
        emitter.EmitTiles();
        return emitter;
    }

    private void EmitTiles() => body.RepeatByArgument(TilesArgument, () =>
    {
        body.Copy(tileInput, panelInput);
        body.Copy(tileOutput, panelOutput);
        if (shape.BlockByBlock)
            EmitGroups(EmitPanelsOfBlock);
        else
            EmitPanels();
        body.Advance(tileInput, shape.InputTileFloats);
        body.Advance(tileOutput, shape.OutputTileFloats);
    });

    /// <summary>All but the pixels that are done by channel.</summary>
    private ImmutableArray<PanelRun> FullPanels => shape.Layout.Panels(shape.PanelVectors, shape.TailPixels);

    /// <summary>Panel by panel: its inputs stay in the first-level cache, and all weights pass by.</summary>
    private void EmitPanels()
    {
        foreach (PanelRun run in FullPanels)
        {
            body.Repeat(run.Count, () =>
            {
                EmitGroups((size, fetchesAhead) =>
                {
                    block.Emit(run.Segments, size, fetchesAhead);
                    AdvanceBlock(size);
                });
                body.Advance(panelInput, run.Pixels);
                body.Advance(panelOutput, run.Pixels);
            });
        }

        if (shape.TailPixels > 0)
        {
            EmitGroups((size, _) =>
            {
                EmitTail(size);
                AdvanceBlock(size);
            });
        }
    }

    /// <summary>A block of output channels over the whole tile: its weights stay in the first-level cache, and all inputs pass by.</summary>
    private void EmitPanelsOfBlock(int size, bool fetchesAhead)
    {
        body.Copy(groupInput, firstInput);
        body.Copy(blockOutput, firstOutput);
        body.Copy(cursor, firstParameter);
        body.Copy(tileOutput, panelOutput);
        foreach (PanelRun run in FullPanels)
        {
            body.Repeat(run.Count, () =>
            {
                body.Copy(firstParameter, cursor);
                block.Emit(run.Segments, size, fetchesAhead: false);
                body.Advance(groupInput, run.Pixels);
                body.Advance(blockOutput, run.Pixels);
                body.Advance(panelOutput, run.Pixels);
            });
        }

        if (shape.TailPixels > 0)
        {
            body.Copy(firstParameter, cursor);
            EmitTail(size);
        }

        body.Copy(firstInput, groupInput);
        body.Copy(firstOutput, blockOutput);
        AdvanceBlock(size);
    }

    private void EmitTail(int size) => new TailPixels(body, shape, scratch!, this).Emit(size);

    private void EmitGroups(Action<int, bool> emitBlock)
    {
        body.Copy(panelInput, groupInput);
        body.Copy(panelOutput, blockOutput);
        body.Copy(ParametersArgument, cursor);
        if (shape.Gathers)
            body.Copy(InputTableArgument, groupTable);
        if (shape.Scatters)
            body.Copy(OutputTableArgument, outputTable);
        body.Repeat(shape.Groups, () =>
        {
            for (int run = 0; run < shape.Blocks.Runs.Length; run++)
            {
                (int size, int count) = shape.Blocks.Runs[run];
                // The last block is written apart: it fetches what the first block behind it will read.
                bool last = run == shape.Blocks.Runs.Length - 1 && !isShort;
                body.Repeat(last ? count - 1 : count, () => emitBlock(size, false));
                if (last)
                    emitBlock(size, true);
            }

            if (shape.Groups > 1 && shape.Gathers)
                body.AdvanceTable(groupTable, shape.InputsPerGroup);
            else if (shape.Groups > 1)
                body.Advance(groupInput, shape.InputsPerGroup * shape.Layout.Pitch);
        });
    }

    private void AdvanceBlock(int size)
    {
        if (shape.Scatters)
            body.AdvanceTable(outputTable, size);
        else
            body.Advance(blockOutput, size * shape.Layout.Pitch);
    }

    LocalBuilder IBlockAddresses.Parameters => cursor;

    LocalBuilder IBlockAddresses.Input => input;

    int IBlockAddresses.LoadInput(int channel)
    {
        if (!shape.Gathers)
            return channel * shape.Layout.Pitch;
        body.LoadDistantAddress(groupInput, inputTable, channel, input);
        return 0;
    }

    void IBlockAddresses.StartInputs()
    {
        if (shape.Gathers)
            body.Copy(groupTable, inputTable);
        else
            body.Copy(groupInput, input);
    }

    void IBlockAddresses.AdvanceInputs(int count)
    {
        if (shape.Gathers)
            body.AdvanceTable(inputTable, count);
        else
            body.Advance(input, count * shape.Layout.Pitch);
    }

    void IBlockAddresses.PushAddendAddress(int channel, int pixel, int addend)
    {
        PushOutputAddress(channel, pixel);
        body.AddDistance(AddendDistancesArgument, addend);
    }

    void IBlockAddresses.PushOutputAddress(int channel, int pixel) => PushOutputAddress(channel, pixel);

    private void PushOutputAddress(int channel, int offset)
    {
        if (shape.Scatters)
            body.PushDistantAddress(panelOutput, offset, outputTable, channel);
        else
            body.PushAddress(blockOutput, channel * shape.Layout.Pitch + offset);
    }
}
