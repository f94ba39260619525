using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// The last few pixels of a tile, too few for a vector, with output channels along the vector instead: a map of 7x7 has
/// 49 pixels, and the 49th would cost as much as four or eight. The weights of a block lie in the right order for it.
/// </summary>
/// <param name="block">Writes what the tail shares with the rest of the kernel.</param>
internal sealed class TailPixels(KernelBody body, ConvolutionShape shape, LocalBuilder scratch, IBlockAddresses block)
{
    /// <summary>Of one pixel; with 256 bits, measured, 2 % faster than half as many on maps of 7x7.</summary>
    private const int MostSets = 4;

    private readonly int pixels = shape.TailPixels;
    private readonly VectorOperations operations = VectorOperations.Of(VectorWidth.Bits);

    /// <summary>Floats of scratch memory for a kernel's largest block.</summary>
    public static int ScratchFloats(int largestBlock, int pixels) => pixels * Vectors(largestBlock) * VectorWidth.Lanes;

    /// <returns>A tile's last pixels where channels along the vector take fewer multiply-adds for them; else 0.</returns>
    /// <param name="largestBlock">Of the whole convolution, so that threads, which cut it differently, change no bit.</param>
    public static int Of(MapLayout layout, int largestBlock)
    {
        int pixels = layout.TilePixels % VectorWidth.Lanes;
        return 2 * pixels * Vectors(largestBlock) < largestBlock ? pixels : 0;
    }

    /// <summary>A block of output channels at these pixels.</summary>
    public void Emit(int size)
    {
        int vectors = Vectors(size);
        // A few vectors are too few multiply-adds under way at once: inputs take turns to go into sums of their own.
        int sets = Math.Max(1, MostSets / pixels);
        LocalBuilder[,,] sums = EmitBias(size, vectors, sets);
        block.StartInputs();

        int unroll = Math.Min(shape.InputsPerGroup, Math.Max(2, sets));
        body.Repeat(shape.InputsPerGroup / unroll, () => EmitInputs(sums, size, unroll));
        EmitInputs(sums, size, shape.InputsPerGroup % unroll);

        EmitTotals(sums);
        EmitEpilogue(sums, size);
        foreach (LocalBuilder sum in sums)
            body.Vectors.Return(sum);
    }

    private static int Vectors(int channels) => (channels + VectorWidth.Lanes - 1) / VectorWidth.Lanes;

    private LocalBuilder[,,] EmitBias(int size, int vectors, int sets)
    {
        LocalBuilder[,,] sums = new LocalBuilder[sets, pixels, vectors];
        for (int set = 0; set < sets; set++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                for (int vector = 0; vector < vectors; vector++)
                {
                    sums[set, pixel, vector] = body.Vectors.Rent(operations.Bits);
                    if (set == 0)
                    {
                        body.PushAddress(block.Parameters, vector * operations.Lanes);
                        body.Call(operations.Load);
                    }
                    else
                    {
                        body.Call(operations.Zero);
                    }

                    body.Pop(sums[set, pixel, vector]);
                }
            }
        }

        body.Advance(block.Parameters, size);
        return sums;
    }

    private void EmitInputs(LocalBuilder[,,] sums, int size, int count)
    {
        if (count == 0)
            return;
        (int sets, int vectors) = (sums.GetLength(0), sums.GetLength(2));
        for (int channel = 0; channel < count; channel++)
        {
            int offset = block.LoadInput(channel);
            LocalBuilder[] weights = [.. Enumerable.Range(0, vectors).Select(vector => Weights(channel * size + vector * operations.Lanes))];
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                LocalBuilder value = body.Vectors.Rent(operations.Bits);
                body.PushBroadcast(block.Input, offset + pixel, operations);
                body.Pop(value);
                for (int vector = 0; vector < vectors; vector++)
                {
                    LocalBuilder sum = sums[channel % sets, pixel, vector];
                    body.Push(value);
                    body.Push(weights[vector]);
                    body.Push(sum);
                    body.Call(operations.MultiplyAdd);
                    body.Pop(sum);
                }

                body.Vectors.Return(value);
            }

            foreach (LocalBuilder weight in weights)
                body.Vectors.Return(weight);
        }

        block.AdvanceInputs(count);
        body.Advance(block.Parameters, count * size);
    }

    private LocalBuilder Weights(int offset)
    {
        LocalBuilder weights = body.Vectors.Rent(operations.Bits);
        body.PushAddress(block.Parameters, offset);
        body.Call(operations.Load);
        body.Pop(weights);
        return weights;
    }

    private void EmitTotals(LocalBuilder[,,] sums)
    {
        for (int set = 1; set < sums.GetLength(0); set++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                for (int vector = 0; vector < sums.GetLength(2); vector++)
                {
                    body.Push(sums[0, pixel, vector]);
                    body.Push(sums[set, pixel, vector]);
                    body.Call(operations.Add);
                    body.Pop(sums[0, pixel, vector]);
                }
            }
        }
    }

    /// <summary>Through memory: in the map the channels of one pixel do not lie together.</summary>
    private void EmitEpilogue(LocalBuilder[,,] sums, int size)
    {
        int vectors = sums.GetLength(2), stride = vectors * operations.Lanes;
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            for (int vector = 0; vector < vectors; vector++)
                Store(() => body.Push(sums[0, pixel, vector]), pixel * stride + vector * operations.Lanes, shape.Epilogue.Addends == 0);
            if (shape.Epilogue.Addends > 0)
            {
                for (int channel = 0; channel < size; channel++)
                    EmitAdditions(pixel, channel, pixel * stride + channel);
                for (int vector = 0; vector < vectors; vector++)
                {
                    int place = pixel * stride + vector * operations.Lanes;
                    Store(() => Load(place), place, clamps: true);
                }
            }

            for (int channel = 0; channel < size; channel++)
            {
                block.PushOutputAddress(channel, pixel);
                body.PushFloat(scratch, pixel * stride + channel);
                body.StoreFloat();
            }
        }

        void Load(int place)
        {
            body.PushAddress(scratch, place);
            body.Call(operations.Load);
        }
    }

    private void Store(Action push, int place, bool clamps)
    {
        body.PushClamped(push, clamps ? shape.Epilogue.Clamp : Clamp.None, operations);
        body.PushAddress(scratch, place);
        body.Call(operations.Store);
    }

    private void EmitAdditions(int pixel, int channel, int place)
    {
        body.PushAddress(scratch, place);
        body.PushFloat(scratch, place);
        for (int addend = 0; addend < shape.Epilogue.Addends; addend++)
        {
            block.PushAddendAddress(channel, pixel, addend);
            body.LoadFloat();
            body.AddFloats();
        }

        body.StoreFloat();
    }
}
