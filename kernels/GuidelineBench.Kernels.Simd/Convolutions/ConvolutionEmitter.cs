using System.Collections.Immutable;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Vectors;

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

    private ConvolutionEmitter(ConvolutionShape shape)
    {
        if (shape.TailPixels > 0)
            scratch = body.StackFloats(TailPixels.ScratchFloats(shape.Blocks.Largest, shape.TailPixels));

        this.shape = shape;
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
    /// Sizes of output blocks worth trying, the usual one first. Blocks at the register limit load least, but store
    /// the most in one go: with two vectors of pixels, measured, 9 channels are 1 to 3 % faster than 14 on the narrow
    /// layers of Tables 1 to 3 and equal on the wide ones.
    /// </summary>
    public static IEnumerable<int> BlockSizes(MapLayout layout)
    {
        int largest = LargestBlock(layout, MapLayout.MaxPanelVectors);
        return largest > 9 ? [9, largest, 6] : [largest, Math.Max(1, largest - 2)];
    }

    public static ConvolutionKernel Compile(ConvolutionShape shape)
    {
        var emitter = new ConvolutionEmitter(shape);
        emitter.EmitTiles();
        return emitter.body.Compile<ConvolutionKernel>();
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

    /// <summary>All panels but the last where that is done by channel.</summary>
    private ImmutableArray<PanelRun> FullPanels
    {
        get
        {
            ImmutableArray<PanelRun> runs = shape.Layout.Panels(shape.PanelVectors);
            return shape.TailPixels > 0 ? runs[..^1] : runs;
        }
    }

    /// <summary>Panel by panel: its inputs stay in the first-level cache, and all weights pass by.</summary>
    private void EmitPanels()
    {
        foreach (PanelRun run in FullPanels)
        {
            body.Repeat(run.Count, () =>
            {
                EmitGroups((size, fetchesAhead) =>
                {
                    EmitBlock(run.Segments, size, fetchesAhead);
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
                EmitBlock(run.Segments, size, fetchesAhead: false);
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
                bool last = run == shape.Blocks.Runs.Length - 1;
                // The last block is written apart: it fetches what the first block behind it will read.
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

    private void EmitBlock(ImmutableArray<Segment> panel, int size, bool fetchesAhead)
    {
        if (shape.FetchesOutput && !shape.Scatters)
            EmitOutputPrefetch(panel, size);
        if (shape.FetchesOutput && shape.FetchesAddends)
            EmitAddendPrefetch(panel, size);
        LocalBuilder[,] sums = EmitBias(panel, size);
        StartInputs();

        int tail = Math.Min(shape.InputsPerGroup, TailInputs);
        int main = shape.InputsPerGroup - tail;
        int unroll = Unroll(size * panel.Length * shape.Taps, main);
        body.Repeat(main / unroll, () => EmitInputs(panel, sums, unroll, addends: 0, fetchesAhead));
        EmitInputs(panel, sums, main % unroll, addends: 0, fetchesAhead);
        EmitInputs(panel, sums, tail, shape.Epilogue.Addends, fetchesAhead);

        EmitStores(panel, sums);
        foreach (LocalBuilder sum in sums)
            body.Vectors.Return(sum);
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

    void IBlockAddresses.AdvanceInputs(int count) => AdvanceInputs(count);

    void IBlockAddresses.PushOutputAddress(int channel, int pixel) => PushOutputAddress(channel, pixel);

    void IBlockAddresses.PushAddendAddress(int channel, int pixel, int addend) => PushAddendAddress(channel, pixel, addend);

    public void StartInputs()
    {
        if (shape.Gathers)
            body.Copy(groupTable, inputTable);
        else
            body.Copy(groupInput, input);
    }

    private void AdvanceInputs(int count)
    {
        if (shape.Gathers)
            body.AdvanceTable(inputTable, count);
        else
            body.Advance(input, count * shape.Layout.Pitch);
    }

    /// <summary>Input channels over which the addends are spread; measured.</summary>
    private int TailInputs => shape.Epilogue.Addends == 0 ? 0 : 2 + 2 * shape.Epilogue.Addends;

    /// <summary>Enough multiply-adds in a loop's body that its own instructions do not count, and no more code than that.</summary>
    private static int Unroll(int multiplyAdds, int inputs) =>
        Math.Clamp(64 / multiplyAdds, 1, Math.Clamp(inputs, 1, 4));

    /// <summary>
    /// One channel of what is read next: the next group's inputs, behind the last group the next tile's, which lie
    /// directly behind this one's. Left to the hardware, a tile's first block would wait for lines from the third-level cache.
    /// </summary>
    private void EmitInputPrefetch(ImmutableArray<Segment> panel, int offset)
    {
        foreach (Segment segment in panel)
            body.Prefetch(input, offset + segment.Offset);
    }

    /// <summary>The lines that the block will write, asked for while it computes: a store that misses holds up those behind it.</summary>
    private void EmitOutputPrefetch(ImmutableArray<Segment> panel, int size)
    {
        for (int channel = 0; channel < size; channel++)
            foreach (Segment segment in panel)
                body.Prefetch(blockOutput, channel * shape.Layout.Pitch + segment.Offset);
    }

    /// <summary>The hardware's own fetching stops at each page of 4 KiB.</summary>
    private void EmitWeightPrefetch(int first, int count)
    {
        const int lineFloats = 16, pageFloats = 1024;
        for (int weight = first / lineFloats * lineFloats; weight < (first + count) / lineFloats * lineFloats; weight += lineFloats)
            body.Prefetch(cursor, pageFloats + weight);
    }

    private void EmitAddendPrefetch(ImmutableArray<Segment> panel, int size)
    {
        for (int addend = 0; addend < shape.Epilogue.Addends; addend++)
            for (int channel = 0; channel < size; channel++)
                foreach (Segment segment in panel)
                    body.PrefetchAt(() => PushAddendAddress(channel, segment.Offset, addend));
    }

    private LocalBuilder[,] EmitBias(ImmutableArray<Segment> panel, int size)
    {
        LocalBuilder[,] sums = new LocalBuilder[size, panel.Length];
        for (int channel = 0; channel < size; channel++)
        {
            for (int segment = 0; segment < panel.Length; segment++)
            {
                sums[channel, segment] = body.Vectors.Rent(panel[segment].Bits);
                if (segment == 0)
                    body.PushBroadcast(cursor, channel, VectorOperations.Of(panel[0].Bits));
                else
                    body.PushLower(sums[channel, 0], VectorOperations.Of(panel[0].Bits), VectorOperations.Of(panel[segment].Bits));
                body.Pop(sums[channel, segment]);
            }
        }

        body.Advance(cursor, size);
        return sums;
    }

    private void EmitInputs(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int count, int addends, bool fetchesAhead)
    {
        if (count == 0)
            return;
        var schedule = AddendSchedule.Spread(panel.Length, addends, count * shape.Taps);
        int size = sums.GetLength(0), radius = shape.KernelSize / 2;
        int rowStride = shape.InputTileFloats;
        for (int channel = 0; channel < count; channel++)
        {
            if (shape.Gathers)
                body.LoadDistantAddress(groupInput, inputTable, channel, input);
            else if (fetchesAhead)
                EmitInputPrefetch(panel, (channel + shape.InputsPerGroup) * shape.Layout.Pitch + radius * rowStride);
            if (shape.FetchesWeights)
                EmitWeightPrefetch(channel * size, size);
            for (int tap = 0; tap < shape.Taps; tap++)
            {
                int row = tap / shape.KernelSize - radius, column = tap % shape.KernelSize - radius;
                int inputOffset = shape.Gathers ? 0 : channel * shape.Layout.Pitch + row * rowStride + column;
                int slot = channel * shape.Taps + tap;
                EmitMultiplyAdds(panel, sums, inputOffset, slot * size, schedule[slot]);
            }
        }

        AdvanceInputs(count);
        body.Advance(cursor, count * shape.Taps * size);
    }

    private void EmitMultiplyAdds(
        ImmutableArray<Segment> panel, LocalBuilder[,] sums, int inputOffset, int weightOffset,
        ImmutableArray<AddendSchedule.Addition> additions)
    {
        LocalBuilder[] pixels = new LocalBuilder[panel.Length];
        for (int segment = 0; segment < panel.Length; segment++)
        {
            pixels[segment] = body.Vectors.Rent(panel[segment].Bits);
            body.PushAddress(input, inputOffset + panel[segment].Offset);
            body.Call(VectorOperations.Of(panel[segment].Bits).Load);
            body.Pop(pixels[segment]);
        }

        for (int channel = 0; channel < sums.GetLength(0); channel++)
        {
            EmitChannel(panel, pixels, sums, channel, weightOffset + channel);
            foreach (AddendSchedule.Addition addition in additions)
                EmitAddition(panel, sums, channel, addition);
        }

        foreach (LocalBuilder pixel in pixels)
            body.Vectors.Return(pixel);
    }

    private void EmitChannel(
        ImmutableArray<Segment> panel, LocalBuilder[] pixels, LocalBuilder[,] sums, int channel, int weightOffset)
    {
        // One load that broadcasts for the widest vector; narrower ones take its lower lanes. A broadcast for each width
        // would be computed from one scalar, in the units that the multiply-adds need.
        VectorOperations widest = VectorOperations.Of(panel[0].Bits);
        LocalBuilder weight = body.Vectors.Rent(widest.Bits);
        body.PushBroadcast(cursor, weightOffset, widest);
        body.Pop(weight);
        for (int segment = 0; segment < panel.Length; segment++)
        {
            VectorOperations operations = VectorOperations.Of(panel[segment].Bits);
            body.Push(pixels[segment]);
            body.PushLower(weight, widest, operations);
            body.Push(sums[channel, segment]);
            body.Call(operations.MultiplyAdd);
            body.Pop(sums[channel, segment]);
        }

        body.Vectors.Return(weight);
    }

    private void EmitAddition(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int channel, AddendSchedule.Addition addition)
    {
        (int segment, int addend) = addition;
        VectorOperations operations = VectorOperations.Of(panel[segment].Bits);
        body.Push(sums[channel, segment]);
        PushAddendAddress(channel, panel[segment].Offset, addend);
        body.Call(operations.Load);
        body.Call(operations.Add);
        body.Pop(sums[channel, segment]);
    }

    private void EmitStores(ImmutableArray<Segment> panel, LocalBuilder[,] sums)
    {
        for (int channel = 0; channel < sums.GetLength(0); channel++)
        {
            for (int index = 0; index < panel.Length; index++)
            {
                Segment segment = panel[index];
                VectorOperations operations = VectorOperations.Of(segment.Bits);
                body.PushClamped(() => body.Push(sums[channel, index]), shape.Epilogue.Clamp, operations);
                // Only a border has to stay zero: a 3x3 kernel takes it for the map's surroundings.
                if (segment.IsPartial && shape.Layout.BorderTiles > 0)
                {
                    body.PushConstantAddress(LaneConstants.Address(segment.Pixels));
                    body.Call(operations.Load);
                    body.Call(operations.And);
                }

                PushOutputAddress(channel, segment.Offset);
                body.Call(operations.Store);
            }
        }
    }

    private void PushAddendAddress(int channel, int offset, int addend)
    {
        PushOutputAddress(channel, offset);
        body.AddDistance(AddendDistancesArgument, addend);
    }

    private void PushOutputAddress(int channel, int offset)
    {
        if (shape.Scatters)
            body.PushDistantAddress(panelOutput, offset, outputTable, channel);
        else
            body.PushAddress(blockOutput, channel * shape.Layout.Pitch + offset);
    }
}
