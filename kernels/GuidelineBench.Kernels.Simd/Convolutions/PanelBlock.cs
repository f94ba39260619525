using System.Collections.Immutable;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// Writes one register tile: n output channels by one panel of pixels, from their biases through all inputs to their
/// epilogue and stores.
/// </summary>
/// <param name="isShort">Whether little code counts more than the last percent of speed.</param>
internal sealed class PanelBlock(KernelBody body, ConvolutionShape shape, IBlockAddresses addresses, bool isShort)
{
    public void Emit(ImmutableArray<Segment> panel, int size, bool fetchesAhead)
    {
        if (shape.FetchesOutput && !shape.Scatters)
            EmitOutputPrefetch(panel, size);
        if (shape.FetchesOutput && shape.FetchesAddends)
            EmitAddendPrefetch(panel, size);
        LocalBuilder[,] sums = EmitBias(panel, size);
        addresses.StartInputs();

        // With taps the last input's last ones; else the last inputs' only ones.
        int last = Math.Min(shape.Taps > 1 ? shape.Taps : shape.InputsPerGroup, LastProducts(panel.Length, size));
        int end = shape.Taps > 1 ? 1 : last;
        // Whatever the block and however short its code, so that additions have one place.
        int behind = shape.Taps > 1 ? end : Math.Max(end, Math.Min(shape.InputsPerGroup, MostLastProducts(panel.Length)));
        int spread = Math.Clamp(shape.InputsPerGroup - behind, 0, AddendInputs);
        int main = shape.InputsPerGroup - behind - spread;
        int unroll = isShort ? 1 : Unroll(size * panel.Length * shape.Taps, main);
        body.Repeat(main / unroll, () => EmitInputs(panel, sums, unroll, addends: 0, fetchesAhead));
        EmitInputs(panel, sums, main % unroll, addends: 0, fetchesAhead);
        EmitInputs(panel, sums, spread, shape.Epilogue.Addends, fetchesAhead);
        EmitInputs(panel, sums, behind - end, addends: 0, fetchesAhead);
        EmitEnd(panel, sums, end, last, spread == 0 ? shape.Epilogue.Addends : 0, fetchesAhead);
        foreach (LocalBuilder sum in sums)
            body.Vectors.Return(sum);
    }

    /// <summary>
    /// Products of an output channel that are computed right before it is stored: as many as there are registers left to
    /// hold their pixels; more than a few leave too little between those that wait for each other. Measured.
    /// </summary>
    private static int LastProducts(int vectors, int size) =>
        Math.Clamp((VectorWidth.Registers - 1) / vectors - size, 1, MostLastProducts(vectors));

    private static int MostLastProducts(int vectors) => vectors == 1 ? 2 : 3;

    /// <summary>Input channels over which the addends are spread; measured. One with taps has products enough.</summary>
    private int AddendInputs => shape.Epilogue.Addends == 0 ? 0 : shape.Taps > 1 ? 1 : 2 + 2 * shape.Epilogue.Addends;

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
            body.Prefetch(addresses.Input, offset + segment.Offset);
    }

    /// <summary>The lines that the block will write, asked for while it computes: a store that misses holds up those behind it.</summary>
    private void EmitOutputPrefetch(ImmutableArray<Segment> panel, int size)
    {
        for (int channel = 0; channel < size; channel++)
            foreach (Segment segment in panel)
                body.PrefetchAt(() => addresses.PushOutputAddress(channel, segment.Offset));
    }

    /// <summary>The hardware's own fetching stops at each page of 4 KiB.</summary>
    private void EmitWeightPrefetch(int first, int count)
    {
        const int lineFloats = 16, pageFloats = 1024;
        for (int weight = first / lineFloats * lineFloats; weight < (first + count) / lineFloats * lineFloats; weight += lineFloats)
            body.Prefetch(addresses.Parameters, pageFloats + weight);
    }

    private void EmitAddendPrefetch(ImmutableArray<Segment> panel, int size)
    {
        for (int addend = 0; addend < shape.Epilogue.Addends; addend++)
            for (int channel = 0; channel < size; channel++)
                foreach (Segment segment in panel)
                    body.PrefetchAt(() => addresses.PushAddendAddress(channel, segment.Offset, addend));
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
                    body.PushBroadcast(addresses.Parameters, channel, VectorOperations.Of(panel[0].Bits));
                else
                    body.PushLower(sums[channel, 0], VectorOperations.Of(panel[0].Bits), VectorOperations.Of(panel[segment].Bits));
                body.Pop(sums[channel, segment]);
            }
        }

        body.Advance(addresses.Parameters, size);
        return sums;
    }

    private void EmitInputs(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int count, int addends, bool fetchesAhead)
    {
        if (count == 0)
            return;
        var schedule = AddendSchedule.Spread(panel.Length, addends, count * shape.Taps);
        int size = sums.GetLength(0);
        for (int channel = 0; channel < count; channel++)
        {
            int start = addresses.LoadInput(channel);
            EmitFetches(panel, channel, size, fetchesAhead);
            for (int tap = 0; tap < shape.Taps; tap++)
            {
                int slot = channel * shape.Taps + tap;
                EmitMultiplyAdds(panel, sums, start + TapOffset(tap), slot * size, schedule[slot]);
            }
        }

        addresses.AdvanceInputs(count);
        body.Advance(addresses.Parameters, count * shape.Taps * size);
    }

    /// <summary>
    /// The last products of each output channel, then its epilogue and stores, before those of the next channel. Stores of
    /// all channels at once are more than the processor holds back: multiply-adds would wait for them, measured, for 5 to
    /// 15 % of the time with 16 products to a sum, the more so where another thread shares the core.
    /// </summary>
    /// <param name="inputs">Input channels that are left.</param>
    /// <param name="last">Products of each output channel; those of the inputs before them are computed as usual.</param>
    /// <param name="addends">Of a sum too short to have them spread.</param>
    private void EmitEnd(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int inputs, int last, int addends, bool fetchesAhead)
    {
        var additions = AddendSchedule.Spread(panel.Length, addends, 1)[0];
        int size = sums.GetLength(0), products = inputs * shape.Taps;
        var pixels = new List<LocalBuilder[]>();
        for (int channel = 0; channel < inputs; channel++)
        {
            int start = addresses.LoadInput(channel);
            EmitFetches(panel, channel, size, fetchesAhead);
            for (int tap = 0; tap < shape.Taps; tap++)
            {
                int product = channel * shape.Taps + tap;
                if (product < products - last)
                    EmitMultiplyAdds(panel, sums, start + TapOffset(tap), product * size, []);
                else
                    pixels.Add(LoadPixels(panel, start + TapOffset(tap)));
            }
        }

        for (int channel = 0; channel < size; channel++)
        {
            for (int index = 0; index < last; index++)
                EmitChannel(panel, pixels[index], sums, channel, (products - last + index) * size + channel);
            foreach (AddendSchedule.Addition addition in additions)
                EmitAddition(panel, sums, channel, addition);
            EmitStores(panel, sums, channel);
        }

        foreach (LocalBuilder vector in pixels.SelectMany(vectors => vectors))
            body.Vectors.Return(vector);
        addresses.AdvanceInputs(inputs);
        body.Advance(addresses.Parameters, products * size);
    }

    /// <summary>Floats from an input channel's pixel to what a tap reads for it.</summary>
    private int TapOffset(int tap)
    {
        int radius = shape.KernelSize / 2;
        return (tap / shape.KernelSize - radius) * shape.InputTileFloats + tap % shape.KernelSize - radius;
    }

    private void EmitFetches(ImmutableArray<Segment> panel, int channel, int size, bool fetchesAhead)
    {
        if (fetchesAhead && !shape.Gathers)
            EmitInputPrefetch(panel, (channel + shape.InputsPerGroup) * shape.Layout.Pitch + shape.KernelSize / 2 * shape.InputTileFloats);
        if (shape.FetchesWeights)
            EmitWeightPrefetch(channel * size, size);
    }

    private LocalBuilder[] LoadPixels(ImmutableArray<Segment> panel, int offset)
    {
        var pixels = new LocalBuilder[panel.Length];
        for (int segment = 0; segment < panel.Length; segment++)
        {
            pixels[segment] = body.Vectors.Rent(panel[segment].Bits);
            body.PushAddress(addresses.Input, offset + panel[segment].Offset);
            body.Call(VectorOperations.Of(panel[segment].Bits).Load);
            body.Pop(pixels[segment]);
        }

        return pixels;
    }

    private void EmitMultiplyAdds(
        ImmutableArray<Segment> panel, LocalBuilder[,] sums, int inputOffset, int weightOffset,
        ImmutableArray<AddendSchedule.Addition> additions)
    {
        LocalBuilder[] pixels = LoadPixels(panel, inputOffset);
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
        body.PushBroadcast(addresses.Parameters, weightOffset, widest);
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
        addresses.PushAddendAddress(channel, panel[segment].Offset, addend);
        body.Call(operations.Load);
        body.Call(operations.Add);
        body.Pop(sums[channel, segment]);
    }

    private void EmitStores(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int channel)
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

            addresses.PushOutputAddress(channel, segment.Offset);
            body.Call(operations.Store);
        }
    }
}
