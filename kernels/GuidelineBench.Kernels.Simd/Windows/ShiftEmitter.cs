using System.Collections.Concurrent;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>Writes the kernel of a <see cref="ShiftShape"/>.</summary>
internal static unsafe class ShiftEmitter
{
    private const int RowsArgument = 0, CopiesArgument = 1, OutputArgument = 2, CountArgument = 3, ChannelArgument = 4;

    private static readonly ConcurrentDictionary<ShiftShape, Lazy<ShiftKernel>> Compiled = new();

    public static ShiftKernel Get(ShiftShape shape) =>
        Compiled.GetOrAdd(shape, key => new Lazy<ShiftKernel>(() => Compile(key))).Value;

    private static ShiftKernel Compile(ShiftShape shape)
    {
        var body = new KernelBody("Shift", typeof(nint*), typeof(nint*), typeof(float*), typeof(nint), typeof(nint));
        var taps = new TapLoader(body, shape.KernelSize, shape.Stride, shape.PaddingLeft, shape.InputWidth, shape.OutputWidth);
        LocalBuilder rows = body.Pointer(RowsArgument), copies = body.Pointer(CopiesArgument);
        LocalBuilder row = body.Pointer(), output = body.Pointer();
        body.RepeatByArgument(CountArgument, () =>
        {
            body.LoadTableAddress(rows, ChannelArgument, row);
            body.CopyDistant(OutputArgument, copies, output);
            foreach (RowVector vector in RowVector.Cover(shape.OutputWidth))
            {
                VectorOperations operations = VectorOperations.Of(vector.Bits);
                LocalBuilder[] columns = taps.Load(row, vector);
                for (int tap = 0; tap < columns.Length; tap++)
                {
                    body.Push(columns[tap]);
                    body.PushAddress(output, tap * shape.CopyFloats + vector.Column);
                    body.Call(operations.Store);
                    body.Vectors.Return(columns[tap]);
                }
            }

            body.AdvanceTable(rows, 1);
            body.AdvanceTable(copies, 1);
        });
        return body.Compile<ShiftKernel>();
    }
}
