using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// Writes the kernel of one convolution shape: a register tile of n output channels by one panel of pixels, all
/// strides and counts as constants. Emitted when the plan is compiled rather than written out by hand: a tile of
/// 14 x 2 vectors needs 28 named accumulators, and there are hundreds of shapes. The JIT keeps them in registers.
/// </summary>
internal sealed unsafe class ConvolutionEmitter
{
    private const int InputArgument = 0, ParametersArgument = 1, OutputArgument = 2, AddendOffsetsArgument = 3, TilesArgument = 4;

    private readonly ConvolutionShape shape;
    private readonly ILGenerator il;
    private readonly VectorPool vectors;
    private readonly LocalBuilder tileInput, tileOutput, groupInput, blockOutput, cursor, input;

    private ConvolutionEmitter(ConvolutionShape shape, ILGenerator il)
    {
        this.shape = shape;
        this.il = il;
        vectors = new VectorPool(il);
        tileInput = il.DeclareLocal(typeof(float*));
        tileOutput = il.DeclareLocal(typeof(float*));
        groupInput = il.DeclareLocal(typeof(float*));
        blockOutput = il.DeclareLocal(typeof(float*));
        cursor = il.DeclareLocal(typeof(float*));
        input = il.DeclareLocal(typeof(float*));
    }

    /// <summary>Most output channels whose accumulators fit the registers beside the panel's inputs and one weight.</summary>
    public static int LargestBlock(MapLayout layout)
    {
        int vectors = layout.Panels().Max(panel => panel.Length);
        return (VectorWidth.Registers - 1 - vectors) / vectors;
    }

    public static ConvolutionKernel Compile(ConvolutionShape shape)
    {
        var method = new DynamicMethod(
            "Convolution", typeof(void),
            [typeof(float*), typeof(float*), typeof(float*), typeof(nint*), typeof(nint)],
            typeof(ConvolutionEmitter).Module, skipVisibility: true);
        method.InitLocals = false;
        new ConvolutionEmitter(shape, method.GetILGenerator()).Emit();
        var kernel = method.CreateDelegate<ConvolutionKernel>();
        RuntimeHelpers.PrepareDelegate(kernel);
        return kernel;
    }

    private void Emit()
    {
        Copy(InputArgument, tileInput);
        Copy(OutputArgument, tileOutput);
        LocalBuilder tilesLeft = il.DeclareLocal(typeof(nint));
        il.Emit(OpCodes.Ldarg, TilesArgument);
        il.Emit(OpCodes.Stloc, tilesLeft);
        Loop(tilesLeft, () =>
        {
            foreach (ImmutableArray<Segment> panel in shape.Layout.Panels())
                EmitPanel(panel);
            Advance(tileInput, shape.Layout.TileFloats(shape.InputChannels));
            Advance(tileOutput, shape.Layout.TileFloats(shape.OutputChannels));
        });
        il.Emit(OpCodes.Ret);
    }

    private void EmitPanel(ImmutableArray<Segment> panel)
    {
        Copy(tileInput, groupInput);
        Copy(tileOutput, blockOutput);
        Copy(ParametersArgument, cursor);
        Repeat(shape.Groups, () =>
        {
            foreach ((int size, int count) in shape.Blocks.Runs)
                Repeat(count, () => EmitBlock(panel, size));
            if (shape.Groups > 1)
                Advance(groupInput, shape.InputsPerGroup * shape.Layout.Pitch);
        });
    }

    private void EmitBlock(ImmutableArray<Segment> panel, int size)
    {
        LocalBuilder[,] sums = new LocalBuilder[size, panel.Length];
        for (int channel = 0; channel < size; channel++)
        {
            foreach (int segment in Enumerable.Range(0, panel.Length))
            {
                sums[channel, segment] = vectors.Rent(panel[segment].Bits);
                Broadcast(cursor, channel, panel[segment].Bits);
                il.Emit(OpCodes.Stloc, sums[channel, segment]);
            }
        }

        Advance(cursor, size);
        Copy(groupInput, input);

        int unroll = Unroll(size * panel.Length * shape.Taps);
        Repeat(shape.InputsPerGroup / unroll, () => EmitInputs(panel, sums, unroll));
        if (shape.InputsPerGroup % unroll > 0)
            EmitInputs(panel, sums, shape.InputsPerGroup % unroll);
        EmitEpilogue(panel, sums);
        foreach (LocalBuilder sum in sums)
            vectors.Return(sum);
        Advance(blockOutput, size * shape.Layout.Pitch);
    }

    /// <summary>Enough multiply-adds in a loop's body that its own instructions do not count, and no more code than that.</summary>
    private int Unroll(int multiplyAdds) => Math.Clamp(64 / multiplyAdds, 1, Math.Min(4, shape.InputsPerGroup));

    private void EmitInputs(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int count)
    {
        int size = sums.GetLength(0), radius = shape.KernelSize / 2;
        int rowStride = shape.Layout.TileFloats(shape.InputChannels);
        for (int channel = 0; channel < count; channel++)
        {
            for (int tap = 0; tap < shape.Taps; tap++)
            {
                int row = tap / shape.KernelSize - radius, column = tap % shape.KernelSize - radius;
                int offset = channel * shape.Layout.Pitch + row * rowStride + column;
                EmitMultiplyAdds(panel, sums, offset, (channel * shape.Taps + tap) * size);
            }
        }

        Advance(input, count * shape.Layout.Pitch);
        Advance(cursor, count * shape.Taps * size);
    }

    private void EmitMultiplyAdds(ImmutableArray<Segment> panel, LocalBuilder[,] sums, int inputOffset, int weightOffset)
    {
        LocalBuilder[] pixels = new LocalBuilder[panel.Length];
        for (int segment = 0; segment < panel.Length; segment++)
        {
            pixels[segment] = vectors.Rent(panel[segment].Bits);
            Address(input, inputOffset + panel[segment].Offset);
            il.Emit(OpCodes.Call, VectorOperations.Of(panel[segment].Bits).Load);
            il.Emit(OpCodes.Stloc, pixels[segment]);
        }

        for (int channel = 0; channel < sums.GetLength(0); channel++)
        {
            var weights = new Dictionary<int, LocalBuilder>();
            for (int segment = 0; segment < panel.Length; segment++)
            {
                int bits = panel[segment].Bits;
                if (!weights.TryGetValue(bits, out LocalBuilder? weight))
                {
                    weights[bits] = weight = vectors.Rent(bits);
                    Broadcast(cursor, weightOffset + channel, bits);
                    il.Emit(OpCodes.Stloc, weight);
                }

                il.Emit(OpCodes.Ldloc, pixels[segment]);
                il.Emit(OpCodes.Ldloc, weight);
                il.Emit(OpCodes.Ldloc, sums[channel, segment]);
                il.Emit(OpCodes.Call, VectorOperations.Of(bits).MultiplyAdd);
                il.Emit(OpCodes.Stloc, sums[channel, segment]);
            }

            foreach (LocalBuilder weight in weights.Values)
                vectors.Return(weight);
        }

        foreach (LocalBuilder pixel in pixels)
            vectors.Return(pixel);
    }

    private void EmitEpilogue(ImmutableArray<Segment> panel, LocalBuilder[,] sums)
    {
        for (int channel = 0; channel < sums.GetLength(0); channel++)
        {
            for (int index = 0; index < panel.Length; index++)
            {
                Segment segment = panel[index];
                VectorOperations operations = VectorOperations.Of(segment.Bits);
                int offset = channel * shape.Layout.Pitch + segment.Offset;
                il.Emit(OpCodes.Ldloc, sums[channel, index]);
                for (int addend = 0; addend < shape.Epilogue.Addends; addend++)
                {
                    AddendAddress(addend, offset);
                    il.Emit(OpCodes.Call, operations.Load);
                    il.Emit(OpCodes.Call, operations.Add);
                }

                if (shape.Epilogue.ReLU)
                {
                    il.Emit(OpCodes.Call, operations.Zero);
                    il.Emit(OpCodes.Call, operations.Max);
                }

                if (segment.IsPartial)
                {
                    il.Emit(OpCodes.Ldc_I8, (long)LaneMasks.Address(segment.Pixels));
                    il.Emit(OpCodes.Conv_I);
                    il.Emit(OpCodes.Call, operations.Load);
                    il.Emit(OpCodes.Call, operations.And);
                }

                Address(blockOutput, offset);
                il.Emit(OpCodes.Call, operations.Store);
            }
        }
    }

    /// <summary>Pushes the address in an addend that corresponds to blockOutput + offset.</summary>
    private void AddendAddress(int index, int offset)
    {
        Address(blockOutput, offset);
        il.Emit(OpCodes.Ldarg, AddendOffsetsArgument);
        il.Emit(OpCodes.Ldc_I4, index * sizeof(nint));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
        il.Emit(OpCodes.Add);
    }

    private void Broadcast(LocalBuilder pointer, int offset, int bits)
    {
        Address(pointer, offset);
        il.Emit(OpCodes.Ldind_R4);
        il.Emit(OpCodes.Call, VectorOperations.Of(bits).Broadcast);
    }

    private void Address(LocalBuilder pointer, int floats)
    {
        il.Emit(OpCodes.Ldloc, pointer);
        if (floats == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, floats * sizeof(float));
        il.Emit(OpCodes.Add);
    }

    private void Advance(LocalBuilder pointer, int floats)
    {
        Address(pointer, floats);
        il.Emit(OpCodes.Stloc, pointer);
    }

    private void Copy(int argument, LocalBuilder to)
    {
        il.Emit(OpCodes.Ldarg, argument);
        il.Emit(OpCodes.Stloc, to);
    }

    private void Copy(LocalBuilder from, LocalBuilder to)
    {
        il.Emit(OpCodes.Ldloc, from);
        il.Emit(OpCodes.Stloc, to);
    }

    /// <summary>Emits <paramref name="body"/> once if it runs once, as a loop if it runs more often.</summary>
    private void Repeat(int count, Action body)
    {
        if (count == 1)
            body();
        if (count <= 1)
            return;
        LocalBuilder left = il.DeclareLocal(typeof(nint));
        il.Emit(OpCodes.Ldc_I4, count);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Stloc, left);
        Loop(left, body);
    }

    private void Loop(LocalBuilder left, Action body)
    {
        Label head = il.DefineLabel();
        il.MarkLabel(head);
        body();
        il.Emit(OpCodes.Ldloc, left);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Stloc, left);
        il.Emit(OpCodes.Brtrue, head);
    }
}
