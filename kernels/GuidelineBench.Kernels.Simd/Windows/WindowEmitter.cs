using System.Collections.Concurrent;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>
/// Writes the kernel of an operator that moves a window over each channel. The input's rows are passed once, from top to
/// bottom; each is loaded and shifted once and goes into all output rows whose windows hold it, which are in registers.
/// </summary>
internal sealed unsafe class WindowEmitter
{
    private const int RowsArgument = 0, InputsArgument = 1, ParametersArgument = 2, OutputArgument = 3, OutputsArgument = 4, ChannelsArgument = 5;

    private static readonly ConcurrentDictionary<WindowShape, Lazy<WindowFunction>> Compiled = new();

    private readonly WindowShape shape;
    private readonly KernelBody body = new(
        "Window", typeof(nint*), typeof(nint*), typeof(float*), typeof(float*), typeof(nint*), typeof(nint));

    private readonly TapLoader taps;
    private readonly LocalBuilder inputs, outputs, parameters, output, row;

    private WindowEmitter(WindowShape shape)
    {
        this.shape = shape;
        taps = new TapLoader(body, shape.KernelSize, shape.Stride, shape.PaddingLeft, shape.InputWidth, shape.OutputWidth)
        {
            Outside = shape.Operation == WindowOperation.Maximum ? float.NegativeInfinity : 0,
        };
        inputs = body.Pointer(InputsArgument);
        outputs = body.Pointer(OutputsArgument);
        parameters = body.Pointer(ParametersArgument);
        output = body.Pointer();
        row = body.Pointer();
    }

    public static WindowFunction Get(WindowShape shape) =>
        Compiled.GetOrAdd(shape, key => new Lazy<WindowFunction>(() => Compile(key, [.. RowVector.Cover(key.OutputWidth)]))).Value;

    /// <summary>Whether the JIT optimises the shape's kernel, cut by columns as far as it has to be.</summary>
    internal static bool IsOptimised(WindowShape shape) => RowVector.Cover(shape.OutputWidth).All(vector =>
    {
        var emitter = new WindowEmitter(shape);
        emitter.EmitChannels([vector]);
        return !emitter.body.IsTooLong;
    });

    /// <summary>Output rows that hold the same input row.</summary>
    private int LiveRows => (shape.KernelSize + shape.Stride - 1) / shape.Stride;

    private int Taps => shape.KernelSize * shape.KernelSize;

    /// <summary>Weights that are read for every vector take more time than the registers that they would fill, where those are scarce.</summary>
    private bool KeepsWeights => shape.Operation == WindowOperation.Depthwise && VectorWidth.Registers == 32 && Taps <= 9;

    /// <summary>Wide rows of narrow vectors are more code than the JIT optimises in one piece; they are computed column by column then.</summary>
    private static WindowFunction Compile(WindowShape shape, RowVector[] vectors)
    {
        var emitter = new WindowEmitter(shape);
        emitter.EmitChannels(vectors);
        if (!emitter.body.IsTooLong || vectors.Length == 1)
            return emitter.body.Compile<WindowFunction>();
        int half = vectors.Length / 2;
        WindowFunction left = Compile(shape, vectors[..half]), right = Compile(shape, vectors[half..]);
        return (rows, inputs, parameters, output, outputs, channels) =>
        {
            left(rows, inputs, parameters, output, outputs, channels);
            right(rows, inputs, parameters, output, outputs, channels);
        };
    }

    private void EmitChannels(RowVector[] vectors)
    {
        int free = VectorWidth.Registers - (KeepsWeights ? Taps : 1) - shape.KernelSize - 1;
        int together = Math.Clamp(free / LiveRows, 1, 4);
        body.RepeatByArgument(ChannelsArgument, () =>
        {
            body.CopyDistant(OutputArgument, outputs, output);
            foreach (RowVector[] group in vectors.Chunk(together))
                EmitRows(group);
            body.AdvanceTable(inputs, 1);
            body.AdvanceTable(outputs, 1);
            body.Advance(parameters, shape.ParametersPerChannel);
        });
    }

    private void EmitRows(RowVector[] vectors)
    {
        LocalBuilder[]? weights = KeepsWeights ? [.. Enumerable.Range(0, Taps).Select(tap => Weight(tap, vectors[0].Bits))] : null;
        var sums = new Dictionary<int, LocalBuilder[]>();
        for (int input = 0; input < shape.InputRows; input++)
        {
            body.LoadTableAddress(RowsArgument, input, inputs, row);
            EmitPrefetch(vectors);
            int first = Math.Max(0, (input - shape.KernelSize + shape.Stride) / shape.Stride);
            int last = Math.Min(shape.OutputRows - 1, input / shape.Stride);
            for (int vector = 0; vector < vectors.Length; vector++)
            {
                LocalBuilder[] columns = taps.Load(row, vectors[vector]);
                for (int y = first; y <= last; y++)
                {
                    if (!sums.TryGetValue(y, out LocalBuilder[]? ofRow))
                        sums[y] = ofRow = new LocalBuilder[vectors.Length];
                    Accumulate(ofRow, vector, columns, input - y * shape.Stride, weights, vectors[vector].Bits);
                }

                foreach (LocalBuilder column in columns)
                    body.Vectors.Return(column);
            }

            foreach (int done in sums.Keys.Where(y => y * shape.Stride + shape.KernelSize - 1 == input).ToArray())
            {
                Store(sums[done], vectors, done);
                sums.Remove(done);
            }
        }

        foreach (LocalBuilder weight in weights ?? [])
            body.Vectors.Return(weight);
    }

    /// <summary>
    /// The same row of a channel further on. Between two windows lies a convolution whose weights have pushed the map out
    /// of the second-level cache, and a map's rows are too short for the hardware to see where they lead.
    /// </summary>
    private void EmitPrefetch(RowVector[] vectors)
    {
        const int channelsAhead = 3, lineFloats = 16, longestRow = 32;
        if (shape.InputWidth > longestRow)
            return;
        int first = vectors[0].Column * shape.Stride, end = (vectors[^1].Column + vectors[^1].Lanes) * shape.Stride;
        for (int column = first; column < Math.Min(end, shape.InputWidth); column += lineFloats)
            body.Prefetch(row, channelsAhead * shape.ChannelFloats + column);
    }

    private LocalBuilder Weight(int tap, int bits)
    {
        LocalBuilder weight = body.Vectors.Rent(bits);
        body.PushBroadcast(parameters, 1 + tap, VectorOperations.Of(bits));
        body.Pop(weight);
        return weight;
    }

    private void Accumulate(LocalBuilder[] sums, int vector, LocalBuilder[] columns, int tapRow, LocalBuilder[]? weights, int bits)
    {
        VectorOperations operations = VectorOperations.Of(bits);
        for (int tap = 0; tap < shape.KernelSize; tap++)
        {
            bool isFirst = sums[vector] is null;
            sums[vector] ??= body.Vectors.Rent(bits);
            if (shape.Operation == WindowOperation.Depthwise)
            {
                int index = tapRow * shape.KernelSize + tap;
                LocalBuilder weight = weights?[index] ?? Weight(index, bits);
                body.Push(columns[tap]);
                body.Push(weight);
                if (isFirst)
                    body.PushBroadcast(parameters, 0, operations);
                else
                    body.Push(sums[vector]);
                body.Call(operations.MultiplyAdd);
                if (weights is null)
                    body.Vectors.Return(weight);
            }
            else
            {
                body.Push(columns[tap]);
                if (!isFirst)
                {
                    body.Push(sums[vector]);
                    body.Call(shape.Operation == WindowOperation.Maximum ? operations.Max : operations.Add);
                }
            }

            body.Pop(sums[vector]);
        }
    }

    private void Store(LocalBuilder[] sums, RowVector[] vectors, int y)
    {
        for (int vector = 0; vector < vectors.Length; vector++)
        {
            VectorOperations operations = VectorOperations.Of(vectors[vector].Bits);
            int pixel = y * shape.OutputWidth + vectors[vector].Column;
            LocalBuilder sum = sums[vector];
            body.PushClamped(
                () =>
                {
                    body.Push(sum);
                    if (shape.Operation == WindowOperation.Mean)
                    {
                        body.PushAddress(parameters, pixel);
                        body.Call(operations.Load);
                        body.Call(operations.Multiply);
                    }
                },
                shape.Clamp, operations);
            body.PushAddress(output, pixel);
            body.Call(operations.Store);
            body.Vectors.Return(sum);
        }
    }
}
